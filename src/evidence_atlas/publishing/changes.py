"""What made a page differ from its version before, in words for its history. Pure."""

from __future__ import annotations

from ..records import PublishedStudy


def what_changed(before: PublishedStudy | None, now: PublishedStudy) -> str:
    """One or more short clauses; never empty."""
    if before is None:
        return "First published" if now.status == "published" else "First built, and held"
    found = []
    if before.status != now.status:
        found.append("Page held" if now.status == "held" else "Page released")
    if before.slug != now.slug:
        found.append(f"Address is now {now.slug}")
    if before.record != now.record:
        found.append("The source's record changed")
    if before.other_records != now.other_records:
        found.append("Further records of this study changed")
    if before.components != now.components:
        rooms = [
            f"{room} is now {version}"
            for room, version in sorted(now.components.items())
            if before.components.get(room) != version
        ]
        found.append("Rules changed: " + ", ".join(rooms))
    if before.grades.value("review_state") != now.grades.value("review_state"):
        found.append(f"Review state: {now.grades.value('review_state') or 'none'}")
    if before.links != now.links:
        found.append("Links to other studies changed")
    return "; ".join(found) or "The page's text changed"

"""What made a page differ from its version before, in words for its history. Pure."""

from __future__ import annotations

from ..records import Grade, PublishedStudy

KINDS = ("new", "retracted", "concern", "corrected", "regraded", "held", "released")
"""The kinds of change that readers are told of; what is none of these changed only in words."""

_STATES = {
    "Retracted": "retracted",
    "Withdrawn": "retracted",
    "Expression of concern": "concern",
    "Corrected": "corrected",
    "Reinstated": "corrected",
}
_GRADED = {
    "level": "Evidence level",
    "certainty": "Certainty",
    "study_type": "Study type",
    "record_state": "State of the paper",
}


def what_changed(before: PublishedStudy | None, now: PublishedStudy) -> str:
    """One or more short clauses; never empty."""
    if before is None:
        return "First published" if now.status == "published" else "First built, and held"
    found = []
    if before.status != now.status:
        found.append("Page held" if now.status == "held" else "Page released")
    if before.slug != now.slug:
        found.append(f"Address is now {now.slug}")
    found += [
        _regraded(name, was, now.grades.badges.get(key)) for key, name, was in _moved(before, now)
    ]
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


def kinds_of_change(before: PublishedStudy | None, now: PublishedStudy) -> str:
    """The kinds of a change between bars (`|regraded|retracted|`), empty if only words changed."""
    found = []
    if before is None:
        found.append("new" if now.status == "published" else "held")
    else:
        if before.status != now.status:
            found.append("held" if now.status == "held" else "released")
        moved = {key for key, _, _ in _moved(before, now)}
        if moved - {"record_state"}:
            found.append("regraded")
        if "record_state" in moved:
            found += [k for k in (_STATES.get(now.grades.value("record_state") or ""),) if k]
    return "".join(f"|{k}" for k in KINDS if k in found) + "|" if found else ""


def _moved(before: PublishedStudy, now: PublishedStudy) -> list[tuple[str, str, Grade | None]]:
    """The badges whose value changed: key, name in words, and the grade before."""
    criterion = {
        key: key.upper()
        for grades in (before.grades, now.grades)
        for key, grade in grades.badges.items()
        if grade.by_definition is not None
    }
    found = []
    for key, name in {**_GRADED, **criterion}.items():
        was, is_now = before.grades.badges.get(key), now.grades.badges.get(key)
        if (was.value if was else None) != (is_now.value if is_now else None):
            found.append((key, name, was))
    return found


def _regraded(name: str, was: Grade | None, now: Grade | None) -> str:
    """`Evidence level: E3 Preliminary before, E2 Moderate now (the reason that is new)`."""
    old, new = (was.value if was else None), (now.value if now else None)
    known = {b.text for b in was.because} if was else set()
    reason = next((b.text for b in (now.because if now else ()) if b.text not in known), "")
    told = f"{name}: {old or 'none'} before, {new or 'none'} now"
    return f"{told} ({reason.rstrip('.')})" if reason else told

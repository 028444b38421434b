"""What editors' rulings do to a page. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from ..publishing.rulings import passed_codes
from ..records import Because, Grade, Ruling
from .outputs import Checked, Moderated

VERSION = "moderate-1"


def moderated(checked: Checked, judged: str, rulings: Sequence[Ruling]) -> Moderated:
    """What gate and rulings make of a page; `rulings` in the order they were made.

    A hold stands until a release, whatever is rebuilt in between; in a merged study, a hold
    on any part holds the whole. A release lets pass the kinds of flag that the editor saw:
    a new kind holds the page again. A review lapses when text or source change.
    """
    latest: dict[str, Ruling] = {}
    for ruling in rulings:
        if ruling.action in {"hold", "release"}:
            latest[ruling.target] = ruling
    holds = [r for r in latest.values() if r.action == "hold"]
    passed = {
        code for r in latest.values() if r.action == "release" for code in passed_codes(r.after)
    }
    critical = [f for f in checked.flags if f.severity == "CRITICAL" and f.code not in passed]
    because = None
    if holds:
        because = "An editor holds this page: " + "; ".join(r.reason for r in holds)
    elif checked.held and critical:
        details = list(dict.fromkeys(f.detail for f in critical))
        because = "The checks found something wrong with the page: " + "; ".join(details[:3])
    return Moderated(
        held=because is not None,
        held_because=because,
        review_state=_review(judged, rulings),
        judged=judged,
    )


def _review(judged: str, rulings: Sequence[Ruling]) -> Grade | None:
    reviews = [r for r in rulings if r.action == "review" and r.source_hash == judged]
    if not reviews:
        return None
    last = reviews[-1]
    text = f"Reviewed by {last.role} on {last.time[:10]}: {last.reason}"
    return Grade(
        value="Editor reviewed",
        because=(Because(rule="editor-reviewed", text=text),),
        version=VERSION,
        would_change="A change of the source or of the text ends the review.",
    )

"""Whether an editor has reviewed this page, which only a recorded ruling can say."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_atlas.records import Grade, Record, Ruling

from .passages import step
from .version import VERSION


def review_state(record: Record, rulings: Iterable[Ruling] = ()) -> Grade:
    """`Editor reviewed` while the newest review judged this very source, else `Machine draft`."""
    reviews = sorted((r for r in rulings if r.action == "review"), key=lambda r: r.time)
    if reviews and reviews[-1].source_hash == record.raw_hash:
        last = reviews[-1]
        text = f"Reviewed by the {last.role} on {last.time[:10]}: {last.reason}"
        return Grade(
            value="Editor reviewed",
            because=(step("ruling", text),),
            version=VERSION,
            would_change="A change of the source or of the page ends this.",
        )
    text = "A program wrote this page. No editor has reviewed it."
    if reviews:
        text = "A program wrote this page. The source has changed since an editor reviewed it."
    return Grade(
        value="Machine draft",
        because=(step("no-ruling", text),),
        version=VERSION,
        would_change="A review by an editor, recorded with a reason, would change this badge.",
    )

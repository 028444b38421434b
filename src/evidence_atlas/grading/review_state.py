"""Whether an editor has reviewed this page: not yet, where it is graded."""

from __future__ import annotations

from evidence_atlas.records import Grade

from .passages import step
from .version import VERSION


def review_state() -> Grade:
    """`Machine draft`: a recorded ruling makes it `Editor reviewed` once the page is written."""
    return Grade(
        value="Machine draft",
        because=(step("no-ruling", "A program wrote this page. No editor has reviewed it."),),
        version=VERSION,
        would_change="A review by an editor, recorded with a reason, would change this badge.",
    )

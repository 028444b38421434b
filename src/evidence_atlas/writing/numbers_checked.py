"""Numbers checked: what can be recomputed from the abstract, and what came out."""

from __future__ import annotations

from evidence_atlas.records import quoted

from .material import Material, Piece
from .numbers import joined
from .rules import named
from .said import Said, said
from .slots import Slots

_LABELS = {
    "fits": "Fits",
    "does not fit under the readings tried": "Does not fit under the readings tried",
    "cannot tell": "Cannot tell",
}


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """One line a check: the verdict, what was checked, and the readings tried."""
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    told = []
    for index, check in enumerate(m.reading.numbers_checked):
        text = f"{check.claim.rstrip('.')}: {check.working.rstrip('.')}"
        if check.verdict != "fits" and check.tried:
            text += f". Readings tried: {joined([t.rstrip('.') for t in check.tried])}"
        why = named(
            "numbers-checked",
            working=check.working, claim=check.claim, tried="; ".join(check.tried) or "one",
        )  # fmt: skip
        told.append(
            said(Piece(text, (quoted(check.quote),)), why, label=_LABELS[check.verdict],
                 about=(f"numbers_checked.{index}",))
        )  # fmt: skip
    return tuple(told)

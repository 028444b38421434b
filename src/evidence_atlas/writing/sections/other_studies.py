"""The same question in other studies: each with design, size, definition and what it found."""

from __future__ import annotations

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..slots import Slots
from ..subject.other_work import described, finding, others, support

MOST = 20
_RULE = named("same-question")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """One line a study, linked ones first, then larger ones."""
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    told = []
    for other in others(m)[:MOST]:
        found = "; ".join(words for f in other.facts.findings[:2] if (words := finding(f)))
        parts = [described(other), *([other.facts.criterion] if other.facts.criterion else [])]
        text = "; ".join([*parts, *([found] if found else [])])
        label = {
            "found the same": "Found the same",
            "did not find the same": "Did not find the same",
        }
        told.append(
            said(Piece(text, (support(m, other),)), _RULE, about=("links",),
                 label=label.get(other.relation or "", "Same question"))
        )  # fmt: skip
    return tuple(told)

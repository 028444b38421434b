"""The same question in other studies: each with design, size, what is shared, and definition."""

from __future__ import annotations

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..slots import Slots
from ..subject.other_work import Other, described, findings, others, support

MOST = 20
_RULE = named("same-question")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """One line a study, linked ones first, then larger ones."""
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    told = []
    for other in others(m)[:MOST]:
        same = (
            f"{described(other)}, also studied {other.shared}" if other.shared else described(other)
        )
        criterion = other.facts.criterion
        parts = [same, *([criterion] if criterion else []), *findings(other)]
        told.append(
            said(Piece("; ".join(parts), (support(m, other),)), _RULE, about=("links",),
                 label=_label(other))
        )  # fmt: skip
    return tuple(told)


def _label(other: Other) -> str:
    if other.relation:
        return other.relation[0].upper() + other.relation[1:]
    if not other.treated_alike:
        return "Same measure"
    return "Same kind of treatment" if other.same_kind else "Same treatment"

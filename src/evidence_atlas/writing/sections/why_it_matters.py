"""Why It Matters: the question, and the atlas's other studies of what was given.

No praise, no bare count.
"""

from __future__ import annotations

from ..brief.kinds import TREATMENT
from ..frames import first
from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..slots import Slots
from ..subject.aims import aim
from ..subject.other_work import described, others, support, tried_elsewhere

MOST = 4
_TRIED = frozenset({*TREATMENT, "protocol"})
_ASKS = "No other study in this atlas asks this"
_TRIES = "No other study in this atlas tried {treatment}"
_PLANS = "No other study in this atlas tried {treatment} or plans to"
_RULE = named("question")
_NONE = named("no-other-study")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """What the authors set out to find; then the others of the same treatment, or linked ones.

    A shared measure alone does not say why a study matters: those stand in Deep alone.

    A question that is made of what was given or measured is wrong of nearly every second study.
    """
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    stated = aim(m)
    told = [stated] if stated is not None else []
    found = [o for o in others(m) if o.treated_alike or o.relation]
    for other in found[:MOST]:
        criterion = f"; {other.facts.criterion}" if other.facts.criterion else ""
        shared = f", also studied {other.shared}" if other.shared else ", asked the same"
        relation = f" and {other.relation}" if other.relation else ""
        text = f"{described(other)}{shared}{relation}{criterion}"
        told.append(said(Piece(text, (support(m, other),)), _RULE, about=("links",)))
    # That two studies gave the same treatment is sure; that they took the same measure says
    # less, so nobody is told that no other study did.
    plan = m.brief.kind == "protocol"
    asks = stated is not None
    if (
        not found and m.brief.kind in _TRIED and "treatment" in slots
        and not tried_elsewhere(m, plans=plan or asks)
    ):  # fmt: skip
        tries = _PLANS if plan else _TRIES
        frame = first([_ASKS if asks else tries], slots)
        told += [said(frame, _NONE, about=("links",))] if frame is not None else []
    return tuple(told)

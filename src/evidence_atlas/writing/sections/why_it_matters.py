"""Why It Matters: the question, and the atlas's other studies of it. No praise, no bare count."""

from __future__ import annotations

import re

from ..aims import aim
from ..frames import first
from ..material import Material, Piece
from ..other_work import described, others, support
from ..rules import named
from ..said import Said, said
from ..slots import Slots

MOST = 4
_HOW_MANY = re.compile(r"\b(?:prevalence|incidence|frequency)\b", re.IGNORECASE)
_RULE = named("question")
# Of other kinds only the authors' own question is told: one that is made of what was measured and
# of the illness is wrong of every second study.
_QUESTIONS = {
    "treatment": (
        "The question: what happens to {sought} when people with {condition} have {treatment}",
        "The question: what happens when people with {condition} have {treatment}",
        "The question: what happens when people have {treatment}",
    ),
    "onset": ("The question: who gets {illness_outcome}",),
    "frequency": ("The question: how many people get {illness_outcome}",),
}
_NONE = named("no-other-study")


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """What the authors set out to find, else the question; then the others that ask the same."""
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    told = []
    form = _form(m)
    if form == "onset" and "measured" in slots and _HOW_MANY.search(slots["measured"].text):
        form = "frequency"
    stated = aim(m)
    asked = first(_QUESTIONS[form], slots) if form in _QUESTIONS else None
    if stated is not None:
        told.append(stated)
    elif asked is not None:
        text = f"{asked.text}?"
        told.append(said(Piece(text, asked.support), _RULE, lay=True))
    found = others(m)
    for other in found[:MOST]:
        criterion = f"; {other.facts.criterion}" if other.facts.criterion else ""
        shared = f", also studied {other.shared}" if other.shared else ", asked the same"
        relation = f" and {other.relation}" if other.relation else ""
        text = f"{described(other)}{shared}{relation}{criterion}"
        told.append(said(Piece(text, (support(m, other),)), _RULE, about=("links",)))
    # That two studies gave the same treatment is sure; that they took the same measure says
    # less, so nobody is told that no other study did.
    if not found and form == "treatment" and "treatment" in slots:
        told.append(said(Piece("No other study in this atlas asks this"), _NONE, about=("links",)))
    return tuple(told)


def _form(m: Material) -> str:
    kind = m.brief.kind
    if m.illness_is_outcome and kind in ("cohort", "survey", "study"):
        return "onset"
    if kind in ("trial", "crossover", "single_arm", "open_groups", "protocol"):
        return "treatment"
    if kind in ("case_report", "series") and m.brief.treatment:
        return "treatment"
    return "other"

"""What may fairly be said of this study, and what not: sentences to carry elsewhere."""

from __future__ import annotations

from dataclasses import replace

from ..halves import half_told
from ..kinds import OVERVIEW
from ..material import Material
from ..quick_results import quick_result
from ..said import Said
from ..slots import Slots
from ..standing import leans
from . import observed_findings
from .does_not_prove import beyond
from .quick_summary import who

MOST_RESULTS = 2
_UNCLEAR_ALONE = frozenset(
    {"narrative", "test", "case_report", "series", "comparison", "genes", "cells", "computation"}
)
"""Kinds of study of which the opening of Quick, carried elsewhere, said too little to its readers.

More than every second such sentence was called unclear ("researchers compared groups of people").
"""


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Fair: who was studied and the whole group's first result. Not fair: the widest stretch."""
    if m.brief.bare or m.brief.kind in ("retracted", "hypothesis", "protocol"):
        return ()
    told = []
    if m.brief.kind not in _UNCLEAR_ALONE:
        told.append(replace(who(m, slots), label="Fair to say"))
    results = 0
    # An overview, advice or a comment has no results of its own to carry elsewhere.
    for index in () if m.brief.kind in OVERVIEW else m.brief.quick:
        sentence = quick_result(m, slots, index)
        again = sentence is not None and any(sentence.text == other.text for other in told)
        if (
            sentence
            and not again
            and not leans(sentence.text)
            and m.reading.results[index].scope == "all"
            and not _half_of_the_page(m, slots, sentence)
        ):
            told.append(replace(sentence, label="Fair to say"))
            results += 1
        if results == MOST_RESULTS:
            break
    widest = next(beyond(m, slots), None)
    return (*told, replace(widest, label="Not fair to say")) if widest else tuple(told)


def _half_of_the_page(m: Material, slots: Slots, sentence: Said) -> bool:
    """Whether it is one half of a contrast of which the page tells no other half."""
    if not half_told(m, sentence, []):
        return False
    return half_told(m, sentence, list(observed_findings.write(m, slots)))

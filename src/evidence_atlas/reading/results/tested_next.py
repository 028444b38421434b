"""Values of two groups, and the test of their difference told in the sentence behind.

"Relapses were 24 (29 %) in A and 37 (46 %) in B. The difference was significant (p = 0.03)": the
first sentence leaves the way open, since it prints no test; the second bears it out or not.
"""

from __future__ import annotations

import msgspec

from evidence_atlas.records import Design, Result, Sentence
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Direction

from .. import tables
from ..names import unnamed
from . import comparison, direction, groups_first
from .p_values import p_values

_WORDS: dict[str, str] = tables.load("tested_next")

_OF_THE_DIFFERENCE = cue(_WORDS["of_the_difference"])


def settle(found: list[Result], sentence: Sentence, index: int, design: Design) -> list[Result]:
    """The results so far, those of the sentence before told with the test that this one prints."""
    test = _OF_THE_DIFFERENCE.match(sentence.text)
    if test is None:
        return found
    bears_out = not (test["failed"] or test["no"] or test["not"]) and not p_values(sentence.text)[1]
    return [
        _tested(r, bears_out, design)
        if r.sentence == index - 1 and r.direction == "descriptive"
        else r
        for r in found
    ]


def _tested(result: Result, bears_out: bool, design: Design) -> Result:
    told = unnamed(result.text)
    way: Direction | None = direction.values(told) or groups_first.way(told)
    if way is None:
        return result
    way = way if bears_out else "no difference"
    subgroup = result.scope == "subgroup"
    against = comparison.of(told, design, False, way, subgroup, arms=result.between_groups)
    return msgspec.structs.replace(result, direction=way, comparison=against)

"""A null that stands alone in Quick says that nothing was found, where something was.

What differed is then told further down, for it could not be told shortly and plainly; Quick says
at least that it is there. Where chance made the groups, or the null is of the main outcome, the
null is the result and stands by itself (CONSORT 2010, items 17 and 22: no other outcome makes up
for it).
"""

from __future__ import annotations

from evidence_atlas.records import (
    conclusions_in,
    of_result,
    quoted,
    results_in,
    sentences_in,
    tells_a_finding,
)

from ..brief.main_result import called_main
from ..frames import FRAMES, frame_rule
from ..material import Material, Piece
from ..said import Said, said
from ..sections import observed_findings
from ..slots import Slots
from .size import NOT_TOLD

_DIFFERS = ("higher", "lower")


def with_what_differed(m: Material, slots: Slots, told: list[Said]) -> list[Said]:
    """Quick with a word on what differed, where it tells of nulls alone."""
    found = [s for s in told if tells_a_finding(s.about)]
    if m.reading.design.randomised is True or not found or not _only_nulls(m, found):
        return told
    below = {a for s in observed_findings.write(m, slots) for a in s.about}
    for i in m.brief.results:
        if not differed(m, i) or of_result(i) not in below:
            continue
        held = quoted(m.reading.results[i].quote)
        piece = Piece(FRAMES["quick_differences"]["plain"], (held,))
        too = said(piece, frame_rule("quick_differences"), about=NOT_TOLD, lay=True)
        at = told.index(found[-1]) + 1
        return [*told[:at], too, *told[at:]]
    return told


def differed(m: Material, index: int) -> bool:
    """Whether a result tells of a difference between people, of all of them."""
    result = m.reading.results[index]
    apart = result.direction in _DIFFERS and result.comparison != "within_group"
    return apart and result.scope == "all"


def _only_nulls(m: Material, found: list[Said]) -> bool:
    """Whether all that is told are nulls, none of them of the main outcome."""
    if any(conclusions_in(s.about) or sentences_in(s.about) for s in found):
        return False
    told = [m.reading.results[i] for s in found for i in results_in(s.about)]
    return all(r.is_null and not called_main(m.reading, r) for r in told)

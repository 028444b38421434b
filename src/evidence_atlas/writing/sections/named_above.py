"""What a gap may name: an outcome of which the page tells a result.

"That the walks were the reason for any change in mood" is a riddle where nothing above speaks of
mood: such a gap is told without the outcome's name, or not at all.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text.stems import stems
from evidence_atlas.records import results_in

from ..material import Material, Piece
from ..results.bare_results import bare_result
from ..results.quick_results import quick_result
from ..slots import Slots
from ..tables import table
from . import observed_findings

_TABLE = table("sections/named_above.toml")
_NAME_OUTCOMES = frozenset(_TABLE["limits"])
_COMMON = frozenset(_TABLE["common"])
_WORD = re.compile(r"[^\W\d_]{3,}")


def without_untold(m: Material, slots: Slots, facts: dict[str, Piece]) -> dict[str, Piece]:
    """The facts without an outcome of which no finding of the page has a word."""
    if _NAME_OUTCOMES.isdisjoint(m.brief.limits):
        return facts
    told = [*observed_findings.write(m, slots)]
    quick = [s for i in m.brief.main if (s := quick_result(m, slots, i)) is not None]
    # Where none can be put plainly, Quick says of which kind they are.
    told += quick or [s for i in m.brief.main if (s := bare_result(m, slots, i)) is not None]
    results = m.reading.results
    # The authors' short forms are told by their words, and the outcome may be named by either.
    theirs = (results[i] for s in told for i in results_in(s.about))
    words = [*(s.text for s in told), *(f"{r.outcome or ''} {r.text}" for r in theirs)]
    above = _stems(" ".join(words))
    return {
        name: piece for name, piece in facts.items()
        if name not in ("outcome", "changed") or not _stems(piece.text).isdisjoint(above)
    }  # fmt: skip


def _stems(text: str) -> frozenset[str]:
    return stems(_WORD.findall(text), _COMMON.__contains__)

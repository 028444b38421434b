"""A printed change, and what its ± gives if it is a standard deviation or a standard error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from evidence_atlas.arithmetic.means import Pair, correlation_needed, exactly, p_paired, p_separate
from evidence_atlas.arithmetic.printed import PrintedP, Range


@dataclass(frozen=True)
class Change:
    """Two printed means of the same people with their spreads, and the printed p."""

    pair: Pair
    p: PrintedP

    @property
    def n(self) -> int:
        return self.pair.n1


class SpreadRead(NamedTuple):
    """What comes out if ± is an SD, or an SE."""

    se: bool
    separate: Range
    """For two separate groups, as a range by rounding."""
    unlinked: Range
    """For the same people, before and after not correlated."""
    shown: tuple[float, float, float]
    """Welch's, Student's and the paired p for the printed figures taken as exact."""
    needed: float | None
    p: PrintedP

    @property
    def separate_gives(self) -> bool:
        return self.p.allows(self.separate)

    @property
    def always(self) -> bool:
        """Whether every correlation from 0 on gives the printed p in the same people."""
        if self.needed is None or self.p.sign == "=":
            return False
        return self.needed <= 0 if self.p.sign == "<" else self.needed >= 1

    @property
    def never(self) -> bool:
        return self.needed is None


def read_with(change: Change, se: bool) -> SpreadRead:
    pair, exact = change.pair, exactly(change.pair)
    both = [p_separate(pair, se, pooled) for pooled in (False, True)]
    return SpreadRead(
        se,
        Range(min(w.low for w in both), max(w.high for w in both)),
        p_paired(pair, se, 0.0),
        (p_separate(exact, se).low, p_separate(exact, se, True).low, p_paired(exact, se, 0.0).low),
        correlation_needed(pair, se, change.p),
        change.p,
    )

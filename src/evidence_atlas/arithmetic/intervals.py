"""p from an estimate and its confidence interval, and whether the interval lies evenly.

Altman & Bland, How to obtain the P value from a confidence interval, BMJ 2011;343:d2304: the
standard error is the width over twice the normal quantile, for ratios on the log scale.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .printed import Printed, Range


@dataclass(frozen=True)
class Interval:
    """An estimate with its interval; `ratio` where no effect is 1, else no effect is 0.

    `level` is the confidence in per cent.
    """

    estimate: Printed
    low: Printed
    high: Printed
    level: float
    ratio: bool

    def scaled(self, value: float) -> float:
        """On the scale on which an interval lies evenly."""
        return math.log(value) if self.ratio else value

    @property
    def usable(self) -> bool:
        """Whether every value that the figures stand for can be put on its scale."""
        ends = (self.estimate.low, self.low.low, self.high.low)
        return self.low.value < self.high.value and not (self.ratio and min(ends) <= 0)


def holds_estimate(interval: Interval) -> bool:
    """Whether the estimate can lie between the ends, as rounded."""
    e = interval.estimate
    return e.high >= interval.low.low and e.low <= interval.high.high


def holds_no_effect(interval: Interval) -> bool | None:
    """Whether 1 (a ratio) or 0 (a difference) lies inside; None where rounding leaves it open."""
    null = 1.0 if interval.ratio else 0.0
    if interval.low.high < null and interval.high.low > null:
        return True
    if interval.low.low > null or interval.high.high < null:
        return False
    return None


def evenness(interval: Interval) -> Range:
    """Where the estimate lies between the middle (0) and an end (1), as a range by rounding.

    Negative towards the lower end.
    """
    s = interval.scaled
    e, a, b = interval.estimate, interval.low, interval.high
    places = [
        (s(x) - (s(lo) + s(hi)) / 2) / max((s(hi) - s(lo)) / 2, 1e-12)
        for x in (e.low, e.high)
        for lo in (a.low, a.high)
        for hi in (b.low, b.high)
        if hi > lo
    ]
    return Range(min(places), max(places))


def lies_evenly(interval: Interval, slack: float = 0.02) -> bool:
    """Whether the estimate can lie in the middle, on the log scale for ratios."""
    place = evenness(interval)
    return place.low <= slack and place.high >= -slack


def p_range(interval: Interval) -> Range:
    """The two-sided p, as a range by rounding. The interval must be usable and even."""
    from scipy.special import ndtr, ndtri  # type: ignore[import-untyped]

    s = interval.scaled
    e, a, b = interval.estimate, interval.low, interval.high
    quantile = float(ndtri(0.5 + interval.level / 200))
    widest, narrowest = s(b.high) - s(a.low), s(b.low) - s(a.high)
    ends = sorted((abs(s(e.low)), abs(s(e.high))))
    nearest = 0.0 if s(e.low) <= 0 <= s(e.high) else ends[0]
    least = nearest * 2 * quantile / widest
    most = ends[1] * 2 * quantile / narrowest if narrowest > 0 else math.inf
    return Range(float(2 * ndtr(-most)), float(2 * ndtr(-least)))


def z_of(p: Range) -> Range:
    """The standard normal values that have such a two-sided p; the greatest is infinite at 0."""
    from scipy.special import ndtri

    low, high = (float(-ndtri(max(min(x, 1.0), 0.0) / 2)) for x in (p.high, p.low))
    return Range(max(low, 0.0), high)

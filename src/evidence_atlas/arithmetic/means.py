"""p from two means with their spreads, for separate groups and for the same people."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from .printed import Printed, PrintedP, Range


@dataclass(frozen=True)
class Pair:
    """Two printed means with their spreads, in `n1` and `n2` people (or twice in the same)."""

    mean1: Printed
    spread1: Printed
    mean2: Printed
    spread2: Printed
    n1: int
    n2: int


def p_separate(pair: Pair, standard_error: bool, pooled: bool = False) -> Range:
    """Two-sided p of two separate groups, as a range by rounding.

    Welch's t test: t = (m2 - m1) / √(e1² + e2²), with e the standard error (SD / √n where the
    spread is an SD) and the degrees of freedom of Welch and Satterthwaite (Welch 1947,
    Biometrika 34:28-35). `pooled`: Student's, with one variance and n1 + n2 - 2 degrees.
    """
    found = [
        _p_separate(gap, a, b, pair.n1, pair.n2, standard_error, pooled)
        for gap, a, b in _corners(pair)
    ]
    return Range(min(found), max(found))


def p_paired(pair: Pair, standard_error: bool, correlation: float) -> Range:
    """Two-sided p in the same people, by the paired t test, as a range by rounding.

    The variance of the differences is s1² + s2² - 2·r·s1·s2, with r the `correlation` of before
    and after; n - 1 degrees of freedom (Student 1908, Biometrika 6:1-25).
    """
    found = [_p_paired(g, a, b, pair.n1, standard_error, correlation) for g, a, b in _corners(pair)]
    return Range(min(found), max(found))


def exactly(pair: Pair) -> Pair:
    """The same figures taken as exact, for telling one p instead of a range."""

    def exact(figure: Printed) -> Printed:
        return Printed(figure.text, figure.value, 0 * figure.unit)

    return Pair(
        exact(pair.mean1),
        exact(pair.spread1),
        exact(pair.mean2),
        exact(pair.spread2),
        pair.n1,
        pair.n2,
    )


def correlation_needed(pair: Pair, standard_error: bool, p: PrintedP) -> float | None:
    """The correlation of before and after at which the same people give the printed p.

    With "<" this or more is needed, with ">" this or less. None where no correlation from -1
    to 1 gives it; -1 or 1 where every one does.
    """
    from scipy.special import stdtrit  # type: ignore[import-untyped]

    a, b = _errors(float(pair.spread1), float(pair.spread2), pair.n1, pair.n1, standard_error)
    limit = min(max(float(p.figure), 1e-15), 1 - 1e-15)
    t = float(stdtrit(pair.n1 - 1, 1 - limit / 2))
    gap = float(pair.mean2) - float(pair.mean1)
    needed = (a * a + b * b - (gap / t) ** 2) / (2 * a * b)
    if p.sign == "<":
        return None if needed > 1 else max(needed, -1.0)
    if p.sign == ">":
        return None if needed < -1 else min(needed, 1.0)
    return needed if -1 <= needed <= 1 else None


def least_spread(whole: float, n: int, part: float, k: int) -> float:
    """The smallest SD that `n` people with the mean `whole` can have if `k` average `part`.

    Reached where everybody equals the mean of their part: the sum of squares between the
    parts, over n - 1.
    """
    rest = (n * whole - k * part) / (n - k)
    squares = k * (part - whole) ** 2 + (n - k) * (rest - whole) ** 2
    return math.sqrt(squares / (n - 1))


def _corners(pair: Pair) -> Iterator[tuple[float, float, float]]:
    """The least and greatest gap with the least and greatest spreads."""
    gaps = [
        abs(y - x)
        for x in (pair.mean1.low, pair.mean1.high)
        for y in (pair.mean2.low, pair.mean2.high)
    ]
    crossing = pair.mean1.low <= pair.mean2.high and pair.mean2.low <= pair.mean1.high
    ends = (0.0 if crossing else min(gaps), max(gaps))
    first = (pair.spread1.low, pair.spread1.high)
    second = (pair.spread2.low, pair.spread2.high)
    for gap, a, b in itertools.product(ends, first, second):
        yield gap, max(a, 1e-12), max(b, 1e-12)


def _errors(a: float, b: float, n1: int, n2: int, standard_error: bool) -> tuple[float, float]:
    return (a, b) if standard_error else (a / math.sqrt(n1), b / math.sqrt(n2))


def _p_separate(
    gap: float, a: float, b: float, n1: int, n2: int, standard_error: bool, pooled: bool
) -> float:
    from scipy.special import stdtr

    a, b = _errors(a, b, n1, n2, standard_error)
    freedom: float
    if pooled:
        freedom = n1 + n2 - 2
        variance = ((n1 - 1) * n1 * a * a + (n2 - 1) * n2 * b * b) / freedom
        error = math.sqrt(variance * (1 / n1 + 1 / n2))
    else:
        error = math.hypot(a, b)
        freedom = error**4 / (a**4 / (n1 - 1) + b**4 / (n2 - 1))
    return float(2 * stdtr(freedom, -gap / error))


def _p_paired(
    gap: float, a: float, b: float, n: int, standard_error: bool, correlation: float
) -> float:
    from scipy.special import stdtr

    a, b = _errors(a, b, n, n, standard_error)
    variance = a * a + b * b - 2 * correlation * a * b
    if variance <= 0:
        return 0.0 if gap else 1.0
    return float(2 * stdtr(n - 1, -gap / math.sqrt(variance)))

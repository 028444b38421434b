"""p of two shares, from the counts of each group."""

from __future__ import annotations

import math
from typing import NamedTuple

from .printed import Range


class Share(NamedTuple):
    """`n` of `whole` people."""

    n: int
    whole: int


def p_chi_square(a: Share, b: Share, corrected: bool = False) -> float | None:
    """Pearson's chi-square of the fourfold table (Pearson 1900, Philosophical Magazine 50:157).

    `corrected`: Yates's correction for continuity (1934, Supplement to the JRSS 1:217-235). None
    where nobody, or everybody, is counted in both groups.
    """
    from scipy.special import chdtrc  # type: ignore[import-untyped]

    having, total = a.n + b.n, a.whole + b.whole
    if having in (0, total):
        return None
    gap = float(abs(a.n * b.whole - b.n * a.whole))
    if corrected:
        gap = max(0.0, gap - total / 2)
    return float(chdtrc(1, total * gap**2 / (having * (total - having) * a.whole * b.whole)))


def p_fisher(a: Share, b: Share) -> float:
    """Fisher's exact test, two-sided (Fisher 1922, JRSS 85:87-94).

    Two-sided as R and SciPy have it: the sum over all tables that are no likelier than this one.
    """
    having, total = a.n + b.n, a.whole + b.whole
    tables = range(max(0, having - b.whole), min(having, a.whole) + 1)
    logs = [_log_choose(a.whole, k) + _log_choose(b.whole, having - k) for k in tables]
    all_ = _log_choose(total, having)
    limit = logs[a.n - tables.start] + 1e-7
    return min(1.0, sum(math.exp(x - all_) for x in logs if x <= limit))


def p_range(a: Share, b: Share) -> Range | None:
    """The p of the three tests, from the least to the greatest; None where no test is possible."""
    plain, corrected = p_chi_square(a, b), p_chi_square(a, b, corrected=True)
    if plain is None or corrected is None:
        return None
    found = (plain, corrected, p_fisher(a, b))
    return Range(min(found), max(found))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)

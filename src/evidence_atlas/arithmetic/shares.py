"""Whether a count of a whole is the printed percentage."""

from __future__ import annotations

from fractions import Fraction

from .printed import Printed


def is_share(n: int, whole: int, percentage: Printed) -> bool:
    """Whether `n` of `whole` is printed so: rounded (half up or half to even) or cut off.

    Both ways of rounding a half are allowed, since tables are made with either.
    """
    if whole <= 0:
        return False
    exact = Fraction(100 * n, whole)
    cut = 0 <= exact - percentage.value < percentage.unit
    return abs(exact - percentage.value) <= percentage.unit / 2 or cut

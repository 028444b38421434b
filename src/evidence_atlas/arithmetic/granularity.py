"""GRIM: whether whole numbers of so many people can have the printed mean.

Brown & Heathers 2017, Social Psychological and Personality Science 8:363-369: the sum of whole
numbers is whole, so that the mean of n of them can only be a multiple of 1/n.
"""

from __future__ import annotations

import math
from fractions import Fraction

from .printed import Printed


def tells(mean: Printed, n: int) -> bool:
    """Whether the test can fail at all: the printed steps must be finer than 1/n."""
    return n > 0 and mean.unit < Fraction(1, n)


def is_mean(mean: Printed, n: int) -> bool:
    """Whether some whole sum over `n` is printed so: rounded either way, or cut off."""
    low, high = (mean.value - mean.unit / 2) * n, (mean.value + mean.unit / 2) * n
    if math.ceil(low) <= math.floor(high):
        return True
    size = abs(mean.value)
    cut = math.ceil(size * n)
    return Fraction(cut, n) < size + mean.unit

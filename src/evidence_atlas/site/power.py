"""What a number of people can show: the smallest difference that a study of that size would find.

Two-sided at the 5 % level with 80 % power, by the normal approximation (Campbell MJ, Julious SA,
Altman DG. Estimating sample sizes for binary, ordered categorical, and continuous outcomes in
two group comparisons. BMJ 1995;311:1145-8).
"""

from __future__ import annotations

import math
from statistics import NormalDist

ALPHA = 0.05
POWER = 0.8

_Z = NormalDist().inv_cdf(1 - ALPHA / 2) + NormalDist().inv_cdf(POWER)
_K = _Z * _Z


def two_means(n: int) -> float:
    """Smallest difference of two groups of `n` each, in standard deviations of one person.

    From n = 2 (z₁₋α⁄₂ + z₁₋β)² ⁄ d². Raises ValueError for fewer than two people.
    """
    _enough(n)
    return _Z * math.sqrt(2 / n)


def two_shares(n: int) -> float:
    """How far above one half the share in the second of two groups of `n` has to be.

    From n = (z₁₋α⁄₂ + z₁₋β)² [p₁(1−p₁) + p₂(1−p₂)] ⁄ (p₂−p₁)² with p₁ = ½, where a share varies
    most; solved for p₂ − p₁. Above one half no share exists: infinity. Raises ValueError for
    fewer than two people.
    """
    _enough(n)
    difference = math.sqrt(_K / (2 * (n + _K)))
    return difference if difference <= 0.5 else math.inf


def _enough(n: int) -> None:
    if n < 2:
        raise ValueError(f"at least two people are needed, not {n}")

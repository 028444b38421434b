"""p from a test statistic and its degrees of freedom.

As statcheck does (Nuijten et al. 2016, Behavior Research Methods 48:1205-1226): the p is worked
out for the least and the greatest value that round to the printed statistic.
"""

from __future__ import annotations

from typing import Literal

from .printed import Printed, Range

Kind = Literal["t", "F", "chi2", "r", "z"]


def p_two_sided(kind: Kind, statistic: Printed, freedom: tuple[float, ...]) -> Range | None:
    """The two-sided p (for F and chi-square the upper tail), as a range.

    `freedom`: one number for t, chi2 and r, two for F, none for z. None where the statistic
    cannot have such a value.
    """
    least = max(0.0, abs(float(statistic)) - float(statistic.unit) / 2)
    most = abs(float(statistic)) + float(statistic.unit) / 2
    if kind in ("F", "chi2") and statistic.value < 0:
        return None
    if kind == "r" and abs(float(statistic)) >= 1:
        return None
    if any(f <= 0 for f in freedom):
        return None
    return Range(_tail(kind, most, freedom), _tail(kind, least, freedom))


def halved(p: Range) -> Range:
    """The one-sided p."""
    return Range(p.low / 2, p.high / 2)


def _tail(kind: Kind, value: float, freedom: tuple[float, ...]) -> float:
    from scipy import special  # type: ignore[import-untyped]

    if kind == "t":
        return float(2 * special.stdtr(freedom[0], -value))
    if kind == "F":
        return float(special.fdtrc(freedom[0], freedom[1], value))
    if kind == "chi2":
        return float(special.chdtrc(freedom[0], value))
    if kind == "z":
        return float(2 * special.ndtr(-value))
    # t = r √(df / (1 - r²)) (Fisher 1915, Biometrika 10:507-521; Student's t with n - 2).
    if value >= 1:
        return 0.0
    t = value * (freedom[0] / (1 - value * value)) ** 0.5
    return float(2 * special.stdtr(freedom[0], -t))

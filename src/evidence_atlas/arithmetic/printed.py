"""Printed figures as the ranges that they stand for, and whether a recomputed p is as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

Sign = Literal["<", "=", ">"]
_FIGURE = re.compile(r"(?P<sign>[-−–‐]?)(?P<whole>[\d,]*)(?:[.·](?P<decimals>\d+))?")


class Range(NamedTuple):
    """From `low` to `high`, both included."""

    low: float
    high: float


@dataclass(frozen=True)
class Printed:
    """A figure as printed: "19.6" is 19.6, printed to `unit` 0.1, rounded or cut off."""

    text: str
    value: Fraction
    unit: Fraction

    @property
    def low(self) -> float:
        """The least value that rounds to the figure; the half goes up or to even."""
        return float(self.value - self.unit / 2)

    @property
    def high(self) -> float:
        """The greatest value that rounds to the figure."""
        return float(self.value + self.unit / 2)

    def __float__(self) -> float:
        return float(self.value)


def printed(text: str) -> Printed:
    """The figure that `text` prints: "-3.2", "−3.2", ".05", "1,234", "3·5".

    Raises ValueError where it is none.
    """
    match = _FIGURE.fullmatch(text.strip())
    if match is None or not (match["whole"].strip(",") or match["decimals"]):
        raise ValueError(f"no figure: {text!r}")
    decimals = match["decimals"] or ""
    digits = match["whole"].replace(",", "") + decimals
    unit = Fraction(1, 10 ** len(decimals))
    value = Fraction(int(digits)) * unit
    return Printed(text.strip(), -value if match["sign"] else value, unit)


@dataclass(frozen=True)
class PrintedP:
    """A p as printed: "p < .05", "p = 0.03"; `figure` lies between 0 and 1."""

    sign: Sign
    figure: Printed

    @property
    def range(self) -> Range:
        """Every p that would be printed so; "=" is rounded or cut off."""
        value, unit = float(self.figure.value), float(self.figure.unit)
        if self.sign == "<":
            return Range(0.0, value)
        if self.sign == ">":
            return Range(value, 1.0)
        return Range(max(0.0, value - unit / 2), value + unit)

    def allows(self, p: Range) -> bool:
        """Whether some p of the range would be printed so."""
        mine = self.range
        if self.sign == "<":
            return p.low < mine.high
        return p.high >= mine.low and p.low <= mine.high

    @property
    def as_limit(self) -> str:
        """The same figure as a limit that p stays under: "p < 0.05"."""
        return str(PrintedP("<", self.figure))

    def __str__(self) -> str:
        return f"p {self.sign} {self.figure.text.replace('·', '.')}"


def p_printed(sign: str, figure: str) -> PrintedP | None:
    """The printed p; None where the figure is no probability.

    "≤" counts as "<", "≥" as ">", ":" and no sign as "=". A p of "0.000" is under .0005.
    """
    value = printed(figure)
    if not 0 <= value.value <= 1:
        return None
    way: Sign = "<" if sign in "<≤" and sign else ">" if sign in ">≥" and sign else "="
    if not value.value:
        if way == ">":
            return None
        return PrintedP("<", Printed(figure.strip(), value.unit, value.unit))
    return PrintedP(way, value)

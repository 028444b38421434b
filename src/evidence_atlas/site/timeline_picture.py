"""The studies by year as bars: filled from E2 up, open for E3, a thin line for what has no grade.

Where there are more years than a screen can hold, the last ones stand singly and of those before
five together. Years without a study, two or more in a row, are one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext

from evidence_atlas.publishing.overview.values import YearRow

WIDTH = 300
SINGLE_YEARS = 25
"""So many years stand singly; of more, only the last `LATEST`."""
LATEST = 5
TOGETHER = 5
_LEFT, _RIGHT, _STEP = 86, 44, 26
_SOLID = ("E0", "E1", "E2")

Span = tuple[int, int]
"""A first and a last year, both included."""


@dataclass(frozen=True)
class Bar:
    """Some years: their name, the widths of the three parts, and the total in words."""

    name: str
    y: int
    solid: float
    open: float
    line: float
    total: int

    @property
    def said(self) -> str:
        return f"{self.total:,}" if self.total else gettext("none")


@dataclass(frozen=True)
class TimelineView:
    height: int
    bars: tuple[Bar, ...]
    left: int = _LEFT
    width: int = WIDTH

    @property
    def told(self) -> str:
        return " ".join(f"{b.name}: {b.said}." for b in self.bars)


def timeline_view(years: Sequence[YearRow]) -> TimelineView:
    """Newest first, and no year left out."""
    counted = {y.year: y for y in years}
    shown = spans(list(counted))
    parts = [_parts([counted[y] for y in range(a, b + 1) if y in counted]) for a, b in shown]
    unit = (WIDTH - _LEFT - _RIGHT) / max(sum(p) for p in parts)
    bars = tuple(
        Bar(
            name=str(first) if first == last else f"{first}–{last}",
            y=_STEP * n,
            solid=round(solid * unit, 1),
            open=round(open_ * unit, 1),
            line=round(line * unit, 1),
            total=solid + open_ + line,
        )
        for n, ((first, last), (solid, open_, line)) in enumerate(zip(shown, parts, strict=True))
    )
    return TimelineView(_STEP * len(bars), bars)


def spans(years: Sequence[int]) -> list[Span]:
    """The years from the first to the last in spans, newest first, empty neighbours as one."""
    first, last = min(years), max(years)
    latest = last - first + 1 if last - first < SINGLE_YEARS else LATEST
    cut: list[Span] = [(year, year) for year in range(last, last - latest, -1)]
    rest = range(first, last - latest + 1)
    for _, together in groupby(reversed(rest), key=lambda year: year // TOGETHER):
        inside = list(together)
        cut.append((inside[-1], inside[0]))
    found: list[Span] = []
    for empty, group in groupby(cut, key=lambda s: not any(s[0] <= y <= s[1] for y in years)):
        run = list(group)
        found += [(run[-1][0], run[0][1])] if empty else run
    return found


def _parts(years: Sequence[YearRow]) -> tuple[int, int, int]:
    solid = open_ = other = 0
    for year in years:
        for level, n in year.levels.items():
            if level.startswith(_SOLID):
                solid += n
            elif level.startswith("E3"):
                open_ += n
            else:
                other += n
    return solid, open_, other

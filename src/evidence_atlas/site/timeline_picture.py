"""The studies by year as bars: filled from E2 up, open for E3, a thin line for what has no grade.

Where there are more years than a screen can hold, five stand together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_atlas.publishing.overview.values import YearRow

WIDTH = 300
SINGLE_YEARS = 25
_LEFT, _RIGHT, _STEP = 86, 44, 26
_SOLID = ("E0", "E1", "E2")


@dataclass(frozen=True)
class Bar:
    """One year, or five: its name, the widths of its three parts, and its total."""

    name: str
    y: int
    solid: float
    open: float
    line: float
    total: int


@dataclass(frozen=True)
class TimelineView:
    height: int
    bars: tuple[Bar, ...]
    left: int = _LEFT
    width: int = WIDTH

    @property
    def told(self) -> str:
        return " ".join(f"{b.name}: {b.total}." for b in self.bars)


def timeline_view(years: Sequence[YearRow]) -> TimelineView:
    """Newest first, without gaps: a year in which nothing was published has an empty bar."""
    counted = {y.year: y for y in years}
    first, last = min(counted), max(counted)
    span = 1 if last - first < SINGLE_YEARS else 5
    start = first - first % span
    spans = [range(y, y + span) for y in range(start, last + 1, span)][::-1]
    parts = [_parts([counted[y] for y in years_ if y in counted]) for years_ in spans]
    most = max(sum(p) for p in parts)
    unit = (WIDTH - _LEFT - _RIGHT) / most
    bars = tuple(
        Bar(
            name=str(years_[0]) if span == 1 else f"{years_[0]}–{min(years_[-1], last)}",
            y=_STEP * n,
            solid=round(solid * unit, 1),
            open=round(open_ * unit, 1),
            line=round(line * unit, 1),
            total=solid + open_ + line,
        )
        for n, (years_, (solid, open_, line)) in enumerate(zip(spans, parts, strict=True))
    )
    return TimelineView(_STEP * len(bars), bars)


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

"""Where the marks of a chart stand: lanes from left to right, in the units of its view box.

All words about a mark stand in the table under the picture; the picture carries a number that
leads there. A mark's place is what was found, its size how many people took part, its fill how
much evidence there is, its line whether others were compared, its shape who was studied.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from evidence_atlas.publishing.overview.findings import BETWEEN
from evidence_atlas.publishing.overview.values import LANES, Chart, Frame, Mark, Row, Way

from . import words

WIDTH = 300
SHOWN = 9
"""Marks drawn in one lane; the rest are counted beside them and stand in the table."""
_STEP, _LINE, _TEXT = 32, 36, 20
_SIZES = ((200, 14.0), (50, 12.0), (0, 10.0))
"""Least number of people, and the radius of the mark; fewer or not stated is the smallest."""
_LETTERS = 36


@dataclass(frozen=True)
class Dot:
    """A mark in its place: `solid` from E2 up, `dashed` where nobody else was compared."""

    number: int
    x: float
    y: float
    r: float
    shape: str
    solid: bool
    dashed: bool
    required: bool


@dataclass(frozen=True)
class LaneText:
    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Band:
    """A row of the chart: its name, its marks, and the edges of its lanes."""

    name: tuple[LaneText, ...]
    heads: tuple[LaneText, ...]
    dots: tuple[Dot, ...]
    more: tuple[LaneText, ...]
    lines: tuple[float, ...]
    top: float
    bottom: float


@dataclass(frozen=True)
class ChartView:
    """A chart laid out; `told` says all of it in words."""

    chart: Chart
    height: float
    bands: tuple[Band, ...]
    told: str

    @property
    def width(self) -> int:
        return WIDTH


def chart_view(chart: Chart, rows: tuple[Row, ...] | None = None) -> ChartView:
    """The picture of a chart, or of some of its rows; better and worse before more and less."""
    bands: list[Band] = []
    told: list[str] = []
    y = 2.0
    shown = chart.rows if rows is None else rows
    for frame in LANES:
        together = [r for r in shown if r.frame == frame]
        lanes = lanes_of(frame, together)
        for row in together:
            band, y = _band(row, lanes, y, row is together[0])
            bands.append(band)
            told.append(row_words(row, lanes))
    return ChartView(chart, y + 2, tuple(bands), " ".join(told))


def lanes_of(frame: Frame, rows: Iterable[Row]) -> tuple[Way, ...]:
    """The lanes of some rows; `mixed` has one only where a study found both."""
    mixed = any(m.way == "mixed" for r in rows for m in r.marks)
    return (*LANES[frame], "mixed") if mixed else LANES[frame]


def row_words(row: Row, lanes: tuple[Way, ...]) -> str:
    """A row of the picture in words."""
    parts = []
    for way in lanes:
        names = [f"{m.number}, {m.study.label}" for m in row.marks if m.way == way]
        parts.append(f"{gettext(words.WAYS[way])}: {'; '.join(names) or gettext('none')}.")
    return f"{row.name}. {' '.join(parts)}"


def _band(row: Row, lanes: tuple[Way, ...], y: float, heads: bool) -> tuple[Band, float]:
    wide = WIDTH / len(lanes)
    head: list[LaneText] = []
    if heads:
        wrapped = [_wrap(gettext(words.WAYS[w]), int(wide // 8)) for w in lanes]
        for place, lines in enumerate(wrapped):
            for n, line in enumerate(lines):
                head.append(LaneText(wide * (place + 0.5), y + 15 + 17 * n, line))
        y += 17 * max(len(w) for w in wrapped) + 8
    name = []
    for line in _wrap(row.name[:1].upper() + row.name[1:], _LETTERS):
        name.append(LaneText(1, y + 16, line))
        y += _TEXT
    y += 4
    dots: list[Dot] = []
    more: list[LaneText] = []
    fits = max(1, int(wide // _STEP))
    deepest = _LINE
    for place, way in enumerate(lanes):
        marks = [m for m in row.marks if m.way == way]
        shown = marks[:SHOWN]
        for n, mark in enumerate(shown):
            down, column = divmod(n, fits)
            across = min(len(shown) - down * fits, fits)
            x = wide * (place + 0.5) + _STEP * (column - (across - 1) / 2)
            dots.append(_dot(mark, x, y + _LINE * down + 18, row.frame))
        used = _LINE * -(-len(shown) // fits)
        if len(marks) > SHOWN:
            text = ngettext("+ %(n)d more", "+ %(n)d more", len(marks) - SHOWN)
            at = y + used + 14
            more.append(LaneText(wide * (place + 0.5), at, text % {"n": len(marks) - SHOWN}))
            used += _TEXT
        deepest = max(deepest, used)
    bottom = y + deepest + 6
    edges = tuple(wide * n for n in range(1, len(lanes)))
    return Band(tuple(name), tuple(head), tuple(dots), tuple(more), edges, y, bottom), bottom + 8


def _dot(mark: Mark, x: float, y: float, frame: Frame) -> Dot:
    return Dot(
        number=mark.number,
        x=round(x, 1),
        y=round(y, 1),
        r=next(r for least, r in _SIZES if (mark.people or 0) >= least),
        shape=mark.shape,
        solid=(mark.level or "").startswith(("E0", "E1", "E2")),
        dashed=frame != "link" and mark.comparison not in BETWEEN,
        required=mark.required,
    )


def _wrap(text: str, letters: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines

"""Where the marks of a chart stand: lanes from left to right, in the units of its view box.

All words about a mark stand in the table under the picture; the mark carries a letter, for a
figure would read as a count, and is a link to its row there. A mark's place is what was found, its
size how many people took part, its fill how much evidence there is, its line whether others were
compared, its shape who was studied.
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

    letter: str
    x: float
    y: float
    r: float
    shape: str
    solid: bool
    dashed: bool
    required: bool
    told: str
    """The mark in words: the study and what it found of what."""
    row: str
    """The key of its outcome."""
    id: str
    """The id of its row in a table."""
    place: int
    """How many rows stand before it in the table of its outcome and lanes."""
    listed: int
    """How many stand before it in the list of all findings on its outcome."""


@dataclass(frozen=True)
class LaneText:
    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Band:
    """A row of the chart: its name, its marks, and the line along its top; under the heads of the
    lanes, where these part."""

    name: tuple[LaneText, ...]
    heads: tuple[LaneText, ...]
    dots: tuple[Dot, ...]
    more: tuple[LaneText, ...]
    parts: tuple[float, ...]
    top: float


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
            band, y = _band(chart, row, lanes, y, row is together[0])
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
        names = [f"{letter(m.number)}, {m.study.label}" for m in row.marks if m.way == way]
        parts.append(f"{gettext(words.WAYS[way])}: {'; '.join(names) or gettext('none')}.")
    return f"{row.name}. {' '.join(parts)}"


def letter(number: int) -> str:
    """A, B, … Z, AA, AB: the mark of the study with that number, nothing for none."""
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def row_id(chart: Chart, row: Row, mark: Mark) -> str:
    """Where a mark's row stands on a page with its table; a study has one row in each outcome."""
    return f"{chart.key}-{row.key}-{row.frame}-{mark.study.slug}"


def _band(
    chart: Chart, row: Row, lanes: tuple[Way, ...], y: float, heads: bool
) -> tuple[Band, float]:
    wide = WIDTH / len(lanes)
    head: list[LaneText] = []
    if heads:
        wrapped = [_wrap(gettext(words.WAYS[w]), int(wide // 8)) for w in lanes]
        for place, lines in enumerate(wrapped):
            for n, line in enumerate(lines):
                head.append(LaneText(wide * (place + 0.5), y + 15 + 17 * n, line))
        y += 17 * max(len(w) for w in wrapped) + 8
    top = y
    name = []
    for line in _wrap(row.name[:1].upper() + row.name[1:], _LETTERS):
        name.append(LaneText(1, y + 20, line))
        y += _TEXT
    y += 7
    dots: list[Dot] = []
    more: list[LaneText] = []
    fits = max(1, int(wide // _STEP))
    deepest = _LINE
    for place, way in enumerate(lanes):
        marks = [(at, m) for at, m in enumerate(row.marks) if m.way == way]
        shown = marks[:SHOWN]
        for n, (at, _) in enumerate(shown):
            down, column = divmod(n, fits)
            across = min(len(shown) - down * fits, fits)
            x = wide * (place + 0.5) + _STEP * (column - (across - 1) / 2)
            dots.append(_dot(chart, row, at, x, y + _LINE * down + 18))
        used = _LINE * -(-len(shown) // fits)
        if len(marks) > SHOWN:
            text = ngettext("+ %(n)d more", "+ %(n)d more", len(marks) - SHOWN)
            below = y + used + 14
            text = text % {"n": len(marks) - SHOWN}
            more.append(LaneText(wide * (place + 0.5), below, text))
            used += _TEXT
        deepest = max(deepest, used)
    bottom = y + deepest + 6
    parts = tuple(wide * n for n in range(1, len(lanes))) if heads else ()
    return Band(tuple(name), tuple(head), tuple(dots), tuple(more), parts, top), bottom + 8


def _dot(chart: Chart, row: Row, place: int, x: float, y: float) -> Dot:
    mark = row.marks[place]
    alike = [r for r in chart.rows if r.key == row.key]
    before = sum(len(r.marks) for r in alike[: alike.index(row)])
    found = gettext(words.WAYS[mark.way]) if mark.way else ""
    return Dot(
        letter=letter(mark.number),
        x=round(x, 1),
        y=round(y, 1),
        r=next(r for least, r in _SIZES if (mark.people or 0) >= least),
        shape=mark.shape,
        solid=(mark.level or "").startswith(("E0", "E1", "E2")),
        dashed=row.frame != "link" and mark.comparison not in BETWEEN,
        required=mark.required,
        row=row.key,
        id=row_id(chart, row, mark),
        place=place,
        listed=before + place,
        told=f"{letter(mark.number)}, {mark.study.label}, {row.name}: {found}",
    )


def _wrap(text: str, letters: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines

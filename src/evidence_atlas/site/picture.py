"""Where the marks of a study's picture stand: one column of rows, in the units of its view box.

SVG does not wrap text, so it is wrapped here, by a count of letters that the widest of the
page's faces still fits. All colours and strokes come from the stylesheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from evidence_atlas.records import Mark, Picture, PublishedStudy, Statement

from .support import Shown, sources

WIDTH = 300
LINE = 21
LETTERS = 33
"""Letters on a line of a box: 272 units at 8.2 a letter, the mean of the widest face, Verdana."""

_PAD = 10
_GAP = 16
_BOX, _BRANCH, _SHAPE = 14, 42, 38
"""Where text begins: in a box, beside a branch, beside a shape."""


@dataclass(frozen=True)
class Line:
    """One line of text, its runs with their class: `n` for a number, `soft` for what follows."""

    y: int
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """A mark in its place: `kind` is box, branch or shape; `y` its top, `height` its extent."""

    kind: str
    x: int
    y: int
    height: int
    lines: tuple[Line, ...]
    way: str | None = None


@dataclass(frozen=True)
class PictureView:
    """`arrows` are the steps between boxes, `rail` the line that branches leave, `rule` the
    hairline above the findings; each by its vertical place. `told` says all in words."""

    height: int
    rows: tuple[Row, ...]
    arrows: tuple[int, ...]
    rail: tuple[int, int] | None
    rule: int | None
    told: tuple[tuple[Statement, tuple[Shown, ...]], ...]

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def words(self) -> str:
        return " ".join(s.text for s, _ in self.told)


def picture_view(study: PublishedStudy) -> PictureView | None:
    """The picture of a page laid out, or None where it has none."""
    picture = study.page.picture
    if picture is None:
        return None
    told = tuple((s, sources(s, study)) for s in picture.statements())
    return _laid_out(picture, told)


def _laid_out(
    picture: Picture, told: tuple[tuple[Statement, tuple[Shown, ...]], ...]
) -> PictureView:
    rows: list[Row] = []
    arrows: list[int] = []
    rail: tuple[int, int] | None = None
    rule: int | None = None
    y = 1
    for place, mark in enumerate(picture.marks):
        kind = _kind(picture, mark)
        if place:
            before = rows[-1]
            if kind == "shape" and before.kind != "shape":
                rule = y + _GAP - 4
                y += 2 * _GAP - 4
            elif mark.part == "end":
                arrows.append(y)
                y += _GAP + 4
            else:
                y += 8 if kind == before.kind else 4
        row = _row(mark, kind, y)
        rows.append(row)
        if kind == "branch":
            top = rail[0] if rail else y - 4
            rail = (top, y + LINE // 2 + 1)
        y += row.height
    return PictureView(y + 1, tuple(rows), tuple(arrows), rail, rule, told)


def _kind(picture: Picture, mark: Mark) -> str:
    if mark.part in ("finding", "share"):
        return "shape"
    # Branches need something that they leave from.
    begun = any(m.part == "start" for m in picture.marks)
    return "branch" if mark.part in ("group", "turn") and begun else "box"


def _row(mark: Mark, kind: str, y: int) -> Row:
    x = {"box": _BOX, "branch": _BRANCH, "shape": _SHAPE}[kind]
    parts = [("n", f"{mark.n:,}")] if mark.n is not None else []
    parts.append(("", mark.words))
    if kind == "shape":
        lines = [*_wrapped(parts, _letters(x)), *_wrapped([("soft", mark.note or "")], _letters(x))]
    else:
        lines = _wrapped([*parts, ("soft", mark.note or "")], _letters(x))
    pad = _PAD if kind == "box" else 0
    set_lines = tuple(Line(y + pad + LINE * i + 15, runs) for i, runs in enumerate(lines))
    return Row(kind, x, y, 2 * pad + LINE * len(lines), set_lines, mark.way)


def _letters(x: int) -> int:
    return LETTERS - (x - _BOX) // 9


def _wrapped(parts: list[tuple[str, str]], letters: int) -> list[tuple[tuple[str, str], ...]]:
    """Runs of text on lines of at most so many letters; a longer word has its own line."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for name, text in parts:
        for word in text.split():
            if used and used + 1 + len(word) > letters:
                lines.append([])
                used = 0
            line = lines[-1]
            if line and line[-1][0] == name:
                line[-1] = (name, f"{line[-1][1]} {word}")
            else:
                line.append((name, word))
            used += len(word) + (1 if used else 0)
    return [tuple(line) for line in lines if line]

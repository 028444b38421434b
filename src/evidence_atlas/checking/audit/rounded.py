"""Numbers in round words ("nearly two thirds", "just over 200") beside the printed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product

from ..case import table
from ..numbers import Kind, Number, word_value
from .abstract import Abstract, Piece

_TABLE = table("audit/other_ways.toml")
_OF_SO_MANY = re.compile(_TABLE["of_so_many"], re.IGNORECASE)
_BY_NAME = re.compile(_TABLE["by_name"], re.IGNORECASE)
_ROUNDED = [(re.compile(r["words"], re.IGNORECASE), r["way"]) for r in _TABLE["rounded"]]
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_HUNDRED = 100
_ZERO = Fraction(0)
_MOST_VARIANTS = 12
_MOST_FIGURES = 3


@dataclass(frozen=True)
class Rounded:
    """A number in round words: from where its hedge begins to where it ends.

    `step` is how far apart the round numbers of its sort lie, `way` on which side of it the
    exact one is said to lie ("over", "under", "about"; "" where nothing is said).
    """

    start: int
    end: int
    value: Fraction
    kind: Kind
    step: Fraction
    way: str
    text: str

    def fits(self, exact: Fraction, beyond: Fraction = _ZERO) -> bool:
        """Whether an exact number may be rounded to this one, or lies so little beyond."""
        off = exact - self.value
        if self.way == "over":
            return -beyond < off <= self.step + beyond
        if self.way == "under":
            return -beyond < -off <= self.step + beyond
        return abs(off) <= self.step / 2 + beyond


def rounded(text: str, figures: list[Number]) -> tuple[Rounded, ...]:
    """The shares in words and the hedged counts of a text, from left to right."""
    found = [*_shares(text)]
    for n in figures:
        if any(r.start < n.end and n.start < r.end for r in found):
            continue
        if n.kind == "share" or n.unit is not None or not _plain(n.value):
            continue  # a part, a time, nothing at all, or one with decimals: not round
        start, way = _hedge(text, n.start)
        step = _step(n.value) if n.kind == "count" else Fraction(5)
        if way and n.value > 1:
            end = n.end + len(_PERCENT.match(text, n.end)[0]) if n.kind == "percent" else n.end  # type: ignore[index]
            found.append(Rounded(start, end, n.value, n.kind, step, way, text[start:end]))
    return tuple(sorted(found, key=lambda r: r.start))


_PERCENT = re.compile(r"\s?(?:%|percent|per ?cent)?", re.IGNORECASE)


def _plain(value: Fraction) -> bool:
    return value.denominator == 1 and value > 0


def without_shares(text: str) -> str:
    """The text without its shares in words, which are asked for as numbers."""
    for r in sorted(_shares(text), key=lambda r: -r.start):
        text = f"{text[: r.start]} {text[r.end :]}"
    return text


def _step(value: Fraction) -> Fraction:
    """A tenth of the first figure's place and upwards: 10 for 200, 1,000 for 169,000."""
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return max(Fraction(step), Fraction(1))


def _shares(text: str) -> Iterator[Rounded]:
    for m in _OF_SO_MANY.finditer(text):
        top, whole = _value(m["top"]), _value(m["all"])
        if top is not None and whole is not None and 0 < top < whole:
            yield _share(text, m, Fraction(top, whole), Fraction(_HUNDRED, whole))
    for m in _BY_NAME.finditer(text):
        part = _PARTS[(m["part"] or m["half"]).lower().removesuffix("s")]
        top = 1 if m["half"] or m["tops"].lower() in ("a", "an") else _value(m["tops"])
        if top is not None and top < part:
            yield _share(text, m, Fraction(top, part), Fraction(10))


def _share(text: str, m: re.Match[str], value: Fraction, step: Fraction) -> Rounded:
    start, way = _hedge(text, m.start())
    step = max(min(step, Fraction(10)), Fraction(1))
    end = m.end()
    return Rounded(start, end, value * _HUNDRED, "percent", step, way, text[start:end])


def _value(word: str) -> int | None:
    if word.lower() == "hundred":
        return _HUNDRED
    return int(word) if word.isdigit() else word_value(word)


def _hedge(text: str, start: int) -> tuple[int, str]:
    before = text[:start]
    for pattern, way in _ROUNDED:
        m = pattern.search(before)
        if m:
            return m.start(), way
    return start, ""


def as_printed(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Iterator[str]:
    """The sentence with the printed figures that its round ones may stand for."""
    ours = rounded(text, abstract.figures(text))[:_MOST_FIGURES]
    choices = [[n for n in _printed(r, sources) if r.fits(n.value)] for r in ours]
    for picked in islice(product(*choices), _MOST_VARIANTS if ours else 0):
        said = text
        for r, n in reversed(list(zip(ours, picked, strict=True))):
            said = put_in(said, r, n)
        yield said


def has_round(abstract: Abstract, text: str) -> bool:
    """Whether a text has a number in round words at all."""
    return bool(rounded(text, abstract.figures(text)))


def _printed(ours: Rounded, sources: tuple[Piece, ...]) -> Iterator[Number]:
    seen = set()
    for piece in sources:
        for n in piece.numbers:
            if n.kind == ours.kind and n.unit is None and n.value not in seen:
                seen.add(n.value)
                yield n


def put_in(text: str, ours: Rounded, number: Number) -> str:
    """The text with a printed number in the place of a round one."""
    return text[: ours.start] + printed(number) + text[ours.end :]


def printed(number: Number) -> str:
    """A number as the abstract prints it."""
    return f"{number.text}%" if number.kind == "percent" else number.text

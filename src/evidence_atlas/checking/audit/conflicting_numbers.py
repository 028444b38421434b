"""A number in the place of another; what may be a rounding, a sum or a share is not one."""

from __future__ import annotations

import re
from fractions import Fraction

from ..content_words import stem
from ..numbers import Number, is_share, read
from .abstract import TABLE, Abstract, Piece
from .values import Finding

_ABOUT = re.compile(TABLE["about"], re.IGNORECASE)
_COUNTED = 12
"""Up to here a whole number may be a count of things named, which is printed nowhere."""


def numbers(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A number in the place of another: the same thing is counted, and the count differs."""
    if not sources:
        return None
    piece = sources[0]
    figures = [n for n in read(text) if n.kind in ("count", "percent") and not n.bare_one]
    held = {(n.value, n.kind) for n in abstract.numbers}
    strange = [
        n for n in figures
        if (n.value, n.kind) not in held and not _derived(abstract, text, n)
    ]  # fmt: skip
    if len(strange) != 1 or abstract.covered(text, piece) < _ALIGNED:
        return None
    number = strange[0]
    used = {(n.value, n.kind) for n in figures}
    bare = SPREAD.sub(lambda m: " " * len(m.group()), piece.text)
    slots = [
        n for n in read(bare)
        if n.kind == number.kind and n.unit == number.unit and (n.value, n.kind) not in used
        and _slot(bare, n) & _slot(text, number)
    ]  # fmt: skip
    if len({n.value for n in slots}) != 1:
        return None
    return Finding(because=f"the abstract has {slots[0].text} where the summary has {number.text}",
                   quote=piece.quote)  # fmt: skip


_ALIGNED = 0.7
SPREAD = re.compile(r"(?:±|\+/-)\s?[0-9.]+")
_TOKEN = re.compile(r"[^\W\d_]{2,}|[<>=≤≥]|%")
_SMALL = frozenset({
    "the", "and", "for", "was", "were", "had", "has", "with", "that", "who", "in", "of", "or",
})  # fmt: skip


def _slot(text: str, number: Number) -> set[str]:
    """What stands around a number: the word or sign before it, the next word after it."""
    before = _TOKEN.findall(text[: number.start])[-1:]
    after = [w for w in _TOKEN.findall(text[number.end :]) if w.lower() not in _SMALL][:1]
    marks = {f"<{w.lower()}" for w in before if w.lower() not in _SMALL}
    return marks | {stem(w.lower()) if len(w) > 3 else w.lower() for w in after}


def _derived(abstract: Abstract, text: str, number: Number) -> bool:
    """Whether a number may be a rounding, a sum or a share of what is printed."""
    if _ABOUT.search(text[: number.start]) or near(abstract, number):
        return True
    if number.kind == "count":
        small = number.value.denominator == 1 and number.value <= _COUNTED
        return small or number.value in abstract.counts
    counts = [c.value for c in abstract.numbers if c.kind == "count" and c.value > 0][:60]
    return is_share(number.value, counts) or is_share(100 - number.value, counts)


def near(abstract: Abstract, number: Number) -> bool:
    """Whether a number is a printed one rounded, up or down, to fewer figures."""
    step = _step(number.value)
    return any(
        other.kind == number.kind
        and other.value != number.value
        and _step(other.value) < step
        and abs(other.value - number.value) < step
        for other in abstract.numbers
    )


def _step(value: Fraction) -> Fraction:
    """The place of the last figure that is not a closing zero: 10 for 250, 1/10 for 4.1."""
    if not value:
        return Fraction(1)
    step = Fraction(1)
    while (value / step).denominator != 1 and step > Fraction(1, 10**9):
        step /= 10
    while (value / (step * 10)).denominator == 1:
        step *= 10
    return step

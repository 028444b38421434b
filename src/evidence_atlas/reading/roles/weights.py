"""The weights of the sentence-role reader (`tables/role_weights.txt`, by scripts/train_roles.py).

Each line names a word and says, in hundredths of natural logarithms, how strongly it speaks
for each state: seven numbers for its own sentence and, for single words, seven more for the
sentence after and seven for the sentence before. A state is a part of an abstract; the
background and the aim have two each, for some abstracts open with both and some with one.

The numbers of a line are packed into one integer, so that one addition adds them all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import mul

from evidence_atlas.records.reading import Role

STATES: tuple[Role, ...] = (
    "background", "aim", "methods", "results", "conclusions", "background", "aim",
)  # fmt: skip
ALONE: dict[Role, int] = {"background": 5, "aim": 6}
"""The states of an opening that has no other part in it."""

STEP = "* step"
# What is learned from labelled abstracts is put to use on others, whose order is looser: a step
# weighs half. A result that is missed costs more than one too many: results weigh a little more.
LEAN = 90
_BITS = 24
_MASK = (1 << _BITS) - 1
_SHIFTS = tuple(range(0, len(STATES) * _BITS, _BITS))
_UNITS = tuple(1 << shift for shift in range(0, 3 * len(STATES) * _BITS, _BITS))
# Added before the numbers are taken apart, so that none is below nought.
_HALF = 1 << (_BITS - 3)
_HALVES = sum(_HALF * unit for unit in _UNITS)
_NEXT, _PREVIOUS = len(STATES) * _BITS, 2 * len(STATES) * _BITS


@dataclass(frozen=True)
class Weights:
    """The packed numbers of each word, and the score of each step from state to state."""

    words: dict[str, int]
    steps: list[list[int]]
    first: list[int]


@cache
def load() -> Weights:
    """The shipped weights, read once when first needed."""
    file = resources.files("evidence_atlas.reading") / "tables" / "role_weights.txt"
    return parse(file.read_text(encoding="utf-8"))


def parse(text: str) -> Weights:
    """The weights out of the lines of the table."""
    rows = [line.split("\t") for line in text.splitlines()]
    steps = [_step(numbers) for word, numbers in rows if word == STEP]
    words = {word: _pack(numbers) for word, numbers in rows if word != STEP}
    return Weights(words, steps[:-1], steps[-1])


def _step(numbers: str) -> list[int]:
    fair = zip(map(int, numbers.split()), STATES, strict=True)
    return [n // 2 + LEAN * (state == "results") for n, state in fair]


def _pack(numbers: str) -> int:
    return sum(map(mul, map(int, numbers.split()), _UNITS))


def scores(own: int, before: int, after: int) -> list[int]:
    """The scores of a sentence's states, from the sums of its words and of its neighbours'."""
    packed = own + _HALVES
    packed += (before + _HALVES) >> _NEXT
    packed += (after + _HALVES) >> _PREVIOUS
    return [(packed >> shift & _MASK) - 3 * _HALF for shift in _SHIFTS]


def lines(words: Iterable[tuple[str, list[int]]], steps: Iterable[list[int]]) -> str:
    """The weights as `load` reads them; the last step is the one into the first sentence."""
    rows = [(STEP, step) for step in steps] + sorted(words)
    return "".join(f"{word}\t{' '.join(map(str, numbers))}\n" for word, numbers in rows)

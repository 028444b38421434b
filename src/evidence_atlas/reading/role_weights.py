"""The weights of the sentence-role reader (`tables/role_weights.txt`, by scripts/train_roles.py).

A small network in whole numbers. Each feature of a sentence (its words, its place) has a row of
numbers; their sum, cut off at nought, says what kind of sentence it is. From that of five
sentences in a row and the mean of all, a second layer, and from both the scores of the states.
A state is a part of an abstract; the background and the aim have two each, for some abstracts
open with both and some with one.

All numbers are integers held as floats, and every sum stays below 2 to the 53rd, where floats
are exact: any machine, in any order of adding, gives the same answer.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat
from typing import Any

import numpy as np

from evidence_atlas.records.reading import Role

STATES: tuple[Role, ...] = (
    "background", "aim", "methods", "results", "conclusions", "background", "aim",
)  # fmt: skip
ALONE: dict[Role, int] = {"background": 5, "aim": 6}
"""The states of an opening that has no other part in it."""

REACH = 2
"""How many sentences before and after are looked at."""

# A result that is missed costs more than one too many: results weigh a little more.
LEAN = 0.9

Matrix = np.ndarray[Any, Any]
_NONE = repeat(0)
_PRINTED = {"rows": "<i1"}
_OTHERS_PRINTED = "<i4"


@dataclass(frozen=True)
class Network:
    """The row of each feature (row 0: none), the layers, the steps from state to state.

    `unit` is what one natural logarithm is in the scores.
    """

    words: Mapping[str, int]
    rows: Matrix
    bias: Matrix
    near: Matrix
    near_bias: Matrix
    out: Matrix
    own: Matrix
    out_bias: Matrix
    steps: list[list[int]]
    first: list[int]

    def scores(self, found: Sequence[Iterable[str]]) -> list[list[int]]:
        """How strongly everything speaks for each state of each sentence."""
        known = self.words.get
        at: list[int] = []
        starts: list[int] = []
        for features in found:
            starts.append(len(at))
            at += map(known, features, _NONE)
        kind = np.maximum(np.add.reduceat(self.rows[at], starts, axis=0) + self.bias, 0)
        n, width = kind.shape
        beside = np.zeros((n + 2 * REACH, width))
        beside[REACH : REACH + n] = kind
        mean = np.broadcast_to(kind.sum(axis=0) // n, (n, width))
        around = np.hstack([*(beside[i : i + n] for i in range(2 * REACH + 1)), mean])
        inner = np.maximum(around @ self.near + self.near_bias, 0)
        summed = inner @ self.out + kind @ self.own + self.out_bias
        scores: list[list[int]] = summed.astype(np.int64).tolist()
        return scores


@cache
def load() -> Network:
    """The shipped weights, read once when first needed."""
    file = resources.files("evidence_atlas.reading") / "tables" / "role_weights.txt"
    return parse(file.read_text(encoding="utf-8"))


def parse(text: str) -> Network:
    """The network out of the lines of the table."""
    words, *lines = text.splitlines()
    found: dict[str, Matrix] = {}
    for line in lines:
        name, shape, numbers = line.split("\t")
        flat = np.frombuffer(base64.b64decode(numbers), _PRINTED.get(name, _OTHERS_PRINTED))
        # A sentence's sum of rows is far below 2 to the 24th, where single floats are exact.
        held = np.float32 if name == "rows" else np.float64
        found[name] = flat.astype(held).reshape([int(n) for n in shape.split()])
    unit, steps = int(found.pop("unit")[0]), found.pop("steps")
    lean = np.array([round(LEAN * unit) * (state == "results") for state in STATES])
    leaning = (steps + lean).astype(int).tolist()
    return Network(
        words={word: i for i, word in enumerate(words.split("\t"))},
        steps=leaning[:-1], first=leaning[-1], **found,
    )  # fmt: skip


def lines(words: Sequence[str], matrices: Mapping[str, Matrix]) -> str:
    """The weights as `parse` reads them; the first word stands for none, the last step for the
    one into the first sentence."""
    rows = ["\t".join(words)]
    for name, matrix in matrices.items():
        numbers = matrix.astype(_PRINTED.get(name, _OTHERS_PRINTED))
        packed = base64.b64encode(numbers.tobytes()).decode()
        rows.append(f"{name}\t{' '.join(map(str, numbers.shape))}\t{packed}")
    return "\n".join(rows) + "\n"

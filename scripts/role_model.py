"""A small network over the sentences of an abstract under a chain of states, in numpy.

Each feature of a sentence has a row of numbers; their sum, cut off at nought (ReLU), is the
sentence's kind. The kinds of five sentences in a row and the mean of all give a second layer,
and both layers score the states; a step from state to state gives a score too (a conditional
random field: Lafferty 2001; on top of a network: Collobert 2011, JMLR 12:2493). Trained on the
likelihood of whole abstracts by Adam (Kingma 2015), with dropout of features and of both layers
(Srivastava 2014), then rounded to integers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from evidence_atlas.reading.role_weights import REACH

WIDTH, INNER = 32, 48
EPOCHS, BATCH, RATE = 8, 48, 0.004
FORGOTTEN, DROPPED = 0.5, 0.3  # shares of features and of both layers left out while learning
DECAY = 1e-4
VALUE = 0.3  # what a feature that is there counts: a sentence has some fifty
SEED = 0
# Integers to one: an inner weight, a weight of the last layer. A row's numbers fill a byte.
INNER_UNIT, LAST_UNIT = 64, 64

Parts = dict[str, np.ndarray]


class Layout:
    """The rows of some abstracts, each with empty rows before and after for its neighbours."""

    def __init__(self, lengths: Sequence[int]) -> None:
        starts, size = [], REACH
        for length in lengths:
            starts.append(size)
            size += length + REACH
        self.size, self.lengths = size, np.array(lengths)
        order = np.argsort(-self.lengths, kind="stable")
        # The rows that stand first, second, third... in their abstracts, longest first.
        self.at = [
            np.array([starts[d] + t for d in order if lengths[d] > t]) for t in range(max(lengths))
        ]
        spans = [np.arange(a, a + n) for a, n in zip(starts, lengths, strict=True)]
        self.rows = np.concatenate(spans)
        self.document = np.repeat(np.arange(len(lengths)), lengths)
        self.begins = np.cumsum([0, *lengths[:-1]])

    def mean(self, x: np.ndarray) -> np.ndarray:
        """For each sentence the mean over its abstract; its own transpose."""
        return (np.add.reduceat(x, self.begins) / self.lengths[:, None])[self.document]


class Network:
    """The weights, and how they learn."""

    def __init__(self, features: int, states: int) -> None:
        self.dice = dice = np.random.default_rng(SEED)

        def drawn(rows: int, columns: int, spread: float) -> np.ndarray:
            return (dice.standard_normal((rows, columns)) * spread).astype(np.float32)

        seen = 2 * REACH + 2
        self.p: Parts = {
            "rows": drawn(features, WIDTH, 0.1),
            "bias": np.zeros(WIDTH, np.float32),
            "near": drawn(seen * WIDTH, INNER, 1.4 / np.sqrt(seen * WIDTH)),
            "near_bias": np.zeros(INNER, np.float32),
            "out": drawn(INNER, states, 1 / np.sqrt(INNER)),
            "own": drawn(WIDTH, states, 0.05),
            "out_bias": np.zeros(states, np.float32),
            "steps": np.zeros((states + 1, states), np.float32),
        }
        self.first = {k: np.zeros_like(v) for k, v in self.p.items()}
        self.second = {k: np.zeros_like(v) for k, v in self.p.items()}

    def fit(self, documents: Sequence[Sequence[Sequence[int]]], ways: Sequence[list[int]]) -> None:
        """Learn from abstracts, as sentences of feature numbers, and the states they go through."""
        lengths = [len(d) for d in documents]
        ends = np.cumsum([0, *lengths])
        x = _matrix([sentence for d in documents for sentence in d], len(self.p["rows"]))
        batches = EPOCHS * -(-len(documents) // BATCH)
        done = 0
        for _ in range(EPOCHS):
            order = self.dice.permutation(len(documents))
            for start in range(0, len(order), BATCH):
                chosen = order[start : start + BATCH]
                rows = np.concatenate([np.arange(ends[d], ends[d + 1]) for d in chosen])
                layout = Layout([lengths[d] for d in chosen])
                share = done / batches
                done += 1
                slopes = self._slopes(x[rows], layout, [ways[d] for d in chosen])
                self._move(slopes, RATE * (min(1, 10 * share) * (1 - share) + 0.02), done)

    def _kept(self, shape: tuple[int, ...], dropped: float) -> np.ndarray:
        return ((self.dice.random(shape) > dropped) / (1 - dropped)).astype(np.float32)

    def _slopes(self, x: csr_matrix, layout: Layout, ways: Sequence[list[int]]) -> Parts:
        """Which way the likelihood of the truth falls."""
        p, states = self.p, self.p["steps"].shape[1]
        x.data *= self._kept(x.data.shape, FORGOTTEN)
        z = x @ p["rows"] + p["bias"]
        kept, kept_inner = self._kept(z.shape, DROPPED), self._kept((len(z), INNER), DROPPED)
        kind = np.maximum(z, 0) * kept
        placed = np.zeros((layout.size, WIDTH), np.float32)
        placed[layout.rows] = kind
        around = np.hstack(
            [np.roll(placed, -i, 0)[layout.rows] for i in range(-REACH, REACH + 1)]
            + [layout.mean(kind)]
        )
        z_inner = around @ p["near"] + p["near_bias"]
        inner = np.maximum(z_inner, 0) * kept_inner
        scores = np.zeros((layout.size, states))
        scores[layout.rows] = inner @ p["out"] + kind @ p["own"] + p["out_bias"]
        likely, passed = marginals(scores, p["steps"].astype(np.float64), layout.at)

        truth = np.concatenate([np.array(way) for way in ways])
        error = likely[layout.rows]
        error[np.arange(len(truth)), truth] -= 1
        error = (error / len(truth)).astype(np.float32)
        for way in ways:
            np.add.at(passed, ([states, *way[:-1]], list(way)), -1)
        to_inner = error @ p["out"].T * kept_inner * (z_inner > 0)
        to_around = to_inner @ p["near"].T
        *sides, to_mean = np.hsplit(to_around, 2 * REACH + 2)
        to_kind = error @ p["own"].T + layout.mean(to_mean)
        for i, side in zip(range(-REACH, REACH + 1), sides, strict=True):
            placed[:] = 0
            placed[layout.rows] = side
            to_kind += np.roll(placed, i, 0)[layout.rows]
        to_kind *= kept * (z > 0)
        return {
            "rows": np.asarray(x.T @ to_kind), "bias": to_kind.sum(0),
            "near": around.T @ to_inner, "near_bias": to_inner.sum(0),
            "out": inner.T @ error, "own": kind.T @ error, "out_bias": error.sum(0),
            "steps": (passed / len(truth)).astype(np.float32),
        }  # fmt: skip

    def _move(self, slopes: Parts, rate: float, turn: int) -> None:
        """One step of Adam."""
        for name, weights in self.p.items():
            first, second, slope = self.first[name], self.second[name], slopes[name]
            first += 0.1 * (slope - first)
            second += 0.001 * (slope * slope - second)
            way = first / (1 - 0.9**turn) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
            weights -= (rate * (way + (DECAY * weights if name != "steps" else 0))).astype(
                np.float32
            )

    def rounded(self) -> Parts:
        """The weights in integers, as `role_weights` reads them; row 0 is that of no feature."""
        p = self.p
        row_unit = 127 / (VALUE * np.abs(p["rows"]).max())
        inner, unit = row_unit * INNER_UNIT, row_unit * INNER_UNIT * LAST_UNIT
        scaled = {
            "rows": np.vstack([np.zeros(WIDTH), VALUE * p["rows"] * row_unit]),
            "bias": p["bias"] * row_unit,
            "near": p["near"] * INNER_UNIT,
            "near_bias": p["near_bias"] * inner,
            "out": p["out"] * LAST_UNIT,
            "own": p["own"] * INNER_UNIT * LAST_UNIT,
            "out_bias": p["out_bias"] * unit,
            "steps": p["steps"] * unit,
            "unit": np.array([unit]),
        }
        return {name: np.rint(matrix).astype(np.int64) for name, matrix in scaled.items()}


def _matrix(sentences: Sequence[Sequence[int]], features: int) -> csr_matrix:
    ends = np.cumsum([0, *map(len, sentences)])
    found = np.concatenate([np.array(s, dtype=np.int32) for s in sentences])
    values = np.full(len(found), VALUE, np.float32)
    return csr_matrix((values, found, ends), shape=(len(sentences), features))


def marginals(
    scores: np.ndarray, steps: np.ndarray, at: Sequence[np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """How likely each state and each step is (forward and backward)."""
    between, first = steps[:-1], steps[-1]
    ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
    ahead[at[0]] = scores[at[0]] + first
    for before, here in pairwise(at):
        came = ahead[before[: len(here)], :, None] + between
        ahead[here] = logsumexp(came, axis=1) + scores[here]
    for here, after in reversed(list(pairwise(at))):
        goes = between + (scores[after] + behind[after])[:, None, :]
        behind[here[: len(after)]] = logsumexp(goes, axis=2)
    z = logsumexp(ahead[at[0]] + behind[at[0]], axis=1)
    likely, passed = np.zeros_like(scores), np.zeros_like(steps)
    for here in at:
        likely[here] = np.exp(ahead[here] + behind[here] - z[: len(here), None])
    passed[-1] = likely[at[0]].sum(axis=0)
    for before, here in pairwise(at):
        way = ahead[before[: len(here)], :, None] + between
        way += (scores[here] + behind[here] - z[: len(here), None])[:, None, :]
        passed[:-1] += np.exp(way).sum(axis=0)
    return likely, passed


def logsumexp(x: np.ndarray, axis: int) -> np.ndarray:
    """log Σ exp x along an axis (scipy's takes ten times as long on small arrays)."""
    most = x.max(axis=axis)
    return most + np.log(np.exp(x - np.expand_dims(most, axis)).sum(axis=axis))

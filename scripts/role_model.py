"""A linear-chain conditional random field, trained with numpy (Lafferty 2001; Sutton 2012).

Each feature of a sentence gives scores to the states of that sentence, of the next and of the
one before; a step from state to state gives a score too. Trained by L-BFGS on the likelihood
of whole abstracts, all abstracts of a length at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

OWN, NEIGHBOURS, STEPS = 10.0, 20.0, 0.1  # strength of the pull of each weight towards nought
ROUNDS = 50


class Chain:
    """The training set laid out as matrices, and the likelihood of weights on it."""

    def __init__(
        self,
        documents: Sequence[Sequence[Sequence[int]]],
        states: Sequence[Sequence[int]],
        alone: Sequence[bool],
        k: int,
    ) -> None:
        """`documents` are sentences of feature numbers; features `alone` reach no neighbour."""
        rows = [sentence for document in documents for sentence in document]
        ends = np.cumsum([0, *map(len, rows)])
        found = np.concatenate([np.array(row, dtype=np.int32) for row in rows])
        ones = np.ones(len(found), np.float32)
        self.x = csr_matrix((ones, found, ends), shape=(len(rows), len(alone)))
        self.xt = self.x.T.tocsr()
        self.k = k
        self.truth = np.eye(k, dtype=np.float32)[np.concatenate([np.array(s) for s in states])]
        self.taken = np.zeros((k + 1, k))
        for way in states:
            np.add.at(self.taken, ([k, *way[:-1]], list(way)), 1)
        self._lay_out([len(s) for s in states])
        reach = np.where(np.array(alone), 0, 1).astype(np.float32)[:, None]
        own = np.ones((len(alone), k), np.float32)
        self.mask = np.hstack([own, np.repeat(reach, 2 * k, axis=1)])
        self.pull = np.hstack([own * OWN, np.full((len(alone), 2 * k), NEIGHBOURS)])

    def _lay_out(self, lengths: list[int]) -> None:
        """The rows that stand first, second, third... in their abstracts, longest first."""
        start = np.concatenate([[0], np.cumsum(lengths)])[:-1]
        order = np.argsort(-np.array(lengths), kind="stable")
        self.at = [
            np.array([start[d] + t for d in order if lengths[d] > t]) for t in range(max(lengths))
        ]
        self.follows = np.ones((sum(lengths), 1), np.float32)
        self.follows[start] = 0

    def fit(self) -> tuple[np.ndarray, np.ndarray]:
        """The weights of the features (own, next, previous) and of the steps (last: the first)."""
        size = self.mask.size
        best = minimize(
            self.loss,
            np.zeros(size + self.taken.size),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": ROUNDS},
        ).x
        return best[:size].reshape(self.mask.shape) * self.mask, best[size:].reshape(
            self.taken.shape
        )

    def loss(self, flat: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely the truth is by these weights, and which way that falls."""
        w = flat[: self.mask.size].reshape(self.mask.shape) * self.mask
        steps = flat[self.mask.size :].reshape(self.taken.shape)
        scores = self._spread(self.x @ w.astype(np.float32)).astype(np.float64)
        likely, passed, log_z = self._marginals(scores, steps)
        gain = (scores * self.truth).sum() + (steps * self.taken).sum() - log_z
        pulled = 0.5 * (self.pull * w * w).sum() + 0.5 * STEPS * (steps * steps).sum()
        towards = self._gather((likely - self.truth).astype(np.float32))
        slope = (self.xt @ towards) * self.mask + self.pull * w
        turn = passed - self.taken + STEPS * steps
        return pulled - gain, np.concatenate([slope.ravel(), turn.ravel()]).astype(np.float64)

    def _spread(self, sums: np.ndarray) -> np.ndarray:
        """Scores from what each sentence gives to itself, to the next, to the one before."""
        own, onward, back = np.hsplit(np.asarray(sums), 3)
        scores = own.copy()
        scores[1:] += onward[:-1] * self.follows[1:]
        scores[:-1] += back[1:] * self.follows[1:]
        return scores

    def _gather(self, slope: np.ndarray) -> np.ndarray:
        """The transpose of `_spread`."""
        onward, back = np.zeros_like(slope), np.zeros_like(slope)
        onward[:-1] = slope[1:] * self.follows[1:]
        back[1:] = slope[:-1] * self.follows[1:]
        return np.hstack([slope, onward, back])

    def _marginals(
        self, scores: np.ndarray, steps: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, float]:
        """How likely each state and each step is (forward and backward), and log Z in all."""
        between, first, at = steps[:-1], steps[-1], self.at
        ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
        ahead[at[0]] = scores[at[0]] + first
        for before, here in pairwise(at):
            came = ahead[before[: len(here)], :, None] + between
            ahead[here] = logsumexp(came, axis=1) + scores[here]
        for here, after in reversed(list(pairwise(at))):
            goes = between + (scores[after] + behind[after])[:, None, :]
            behind[here[: len(after)]] = logsumexp(goes, axis=2)
        z = logsumexp(ahead[at[0]] + behind[at[0]], axis=1)
        likely, passed = np.empty_like(scores), np.zeros_like(steps)
        for here in at:
            likely[here] = np.exp(ahead[here] + behind[here] - z[: len(here), None])
        passed[-1] = likely[at[0]].sum(axis=0)
        for before, here in pairwise(at):
            way = ahead[before[: len(here)], :, None] + between
            way += (scores[here] + behind[here] - z[: len(here), None])[:, None, :]
            passed[:-1] += np.exp(way).sum(axis=0)
        return likely, passed, float(z.sum())


def logsumexp(x: np.ndarray, axis: int) -> np.ndarray:
    """log Σ exp x along an axis (scipy's takes ten times as long on small arrays)."""
    most = x.max(axis=axis)
    return most + np.log(np.exp(x - np.expand_dims(most, axis)).sum(axis=axis))

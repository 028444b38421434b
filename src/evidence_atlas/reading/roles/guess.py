"""The part of each sentence in an abstract without section labels.

Each word speaks for one part or another, in its own sentence and in its neighbours; the best
way through the whole abstract is taken, since parts follow one another in an order (a linear
chain, Lafferty 2001; the Viterbi algorithm). How well it does: `benchmarks/scorecard/roles.py`.
All sums are of integers, so every machine gives the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from operator import add

from evidence_atlas.records.reading import Role

from . import features as role_features
from . import weights as role_weights
from .weights import STATES, Weights

_CHOSEN = re.compile(
    r"\b(?:were|was) (?:then |also )?"
    r"(?:(?:stratified|divided|grouped|subdivided) (?:by|into|according)"
    r"|(?:randomly|randomi[sz]ed|recruited)\b)",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"(?:(?:by|using|through|with)\b[^.;:]{5,250}, )?"
    r"we (?:find|observed?|(?:found|show) that)\b",
    re.IGNORECASE,
)
_NEVER = -1_000_000


def guess(
    sentences: Sequence[str], fixed: Sequence[Role | None], weights: Weights | None = None
) -> list[Role]:
    """A part for each sentence; where `fixed` names one, that part stands.

    A fixed "other" (registration, funding) stands outside the order. Other weights
    than those shipped serve only to measure.
    """
    inside = [i for i, role in enumerate(fixed) if role != "other"]
    roles: list[Role] = [role or "other" for role in fixed]
    if not inside:
        return roles
    weights = weights or role_weights.load()
    scores = _scores([sentences[i] for i in inside], weights)
    for here, i in zip(scores, inside, strict=True):
        if (role := fixed[i]) is not None:
            here[:] = [s if part == role else _NEVER for s, part in zip(here, STATES, strict=True)]
    for i, state in zip(inside, _best(scores, weights), strict=True):
        part = STATES[state]
        roles[i] = part if fixed[i] is not None else _by_its_verb(part, sentences[i])
    return roles


def _by_its_verb(part: Role, sentence: str) -> Role:
    """Choosing and dividing people is a method, and "we find" a result, wherever it is told."""
    if part == "results" and _CHOSEN.search(sentence):
        return "methods"
    return "results" if part in ("aim", "methods") and _FOUND.match(sentence) else part


def _scores(sentences: Sequence[str], weights: Weights) -> list[list[int]]:
    """How strongly everything speaks for each state of each sentence."""
    known = weights.words.get
    sums = [sum(map(known, seen, repeat(0))) for seen in role_features.of_sentences(sentences)]
    beside = [0, *sums, 0]
    return [role_weights.scores(*three) for three in zip(sums, beside, beside[2:], strict=False)]


def _best(scores: list[list[int]], weights: Weights) -> list[int]:
    """The states along the best way through all sentences."""
    into = list(zip(*weights.steps, strict=True))
    value = [a + b for a, b in zip(scores[0], weights.first, strict=True)]
    back: list[list[int]] = []
    for here in scores[1:]:
        came, reached = [], []
        for steps, score in zip(into, here, strict=True):
            ways = list(map(add, value, steps))
            best = max(ways)
            came.append(ways.index(best))
            reached.append(best + score)
        value = reached
        back.append(came)
    state = value.index(max(value))
    way = [state]
    for came in reversed(back):
        state = came[state]
        way.append(state)
    return way[::-1]

"""Which kinds of paper a text's words are like: a small linear model in plain integers.

Rules know the words that name a design. Papers that do not name theirs still speak as their
kind does, and this model has learnt how (`scripts/train_paper_words.py`: which data, how).
It adds to the rules' sums and never speaks where the rules are sure.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache
from importlib import resources
from typing import Any

_WORD = re.compile(r"[a-z][a-z-]+")
_LEAST_WORDS = 15
_FLOOR = 1e-4
"""A type's share is not taken for less: no word rules a type out."""

MOST = math.log((1 + _FLOOR) / _FLOOR)
"""The highest likeness; the lowest is 0."""


@cache
def _model() -> dict[str, Any]:
    file = resources.files(__package__) / "paper_words.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    found["words"] = {
        word: tuple(zip(w[::2], w[1::2], strict=True)) for word, w in found["words"].items()
    }
    return found


def tokens(title: str, abstract: str) -> set[str]:
    """The text's words, each once; those of the title once more with a mark."""
    found = set(_WORD.findall(abstract.lower()))
    return found.union(["t:" + word for word in _WORD.findall(title.lower())])


def likeness(title: str, abstract: str) -> dict[str, float]:
    """For each type, from 0 to 9.2, how like its papers the text speaks: log(share / floor).

    Empty where there are too few known words to tell.
    """
    model = _model()
    words = model["words"]
    known = [words[t] for t in tokens(title, abstract) if t in words]
    if len(known) < _LEAST_WORDS:
        return {}
    sums = [0] * len(model["types"])
    for weights in known:
        for place, weight in weights:
            sums[place] += weight
    scale = 100 * math.sqrt(len(known))
    scores = [s / scale + b / 100 for s, b in zip(sums, model["bias"], strict=True)]
    most = max(scores)
    shares = [math.exp(s - most) for s in scores]
    total = sum(shares)
    floor = math.log(_FLOOR)
    return {
        name: math.log(share / total + _FLOOR) - floor
        for name, share in zip(model["types"], shares, strict=True)
    }


def trial_words(title: str, abstract: str) -> float:
    """How like a randomised trial's the words are, as log odds (0: no telling)."""
    model = _model()
    words: dict[str, int] = model["trial"]
    known = [words[t] for t in tokens(title, abstract) if t in words]
    if not known:
        return 0.0
    return sum(known) / (100 * math.sqrt(len(known))) + float(model["trial_bias"]) / 100

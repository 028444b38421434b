"""Which kinds of paper a text's words are like: a small linear model in plain integers.

Rules know the words that name a design. Papers that do not name theirs still speak as their
kind does, and this model has learnt how (`scripts/train_paper_words.py`: which data, how).
It reads words, pairs of words, beginnings of words and kinds of numbers, each once; those of
the title also with a mark. What was measured and what was given is not read (`paper_words.toml`):
the same study of another treatment must be of the same kind.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from evidence_atlas.records.text import with_plain_hyphens

from . import tables
from .names import OF_A_MEASURE, any_of_own, own_in

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d[\d.,]*%?|[?=<>±]")
_LEAST_WORDS = 15
_FLOOR = 1e-4
"""A type's share is not taken for less: no word rules a type out."""
_STEM = 6
_BITS = 24
_TYPES = 23
_HALF = 1 << (_BITS - 1)
_HALVES = sum(_HALF << _BITS * k for k in range(_TYPES))
"""Added before the numbers are taken apart, so that none is below nought."""

MOST = math.log((1 + _FLOOR) / _FLOOR)
"""The highest likeness; the lowest is 0."""

_TABLE = tables.load("paper_words")
_TOPIC = frozenset(_TABLE["topic"]["words"])
_UNREAD = _TABLE["topic"]["words"][0]
"""A word that is not read, put for the names that a text has of its own."""
_TOPIC_ENDING = re.compile(_TABLE["topic"]["ending"])
_NUMBERS = {word: n + 1 for n, word in enumerate(_TABLE["numbers"])}


class Model(NamedTuple):
    """The types; for each word its numbers for them, packed into one, so that one sum adds all."""

    types: list[str]
    bias: list[int]
    words: dict[str, int]
    trial: dict[str, int]
    trial_bias: int


@cache
def _model() -> Model:
    file = resources.files("evidence_atlas.reading") / "tables" / "paper_words.json"
    return model_of(json.loads(file.read_text(encoding="utf-8")))


def model_of(found: dict[str, Any]) -> Model:
    """The model out of its table: another than the one shipped serves only to measure."""
    words = {
        word: sum(n << _BITS * place for place, n in zip(w[::2], w[1::2], strict=True))
        for word, w in found["words"].items()
    }
    return Model(found["types"], found["bias"], words, found["trial"], found["trial_bias"])


@lru_cache(maxsize=20000)
def _shape(word: str) -> tuple[str, ...]:
    """A word with its beginning, a number as its kind; nothing for what a study is about."""
    if word in _TOPIC or _TOPIC_ENDING.fullmatch(word):
        return ()
    if word in _NUMBERS:
        n = _NUMBERS[word]
        return (word,) if n < 3 else ("#few",) if n <= 12 else ("#tens",)
    if not word[0].isdigit():
        long = len(word) > _STEM and "-" not in word
        return (word, word[:_STEM] + "~") if long else (word,)
    if word.endswith("%"):
        return ("#%",)
    digits = word.rstrip(".,").replace(",", "")
    if "." in digits:
        return ("#decimal",)
    if len(digits) == 4 and "," not in word and "1850" < digits < "2035":
        return ("#year",)
    n = int(digits[:9])
    few = "#1" if n == 1 else "#few" if n <= 12 else "#tens" if n < 100 else "#hundreds"
    return (few if n < 1000 else "#thousands",)


def _of(text: str, mark: str = "") -> set[str]:
    found: set[str] = set()
    last = ""
    for shapes in map(_shape, _WORD.findall(with_plain_hyphens(text.lower()))):
        if shapes:
            now = shapes[0]
            found.update(shapes)
            if last:
                found.add(f"{last} {now}")
            last = now
        else:
            last = ""
    return {mark + token for token in found} if mark else found


def tokens(title: str, abstract: str) -> set[str]:
    """What the model reads of a text: words, beginnings and pairs, the title's with a mark."""
    return _of(abstract) | _of(title, "t:")


@lru_cache(maxsize=4)
def _tokens(title: str, abstract: str) -> set[str]:
    own = own_in(title, abstract)
    for names in (any_of_own(own.measures, OF_A_MEASURE), any_of_own(own.treatments)):
        if names is not None:
            title, abstract = names.sub(_UNREAD, title), names.sub(_UNREAD, abstract)
    return tokens(title, abstract)


@lru_cache(maxsize=4)
def shares(title: str, abstract: str) -> dict[str, float]:
    """For each type, how likely the text is of it by its words; together they make 1.

    Empty where there are too few known words to tell.
    """
    model = _model()
    known = [n for n in map(model.words.get, _tokens(title, abstract)) if n is not None]
    if len(known) < _LEAST_WORDS:
        return {}
    packed = sum(known, _HALVES)
    scale = 100 * math.sqrt(len(known))
    each = packed.to_bytes(_TYPES * _BITS // 8 + 1, "little")
    scores = [
        (int.from_bytes(each[3 * k : 3 * k + 3], "little") - _HALF) / scale + b / 100
        for k, b in enumerate(model.bias)
    ]
    most = max(scores)
    powers = [math.exp(s - most) for s in scores]
    total = sum(powers)
    return {name: power / total for name, power in zip(model.types, powers, strict=True)}


def likeness(title: str, abstract: str) -> dict[str, float]:
    """For each type, from 0 to 9.2, how like its papers the text speaks: log(share / floor).

    Empty where there are too few known words to tell.
    """
    floor = math.log(_FLOOR)
    return {
        name: math.log(share + _FLOOR) - floor for name, share in shares(title, abstract).items()
    }


def trial_words(title: str, abstract: str) -> float:
    """How like a randomised trial's the words are, as log odds (0: no telling)."""
    model = _model()
    known = [model.trial[t] for t in _tokens(title, abstract) if t in model.trial]
    if not known:
        return 0.0
    return sum(known) / (100 * math.sqrt(len(known))) + model.trial_bias / 100

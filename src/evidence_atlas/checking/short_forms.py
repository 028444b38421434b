"""Short forms written out as the paper itself explains them: "healthy controls (HCs)".

Pages tell "healthy controls" where a sentence of the paper has "HCs": laid side by side, the two
must be the same words.
"""

from __future__ import annotations

import re
from functools import lru_cache

_EXPLAINED = re.compile(r"\(([A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)*)[);,]")
_WORD = re.compile(r"[A-Za-z]+")
_FEWEST_CAPITALS = 2
_LONGEST = 4
"""So many words more than letters may a long form have ("quality of life (QoL)")."""


@lru_cache(maxsize=2048)
def spelled_out(text: str, paper: str) -> str:
    """The text with the short forms that `paper` explains written out."""
    for short, long, pattern in _explained(paper):
        if short in text:
            text = pattern.sub(lambda m, long=long: long, text)  # type: ignore[misc]
    return text


@lru_cache(maxsize=64)
def _explained(paper: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    found: dict[str, str] = {}
    for m in _EXPLAINED.finditer(paper):
        short = m[1].removesuffix("s")
        long = _long_form(short, paper[: m.start()])
        if long is not None:
            found.setdefault(short, long)
    # What explains a form stands there already: only the bracket goes.
    return tuple(
        (short, long, re.compile(rf"(?<!\()\b{re.escape(short)}s?\b(?!\))"))
        for short, long in found.items()
    )


def _long_form(short: str, before: str) -> str | None:
    """The fewest words in front of a bracket whose first letters are the form's capitals."""
    letters = [c.casefold() for c in short if c.isupper()]
    if len(letters) < _FEWEST_CAPITALS:
        return None
    words = list(_WORD.finditer(before[-200:]))[-(len(letters) + _LONGEST) :]
    for word in reversed(words):
        if word.group()[0].casefold() == letters[-1]:
            letters.pop()
        if not letters:
            return before[-200:][word.start() :].strip()
    return None


_BRACKET = re.compile(r" ?\(([^()\d]{2,200})\)")


def without_glosses(text: str, paper: str) -> str:
    """The text without the brackets in which the paper has nothing of the kind, figures kept."""
    if "(" not in text:
        return text
    return _BRACKET.sub(lambda m: m.group() if f"({m[1]})" in paper else "", text)

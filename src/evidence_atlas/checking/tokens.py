"""The words and figures of a text at their places, so that two texts can be laid side by side."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Container, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from .case import folded, table
from .content_words import FAMILY, content
from .numbers import Number, read

_TABLE = table("word_for_word.toml")
_PEOPLE = re.compile(_TABLE["people"], re.IGNORECASE)
_ALIKE = {word: line.split()[0] for line in _TABLE["alike"] for word in line.split()}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_BRACKETED = re.compile(r"\((\w{2,5})\)")
_CAPITAL = re.compile("[A-Z]")
_FIGURE = "#"
PEOPLE = "people"
"""The key of all that those who took part are called."""
ALIKE = "="
"""The key of a word of which others say the same begins with it."""
_SMALL = 2
"""Letters: more of them in capitals are a short form ("COPD")."""
_BEGINNING = 5
"""Letters that the forms of a word have in common."""


@dataclass(frozen=True)
class Token:
    """A word, or a figure, at its place; `key` is the same for all forms of a word.

    `clause` numbers the clauses of the text. `weight` is one for a word of substance, a half for a
    small word, nothing for a figure.
    """

    key: str
    text: str
    start: int
    clause: int
    weight: float
    number: Number | None = None


_BRACKETS = re.compile(r" ?(?:\([^()]*\)|\[[^\[\]]*\])")
_ENDS = re.compile(r"[.;:] ")
_NUMBERING = re.compile(r"(?:^|[\s,;:])\d{1,2}\)")


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and figures of a text, in order; the numbers of a list ("1) …, 2) …") are none."""
    listed = {m.end() - 1 for m in _NUMBERING.finditer(text) if not _in_brackets(text, m.start())}
    figures = [
        n for n in read(text)
        if n.kind in ("count", "percent") and not n.bare_one and n.end not in listed
    ]  # fmt: skip
    ends = [m.end() for m in _ENDS.finditer(text)]
    found = [Token(_FIGURE, n.text, n.start, bisect(ends, n.start), 0.0, n) for n in figures]
    taken = [(n.start, n.end) for n in figures]
    for m in _WORD.finditer(text.replace("’", "'")):
        if not any(a < m.end() and m.start() < b for a, b in taken):
            key, weight = _key_and_weight(m.group())
            found.append(Token(key, m.group(), m.start(), bisect(ends, m.start()), weight))
    return tuple(sorted(found, key=lambda t: t.start))


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


@lru_cache(maxsize=8192)
def _key_and_weight(word: str) -> tuple[str, float]:
    short_form = len(word) > _SMALL and word.isupper()
    weight = 1.0 if short_form or content(word) else 0.5
    word = folded(word)
    if _PEOPLE.fullmatch(word):
        return PEOPLE, weight
    if word in _ALIKE:
        return f"{ALIKE}{_ALIKE[word]}", weight
    family = FAMILY.get(word)
    return family[0] if family else word[:_BEGINNING], weight


def names_a_thing(token: Token) -> bool:
    """Whether it is a word of substance, and no name for people nor one of many that say alike."""
    return token.weight == 1 and token.key != PEOPLE and not token.key.startswith(ALIKE)


def alike(one: Token, other: Token) -> bool:
    """Whether they are forms of one word."""
    return one.key.startswith(other.key) or other.key.startswith(one.key)


def is_short(token: Token) -> bool:
    """Whether it is a short form: two capitals or more."""
    return len(_CAPITAL.findall(token.text)) >= _SMALL


def short_forms(sources: Sequence[str], ours: Container[str]) -> list[Token]:
    """The short forms of some sources, of a bracket or in capitals, that ours has not.

    Ours may have written them out.
    """
    bracketed = {form for source in sources for form in _BRACKETED.findall(source)}
    held = (t for source in dict.fromkeys(sources) for t in tokens(source))
    return [t for t in held if (is_short(t) or t.text in bracketed) and t.text not in ours]


def may_shorten(short: Token, word: Token) -> bool:
    """Whether one may be the short form that is written out with the other ("WHO", "World")."""
    return word.text[0].upper() in short.text.upper() and len(short.text) <= len(word.text)


def matcher(ours: Sequence[Token], theirs: Sequence[Token]) -> SequenceMatcher[str]:
    """Which tokens of two texts are the same, in their order."""
    return SequenceMatcher(None, [t.key for t in ours], [t.key for t in theirs], autojunk=False)


def without_brackets(text: str) -> str:
    """The text without its brackets, those within others too."""
    while (bare := _BRACKETS.sub("", text)) != text:
        text = bare
    return text

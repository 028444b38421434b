"""The words and figures of a text at their places, so that two texts can be laid side by side."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from .case import folded, table
from .content_words import FAMILY, content
from .numbers import Number, read

_PEOPLE = re.compile(table("word_for_word.toml")["people"], re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FIGURE = "#"
_SMALL = 2


@dataclass(frozen=True)
class Token:
    """A word, or a figure, at its place; `key` is the same for all forms of a word.

    `clause` numbers the clauses of the text.
    """

    key: str
    text: str
    start: int
    clause: int
    number: Number | None = None

    @property
    def weight(self) -> float:
        """One for a word of substance, a half for a small word, nothing for a figure."""
        if self.number:
            return 0.0
        short_form = len(self.text) > _SMALL and self.text.isupper()
        return 1.0 if short_form or content(self.text) else 0.5


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
    found = [Token(_FIGURE, n.text, n.start, bisect(ends, n.start), n) for n in figures]
    taken = [(n.start, n.end) for n in figures]
    for m in _WORD.finditer(text.replace("’", "'")):
        if not any(a < m.end() and m.start() < b for a, b in taken):
            key = _key(folded(m.group()))
            found.append(Token(key, m.group(), m.start(), bisect(ends, m.start())))
    return tuple(sorted(found, key=lambda t: t.start))


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    if _PEOPLE.fullmatch(word):
        return "people"
    family = FAMILY.get(word)
    return family[0] if family else word[:5]


def matcher(ours: Sequence[Token], theirs: Sequence[Token]) -> SequenceMatcher[str]:
    """Which tokens of two texts are the same, in their order."""
    return SequenceMatcher(None, [t.key for t in ours], [t.key for t in theirs], autojunk=False)


def without_brackets(text: str) -> str:
    """The text without its brackets, those within others too."""
    while (bare := _BRACKETS.sub("", text)) != text:
        text = bare
    return text

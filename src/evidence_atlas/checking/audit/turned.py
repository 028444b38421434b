"""A sentence that the abstract would bear if it said the opposite says what the abstract denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_atlas.records.reading import Role

from ..case import table
from ..direction import CLAIMING, POINTING, classes_of, said
from .abstract import Abstract
from .grounds import own_words

_TABLE = table("audit/other_ways.toml")
_ROWS = _TABLE["turned"]["pairs"].replace("\n", "|").split("|")
_PAIRS = [tuple(row.split()) for row in _ROWS if row.strip()]
_OPPOSITE = {a: b for pair in reversed(_PAIRS) for a, b in (pair, pair[::-1])}
_WORD = re.compile(r"[A-Za-z]+")
_DENIALS = re.compile(_TABLE["turned"]["denials"], re.IGNORECASE)
_TAKES_NOT = re.compile(_TABLE["turned"]["takes_not"], re.IGNORECASE)
_DONE = re.compile(_TABLE["turned"]["done"])
_OF_WHOM = re.compile(_TABLE["turned"]["of_whom"], re.IGNORECASE)
_FOUND: frozenset[Role] = frozenset({"results", "conclusions"})
_SAME_THING = 0.6
_MOST_TURNED = 3


@dataclass(frozen=True)
class Turned:
    """A sentence turned to its opposite, and what it is called wrong for where that is borne."""

    text: str
    because: str
    ways: frozenset[str] = frozenset()
    """The ways that it points now, of which what bears it has one."""


def turned(text: str) -> Iterator[Turned]:
    """The sentence with its way turned, then with a denial put in."""
    ways = [m for m in _WORD.finditer(text) if m.group().lower() in _OPPOSITE]
    if 0 < len(ways) <= _MOST_TURNED:
        yield Turned(
            _turn(text, ways), _opposite_of(" … ".join(m.group() for m in ways)), _now(ways)
        )
    if 1 < len(ways) <= _MOST_TURNED:
        for m in ways:
            yield Turned(_turn(text, [m]), _opposite_of(m.group()), _now([m]))
    if not _DENIALS.search(text):
        takes, done = _of_the_sentence(_TAKES_NOT, text), _of_the_sentence(_DONE, text)
        if takes is not None:
            yield Turned(f"{text[: takes.end()]} not{text[takes.end() :]}", _IT_WAS_NOT)
        elif done is not None:
            yield Turned(f"{text[: done.start()]}did not {text[done.start() :]}", _IT_WAS_NOT)


def _of_the_sentence(verbs: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first verb that tells the thing itself, not of whom it is told."""
    found = (m for m in verbs.finditer(text) if not _OF_WHOM.search(text[: m.start()]))
    return next(found, None)


_IT_WAS_NOT = "the abstract says that it was not so"


def _now(turned_words: list[re.Match[str]]) -> frozenset[str]:
    other = (_OPPOSITE[m.group().lower()] for m in turned_words)
    return frozenset(way for word in other for way in classes_of(word) & POINTING)


def _opposite_of(word: str) -> str:
    return f"the abstract says the opposite of “{word}” here"


def turnable(word: str) -> bool:
    """Whether a word has an opposite, by which it might be held."""
    return word in _OPPOSITE


def _turn(text: str, ways: list[re.Match[str]]) -> str:
    for m in reversed(ways):
        other = _OPPOSITE[m.group().lower()]
        other = other.capitalize() if m.group()[0].isupper() else other
        text = text[: m.start()] + other + text[m.end() :]
    return text


def told_so_elsewhere(abstract: Abstract, text: str) -> bool:
    """Whether some place that tells of the same things may say what the sentence says."""
    ours = said(text)
    ways = ours.classes & CLAIMING
    bare = " ".join(w for w in own_words(text) if not classes_of(w))
    for piece in abstract.pieces:
        if piece.role not in _FOUND or abstract.covered(bare, piece) < _SAME_THING:
            continue
        theirs = said(piece.text)
        if theirs.none if ours.none else ways & theirs.classes and not theirs.none:
            return True
    return False

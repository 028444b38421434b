"""What a text calls the treatment and the measure of its own, whether any table knows them or not.

A name is found by its places and never by its letters: words that come back as one piece, that the
title has, and that stand where a treatment may ("treated with …", "the … group"); or, wherever, in
front of "levels" and "scores". A name of four words is then one name, as a name of one word is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from evidence_atlas.records.cues import cue

from . import tables

_TABLE = tables.load("own_names")
_WORD = r"[^\W\d_][\w’'-]*"
_BEHIND = cue(_TABLE["treatments"]["before_name"].replace("WORD", _WORD))
_AHEAD = cue(_TABLE["treatments"]["behind_name"].replace("WORD", _WORD))
_MEASURED = cue(_TABLE["measures"]["behind_name"].replace("WORD", _WORD))
_NO_PART, _NO_END, _JOINS, _GENERIC = (
    re.compile(_TABLE[key], re.IGNORECASE) for key in ("no_part", "no_end", "joins", "generic")
)
_ENDS = re.compile(_TABLE["treatments"]["ends"], re.IGNORECASE)
_SURELY = re.compile(_TABLE["treatments"]["surely"], re.IGNORECASE)
_BEGINS = re.compile(_TABLE["treatments"]["begins"], re.IGNORECASE)
_NO_TREATMENT = re.compile(_TABLE["treatments"]["no_name"], re.IGNORECASE)
_OF_A_NOUN = re.compile(_TABLE["treatments"]["of_a_noun"], re.IGNORECASE)
_NO_MEASURE = re.compile(_TABLE["measures"]["no_name"], re.IGNORECASE)
_NEXT = re.compile(rf" ({_WORD})")
_LAST = re.compile(rf"({_WORD}) \Z")
_BRACKETS = re.compile(r"\([^()]*\)")
_A_WORD = re.compile(r"[a-z]{4}")
_MOST_WORDS = 4
_NEAR = 40
_AS_ONE = 0.75
"""Words belong to one name where so many of the places of the one have the other beside it."""
_TWICE = 2


class Own(NamedTuple):
    """Names in small letters, the longest first."""

    treatments: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.treatments or self.measures)


@lru_cache(maxsize=256)
def own_names(title: str, abstract: str) -> Own:
    """The names of the treatments and of the measures that a text has of its own."""
    counts = _Counts(f"{title}\n{abstract}")
    titled = _Counts(_BRACKETS.sub(" ", title))
    placed: Counter[str] = Counter()
    for name, weight in (*_treatments(title, counts), *_treatments(abstract, counts)):
        placed[name] += weight
    treatments = {
        n for n, places in placed.items()
        if (titled(n) or places >= _TWICE) and not (_NO_TREATMENT.search(n) or _OF_A_NOUN.search(n))
    }  # fmt: skip
    measures = {n for n in _measures(abstract, counts) if not _NO_MEASURE.search(n)}
    return Own(
        _longest_first(_most_often(treatments, counts)),
        _longest_first(_most_often(measures - treatments, counts)),
    )


def _longest_first(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


class _Counts:
    """How often a piece of a text stands in it."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._known: dict[str, int] = {}

    def __call__(self, piece: str) -> int:
        if piece not in self._known:
            self._known[piece] = places(piece, self._text)
        return self._known[piece]


def places(piece: str, text: str) -> int:
    """How often a piece stands in the text by itself, as one thing or as many of them ("s").

    Pieces are asked by the dozen, each once: a pattern for each took longer to make than to find.
    """
    found = 0
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        whole = not start or not _in_word(text[start - 1])
        many = text.startswith("s", end) and not _in_word(text[end + 1 : end + 2])
        if whole and (many or not _in_word(text[end : end + 1])):
            found += 1
            start = text.find(piece, end + many)
        else:
            start = text.find(piece, start + 1)
    return found


def _in_word(character: str) -> bool:
    """Whether a character is what `\\w` takes; none is not."""
    return character.isalnum() or character == "_"


def _treatments(text: str, counts: _Counts) -> Iterator[tuple[str, int]]:
    """Each place at which a name stands as a treatment's does, and what it weighs."""
    found: Counter[tuple[int, str]] = Counter()
    for match in _BEHIND.finditer(text):
        if _within_a_name(text, match, counts):
            continue
        start, end = match.start("name"), _onward(text, *match.span("name"), counts)
        if _ENDS.match(text[end : end + _NEAR]):
            for name in _checked(text[start:end], counts, spelled=True):
                found[start, name] += _weight(match)
    for match in _AHEAD.finditer(text):
        start, end = _back(text, *match.span("name"), counts), match.end("name")
        if _BEGINS.search(text[max(0, start - _NEAR) : start]):
            for name in _checked(text[start:end], counts, spelled=True):
                found[start, name] += _weight(match)
    yield from ((name, weight) for (_, name), weight in found.items())


def _within_a_name(text: str, place: re.Match[str], counts: _Counts) -> bool:
    """Whether the word for any treatment is the end of a name: "hill therapy with" another."""
    first = place[0].split()[0]
    before = _LAST.search(text, max(0, place.start() - _NEAR), place.start())
    if before is None or not _GENERIC.fullmatch(first) or _NO_TREATMENT.search(before[1]):
        return False
    return _belongs(before[1], first, f"{before[1]} {first}", counts)


def _weight(place: re.Match[str]) -> int:
    return _TWICE if _SURELY.search(place[0]) else 1


def _measures(text: str, counts: _Counts) -> Iterator[str]:
    for match in _MEASURED.finditer(text):
        start = _back(text, *match.span("name"), counts)
        yield from _checked(text[start : match.end("name")], counts)


def _onward(text: str, start: int, end: int, counts: _Counts) -> int:
    """Where the name ends that begins there, with the last word that belongs to it."""
    for _ in range(_MOST_WORDS - 1):
        more = _NEXT.match(text, end)
        if more is None:
            break
        # Of "hill therapy-salvene" the name's last word is "therapy".
        ends = dict.fromkeys((more.end(), end + 1 + len(more[1].split("-")[0])))
        fit = (
            e for e in ends if _belongs(text[start:end], text[end + 1 : e], text[start:e], counts)
        )
        onward = next(fit, None)
        if onward is None:
            break
        end = onward
    return end


def _back(text: str, start: int, end: int, counts: _Counts) -> int:
    """Where the name begins that ends there, with the first word that belongs to it."""
    for _ in range(_MOST_WORDS - 1):
        more = _LAST.search(text, max(0, start - _NEAR), start)
        if more is None or not _belongs(text[start:end], more[1], text[more.start() : end], counts):
            break
        start = more.start()
    return start


def _belongs(name: str, word: str, both: str, counts: _Counts) -> bool:
    here, whole = counts(name.casefold()), counts(both.casefold())
    if _NO_PART.fullmatch(word) or whole < _TWICE:
        return False
    if _GENERIC.fullmatch(word) or _JOINS.fullmatch(word):
        return whole == here
    return whole >= _AS_ONE * here


def _checked(name: str, counts: _Counts, *, spelled: bool = False) -> Iterator[str]:
    """The name in small letters, where it may be one; a treatment's, not where it is a short form.

    A short form stands for a name that is told besides.
    """
    if spelled and not _A_WORD.search(name):
        return
    name = name.casefold()
    while (cut := _NO_END.sub("", name)) != name:
        name = cut
    first = name.split()[0]
    bare = _NO_PART.fullmatch(first) or _JOINS.fullmatch(first)
    if len(name) > 2 and not bare and counts(name) >= _TWICE:
        yield name


def _most_often(names: set[str], counts: _Counts) -> set[str]:
    """Of a name and a longer one around it, the one that comes back more often."""
    return {n for n in names if not any(_rather(o, n, counts) for o in names)}


def _rather(one: str, other: str, counts: _Counts) -> bool:
    short, long = sorted((one, other), key=len)
    within = one != other and places(short, long) > 0
    return within and (counts(one), len(one)) > (counts(other), len(other))

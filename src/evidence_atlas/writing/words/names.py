"""Names of treatments and of what is measured, which weigh the same however long they are.

A limit of words chooses what is told. Were a name counted by its words, a clause would be told
of a drug and left out of a therapy with a longer name: the page would not be even-handed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from evidence_atlas.reading.names import (
    MEASURES,
    OF_A_MEASURE,
    TREATMENTS,
    any_of_own,
    own_now,
)
from evidence_atlas.reading.own_names import Own
from evidence_atlas.records.cues import cue

_NAMES = [*TREATMENTS, *(f"(?:{p})(?:{OF_A_MEASURE})?" for p in MEASURES)]
_NAME = cue("|".join(f"(?:{p})(?!\\s?syndrome)" for p in _NAMES))
LONGEST = 3
"""Words that a name may have where a limit is one of what the reader sees."""


def _in_place(text: str, own: Own, put: str | Callable[[re.Match[str]], str]) -> str:
    """A text with each name replaced, those of the study's own treatments first."""
    pattern = any_of_own(own.treatments)
    return _NAME.sub(put, pattern.sub(put, text) if pattern else text)


def length(text: str) -> int:
    """Words of a text, each name counted as one: for limits that choose what is told."""
    return _length(text, own_now())


@lru_cache(maxsize=4096)
def _length(text: str, own: Own) -> int:
    return len(_in_place(text, own, "n").split())


def length_seen(text: str) -> int:
    """Words of a text, each name counted as the longest may be: never less than what is seen."""
    return _length_seen(text, own_now())


@lru_cache(maxsize=4096)
def _length_seen(text: str, own: Own) -> int:
    longer = 0

    def put(name: re.Match[str]) -> str:
        nonlocal longer
        longer += max(0, LONGEST - len(name[0].split()))
        return " ".join("n" for _ in name[0].split())

    return len(_in_place(text, own, put).split()) + longer


def unnamed(text: str) -> str:
    """A text without the names in it."""
    return _unnamed(text, own_now())


@lru_cache(maxsize=1024)
def _unnamed(text: str, own: Own) -> str:
    return _in_place(text, own, " ")


def alike(text: str, given: tuple[str, ...] = ()) -> str:
    """A text with one plain word for each name, so that a hard name makes no text harder.

    `given` are further names: those of the study's own treatments, which no list may know.
    """
    for name in sorted(given, key=len, reverse=True):
        # A name that the glossary explains is no harder than one that it does not know.
        named = rf"\b{re.escape(name)}\b(?: \([^()]*\))?"
        text = re.sub(named, "medicine", text, flags=re.IGNORECASE)
    return _in_place(text, own_now(), "medicine")


def names_in(text: str) -> frozenset[str]:
    """The names that stand in a text, in small letters, one or many of a thing alike."""
    return _names_in(text, own_now())


@lru_cache(maxsize=1024)
def _names_in(text: str, own: Own) -> frozenset[str]:
    found: set[str] = set()

    def put(name: re.Match[str]) -> str:
        found.add(name[0].strip().casefold().rstrip("s"))
        return " "

    _in_place(text, own, put)
    return frozenset(found)

"""Names of treatments and of what is measured, which weigh the same however long they are.

A limit of words chooses what is told. Were a name counted by its words, a clause would be told
of a drug and left out of a therapy with a longer name: the page would not be even-handed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.reading.names import MEASURES, OF_A_MEASURE, TREATMENTS
from evidence_atlas.records.cues import cue

_NAMES = [*TREATMENTS, *(f"(?:{p})(?:{OF_A_MEASURE})?" for p in MEASURES)]
_NAME = cue("|".join(f"(?:{p})(?!\\s?syndrome)" for p in _NAMES))
LONGEST = 3
"""Words that a name may have where a limit is one of what the reader sees."""


@lru_cache(maxsize=4096)
def length(text: str) -> int:
    """Words of a text, each name counted as one: for limits that choose what is told."""
    return len(_NAME.sub("n", text).split())


@lru_cache(maxsize=4096)
def length_seen(text: str) -> int:
    """Words of a text, each name counted as the longest may be: never less than what is seen."""
    return len(text.split()) + sum(
        max(0, LONGEST - len(n[0].split())) for n in _NAME.finditer(text)
    )


@lru_cache(maxsize=1024)
def unnamed(text: str) -> str:
    """A text without the names in it."""
    return _NAME.sub(" ", text)


def alike(text: str, given: tuple[str, ...] = ()) -> str:
    """A text with one plain word for each name, so that a hard name makes no text harder.

    `given` are further names: those of the study's own treatments, which no list may know.
    """
    for name in sorted(given, key=len, reverse=True):
        # A name that the glossary explains is no harder than one that it does not know.
        named = rf"\b{re.escape(name)}\b(?: \([^()]*\))?"
        text = re.sub(named, "medicine", text, flags=re.IGNORECASE)
    return _NAME.sub("medicine", text)


@lru_cache(maxsize=1024)
def names_in(text: str) -> frozenset[str]:
    """The names that stand in a text, in small letters, one or many of a thing alike."""
    return frozenset(n[0].strip().casefold().rstrip("s") for n in _NAME.finditer(text))

"""Treatments and measures under one word, for readers that ask how a text tells, not of what.

"Received cognitive behavioural therapy" and "received rituximab" tell the same. Were the word
"therapy" within a name heard, one would be a sign that something was given, and the other none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from evidence_atlas.records import Record, texts
from evidence_atlas.records.cues import cue

from . import tables
from .own_names import Own, own_names

_TABLE = tables.load("interventions")
TREATMENTS = [*(p for t in _TABLE["named"] for p in t["patterns"]), _TABLE["drugs"]["pattern"]]
MEASURES = [p for m in tables.load("measures")["measures"] for p in m["patterns"]]
OF_A_MEASURE = r" (?:levels?|scores?|counts?|concentrations?|ratings?|symptoms?|severity)\b"
"""A word that says how a thing was measured, and belongs to its name."""

A_TREATMENT = cue("|".join(f"(?:{p})" for p in TREATMENTS))
"""Any known treatment, by its name or by the ending of a drug's."""
_MEASURE = cue("|".join(f"(?:{p}){OF_A_MEASURE}" for p in MEASURES))
_MEASURED = cue("|".join(f"(?:{p})" for p in MEASURES))
_KNOWN = "nameknown"
_UNHEARD = "nameunheard"
"""A word that no learnt weight knows, so that it speaks for nothing."""


_NONE = Own()
_OWN: ContextVar[Own] = ContextVar("own", default=_NONE)


@contextmanager
def names_of(record: Record) -> Iterator[Own]:
    """While one record is read or written: what it calls its own is a name as the known are."""
    found = texts(record)
    own = own_in(found.get("title", ""), found.get("abstract", ""))
    token = _OWN.set(own)
    try:
        yield own
    finally:
        _OWN.reset(token)


@lru_cache(maxsize=256)
def own_in(title: str, abstract: str) -> Own:
    """What a text calls its own and no table knows: what one does is called by its own name."""
    # Under one word, so that no part of a known name shows what stands beside it to be given.
    own = own_names(A_TREATMENT.sub(_KNOWN, title), A_TREATMENT.sub(_KNOWN, abstract))
    return Own(
        tuple(n for n in own.treatments if _KNOWN not in n),
        tuple(n for n in own.measures if not _MEASURED.search(n) and _KNOWN not in n),
    )


def own_now() -> Own:
    """The names of the record that is read or written now; none where no record is."""
    return _OWN.get()


@lru_cache(maxsize=256)
def any_of_own(names: tuple[str, ...], behind: str = "") -> re.Pattern[str] | None:
    """A pattern of the names, one or many of a thing alike; None where there are none."""
    if not names:
        return None
    either = "|".join(map(re.escape, names))
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w){behind}", re.IGNORECASE)


def unnamed(text: str) -> str:
    """The text with each treatment called "treatment", whatever its name."""
    return A_TREATMENT.sub("treatment", _put_for_own(text, "treatment"))


def unheard(text: str) -> str:
    """The text with each treatment and known measure under a word that speaks for nothing."""
    text = _put_for_own(text, _UNHEARD)
    return _MEASURE.sub(_UNHEARD, A_TREATMENT.sub(_UNHEARD, text))


def _put_for_own(text: str, word: str) -> str:
    own = any_of_own(_OWN.get().treatments)
    return own.sub(word, text) if own else text

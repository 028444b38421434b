"""Whether a sentence announces a result and does not tell it, or tells only who took part.

"Three clusters were identified" says that something was found, and not what. Such a sentence is
told neither as a finding nor as a conclusion, so that another result has its place.
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records import Record

from ..tables import table
from ..words.edges import IN_BRACKETS

_TABLE = table("sentences/empty_results.toml")
_ANNOUNCED = _TABLE["announced"]


def _counting(name: str) -> re.Pattern[str]:
    words = _ANNOUNCED[name].replace("NUMBER", _ANNOUNCED["number"])
    return re.compile(words.replace("KINDS", _ANNOUNCED["kinds"]), re.IGNORECASE)


_COUNTED = tuple(map(_counting, ("found", "were")))
_NAMES_THEM = re.compile(_ANNOUNCED["names_them"], re.IGNORECASE)
_BRACKET = re.compile(_ANNOUNCED["bracket"])
_EMPTY = tuple(re.compile(p, re.IGNORECASE) for p in _TABLE["empty"]["patterns"])
_PAIR = re.compile(_TABLE["pair"]["pattern"], re.IGNORECASE)
_PAIR_NAMED = re.compile(_TABLE["pair"]["named"], re.IGNORECASE)
_GROUPS = re.compile(_TABLE["groups"]["unnamed"], re.IGNORECASE)
_HAD_BESIDES = tuple(re.compile(p, re.IGNORECASE) for p in _TABLE["had_besides"]["patterns"])
_ASKED_BESIDES = re.compile(r"co-?morbid|pre-?existing|underlying", re.IGNORECASE)
_BROUGHT_ALONG = tuple(re.compile(p, re.IGNORECASE) for p in _TABLE["brought_along"]["patterns"])


@lru_cache(maxsize=1024)
def only_announced(text: str) -> bool:
    """Whether what was found is announced, and not told."""
    plain = _without_brackets(text)
    if any(pattern.search(plain) for pattern in _EMPTY):
        return True
    if _BRACKET.search(text):
        return False
    return any(
        (found := pattern.search(plain)) is not None
        and not _NAMES_THEM.search(plain[: found.start()])
        and not _NAMES_THEM.search(plain[found.end() :])
        for pattern in _COUNTED
    )


def unnamed_pair(text: str, title: str) -> bool:
    """Whether two things are told of that neither the text before them nor the title names."""
    found = _PAIR.search(text)
    return found is not None and not any(
        _PAIR_NAMED.search(before) for before in (text[: found.start()], title)
    )


def unnamed_groups(text: str) -> bool:
    """Whether it tells of "the groups" and not of who they were."""
    return _GROUPS.search(text) is not None


@lru_cache(maxsize=1024)
def brought_along(text: str) -> bool:
    """Whether a sentence tells who the groups were when the study began, and nothing else."""
    plain = _without_brackets(text)
    return any(pattern.search(plain) for pattern in _BROUGHT_ALONG)


def had_besides(record: Record, text: str) -> bool:
    """Whether a sentence tells only which other illnesses they had, and the title asks not that."""
    plain = _without_brackets(text)
    return _ASKED_BESIDES.search(record.title) is None and any(
        pattern.search(plain) for pattern in _HAD_BESIDES
    )


@lru_cache(maxsize=1024)
def _without_brackets(text: str) -> str:
    return " ".join(IN_BRACKETS.sub(" ", text).split()).rstrip(" .")

"""Harms by name: what was reported of them, in the text's own words and short."""

from __future__ import annotations

import re

from ..tables import table
from ..words.clause import loaded, restate
from ..words.names import length
from ..words.numbers import joined
from ..words.statistics import STATISTICS
from ..words.verbs import finite

_PATTERNS: dict[str, str] = table("limits/harms.toml")
_PLAIN = [(re.compile(e["pattern"], re.IGNORECASE), e["say"])
          for e in table("limits/harms_told.toml")["plain"]]  # fmt: skip
JUDGED = re.compile(_PATTERNS["judged"], re.IGNORECASE)
NAMED = re.compile(_PATTERNS["named"], re.IGNORECASE)
PARTS = re.compile(r"[;:]\s+|\.\s+")
_ITEMS = re.compile(r",\s+and\s+|,\s+")
_SERIOUS_ITEM = re.compile(r"^(?:and )?(?:serious|severe)\b", re.IGNORECASE)
_COUNT_AGAIN = re.compile(r"\s\(n ?= ?\d+\)", re.IGNORECASE)
_LONG_ASIDE = re.compile(r"\s\([^()]*[a-z] [^()]*\)")
_NONE_CAME = re.compile(r"(?:no|zero|none|0)\b", re.IGNORECASE)
_MORE_IN_PART = re.compile(r"\s*\(\w+\)")


def named_harms(text: str, most: int, by_chance: bool) -> tuple[str, str] | None:
    """The frame, and what was reported of harms in the text's own words; None where too long.

    A clause that stands alone, else the serious ones out of a list: those come first. Of a list
    cut by semicolons the first ones are told, as among others: one of it alone is not the whole.
    """
    told = _COUNT_AGAIN.sub("", text.strip().rstrip("."))
    if is_a_list(told):
        return _first_of_list(told, most)
    clauses = [told, *PARTS.split(told)]
    for clause in clauses:
        # "Two studies reported adverse events:" only leads in to what the harms were.
        if f"{clause}:" in told:
            continue
        if JUDGED.search(clause) or not NAMED.search(clause) or loaded(clause):
            continue
        words = restate(clause, randomised_result=by_chance, most=most)
        if words and not has_statistics(words):
            return "told", within_a_sentence(words)
    for clause in clauses:
        for item in _ITEMS.split(clause):
            if _SERIOUS_ITEM.match(item) and length(item) <= most and not finite(item):
                return "some", item
    return None


def has_statistics(words: str) -> bool:
    """Whether figures of statistics stand in the words; a short form in brackets is none."""
    return STATISTICS.search(_MORE_IN_PART.sub("", words)) is not None


def is_a_list(text: str) -> bool:
    """Whether semicolons part the items of a list: one alone is not what was reported."""
    return text.count(";") >= 2


def _first_of_list(told: str, most: int) -> tuple[str, str] | None:
    """As many of the first items as fit; None where they are clauses, or tell that none came."""
    found: list[str] = []
    for item in re.split(r";\s+(?:and\s+)?", told.rsplit(": ", 1)[-1]):
        plain = _LONG_ASIDE.sub("", item)
        if _NONE_CAME.match(plain):
            continue
        if finite(plain) or loaded(plain) or JUDGED.search(plain):
            break
        if length(" ".join([*found, plain])) > most:
            break
        found.append(plain)
    return ("some", joined(found)) if found else None


def within_a_sentence(words: str) -> str:
    """The words with a small letter in front, but for a short form."""
    first = words.split(" ", 1)[0]
    return words if any(c.isupper() for c in first[1:]) else words[:1].lower() + words[1:]


def in_plain_words(words: str) -> str:
    """Words of harms that few know as ones that all know."""
    for pattern, say in _PLAIN:
        words = pattern.sub(say, words)
    return words

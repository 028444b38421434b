"""Words of substance that a sentence tells once more than its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .case import folded, table
from .content_words import stem
from .tokens import may_shorten, names_a_thing, short_forms, tokens
from .word_for_word import LEAD

_PLAIN = frozenset(table("in_its_place.toml")["plain"].split())
_TELLER = re.compile(table("in_its_place.toml")["teller_elsewhere"])
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{3,})[- ]\1(?!\w)", re.IGNORECASE)


def once_too_often(text: str, sources: Sequence[str], explained: Sequence[str] = ()) -> str | None:
    """A word of substance told again that all its sources together do not say so often.

    Not one that a rule or a glossary entry brings, nor one that a short form there stands for.
    """
    ours = tokens(text)
    often = Counter(t.key for t in ours if names_a_thing(t))
    again = {key for key, n in often.items() if n > 1}
    if not again:
        return None
    theirs = [t for source in dict.fromkeys(sources) for t in tokens(source)]
    held = Counter(t.key for t in theirs)
    short = short_forms(sources, {t.text for t in ours})
    by_rule = " ".join(explained)
    for token in ours:
        if token.key not in again or often[token.key] <= held[token.key]:
            continue
        word = folded(token.text)
        brought = word in _PLAIN or any(w in by_rule for w in (token.key, stem(word)))
        brought = brought or any(may_shorten(s, token) for s in short)
        if held[token.key] and not brought:
            return f"“{token.text}” once too often"
    return None


def twice_in_a_row(text: str, sources: Sequence[str]) -> str | None:
    """A word told twice in a row, where no source has it so."""
    held = folded(" ".join(sources))
    for m in _TWICE.finditer(text):
        if folded(m.group()) not in held and not LEAD.fullmatch(m[1]):
            return f"“{m.group()}”"
    return None


def teller_elsewhere(text: str, sources: Sequence[str]) -> str | None:
    """A word for who tells it that stands where no teller does, and in no source."""
    held = folded(" ".join(sources))
    found = (m.group() for m in _TELLER.finditer(text))
    return next((f"“{word}” tells nothing" for word in found if folded(word) not in held), None)

"""Everyday words for words of papers that say the same, in the sections for everybody.

The glossary explains terms, and puts its plain words only where a noun may stand. These are verbs,
adverbs and prepositions: each is found by what stands around it, and changes nothing but itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from evidence_atlas.records import RuleSupport
from evidence_atlas.records.cues import Cue, cue

from ..tables import table


class _Word(NamedTuple):
    pattern: Cue
    plain: str
    support: RuleSupport


_WORDS = tuple(
    _Word(
        cue(e["pattern"]),
        e["plain"],
        RuleSupport(rule="glossary", text=f"Glossary: {e['term']} means {e['plain']}."),
    )
    for e in table("words/everyday.toml")["everyday"]
)
# The authors' own words, and the names that they give to what people told them.
_QUOTED = re.compile(r"“[^”]*”|(?<!\w)‘[^’]*’")
_PART_OF_A_WORD = "-‐‑–/"


@lru_cache(maxsize=1024)
def in_everyday_words(text: str) -> tuple[str, tuple[RuleSupport, ...]]:
    """The text in everyday words, and the entries by which it was changed."""
    hidden = [m.span() for m in _QUOTED.finditer(text)]
    found = [
        (m.start(), m.end(), word)
        for word in _WORDS
        for m in word.pattern.finditer(text)
        if not _joined(text, m.start(), m.end())
        and not any(a < m.end() and m.start() < b for a, b in hidden)
    ]
    found.sort(key=lambda f: (f[0], -f[1]))
    out, at, used = [], 0, []
    for start, end, word in found:
        if start < at:
            continue
        new = word.plain[:1].upper() + word.plain[1:] if text[start].isupper() else word.plain
        out += [text[at:start], new]
        at = end
        used.append(word.support)
    return "".join(out) + text[at:], tuple(dict.fromkeys(used))


def _joined(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes it a part of a longer word."""
    return text[start - 1 : start] in tuple(_PART_OF_A_WORD) or text[end : end + 1] in tuple(
        _PART_OF_A_WORD
    )

"""What the terms of a text mean in plain words: general ones, and those of the illness."""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records import Condition
from evidence_atlas.records.condition import GlossaryEntry, Name, Scale
from evidence_atlas.records.needles import fold, may_stand

from ..case import table

PLAIN_WORDS = table("audit/plain_words.toml")
_PLAIN = [
    *((re.compile(p["pattern"], re.I), p["words"]) for p in table("audit/audit.toml")["plain"]),
    *((re.compile(w["term"], re.I), w["lay"]) for w in PLAIN_WORDS["word"]),
]


def plain(text: str, condition: Condition) -> str:
    """The plain words for the terms that stand in a text."""
    folded_text = fold(text)
    explained = _explained(condition.glossary, condition.scales, condition.known_illnesses)
    return "\n".join(
        words
        for pattern, words in (*_PLAIN, *explained)
        if may_stand(pattern, folded_text) and pattern.search(text)
    )


@lru_cache(maxsize=4)
def _explained(
    glossary: tuple[GlossaryEntry, ...], scales: tuple[Scale, ...], names: tuple[Name, ...]
) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What an illness's terms, scales and names are called in plain words, each by its pattern."""
    entries = [(e.pattern, f"{e.term}, {e.plain}, {e.gloss}") for e in glossary]
    entries += [(s.pattern, f"{s.name}, {s.measures}") for s in scales]
    entries += [(n.pattern, n.name) for n in names]
    return tuple((re.compile(p, re.IGNORECASE), words) for p, words in entries)

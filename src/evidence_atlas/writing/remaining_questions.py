"""Remaining Questions: only gaps that this study's own text shows, in its own nouns."""

from __future__ import annotations

from .limit_words import limit
from .material import Material
from .said import Said
from .slots import Slots

MOST = 4


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """One question for each gap that has one; nothing that would be true of every study."""
    told: list[Said] = []
    for name in m.brief.limits:
        sentence = limit(m, slots, name, "question")
        if sentence and all(sentence.text != other.text for other in told):
            told.append(sentence)
    return tuple(told[:MOST])

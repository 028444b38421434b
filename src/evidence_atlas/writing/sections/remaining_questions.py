"""Remaining Questions: only gaps that this study's own text shows, in its own nouns."""

from __future__ import annotations

from ..authors.open_questions import open_questions
from ..limits.limit_words import limit
from ..limits.mistakes import invited
from ..material import Material
from ..said import Said
from ..slots import Slots
from .named_above import without_untold

MOST = 4


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """What the authors leave open, then gaps that the text shows; nothing true of every study."""
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    told: list[Said] = [*open_questions(m)]
    facts = without_untold(m, slots, invited(m, slots))
    for name in m.brief.limits:
        sentence = limit(m, facts, name, "question")
        if sentence and all(sentence.text != other.text for other in told):
            told.append(sentence)
    return tuple(told[:MOST])

"""A sentence with the study's own short forms spelled out, where the abstract explains them."""

from __future__ import annotations

import re
from dataclasses import replace

from .material import Material
from .said import Said
from .words.clause import loaded
from .words.names import length
from .words.plain_words import terms_for
from .words.spelled_out import spelled_where_told

MOST_WORDS = 30


def in_full(m: Material, told: Said, most: int = MOST_WORDS) -> Said:
    """The sentence in full, or as it is where it would grow too long or judge.

    Names of the atlas's own illness stay, and so do words that the glossary explains.
    """
    illnesses = m.condition.names

    def keep(form: str) -> bool:
        known = bool(terms_for(m.condition, form))
        return known or any(re.fullmatch(n.pattern, form, re.IGNORECASE) for n in illnesses)

    text, support = spelled_where_told(m.record, told.text, keep)
    # Words that judge ("recovery") stay the name of a group that they are part of.
    if not support or length(text) > most or (loaded(text) and not loaded(told.text)):
        return told
    return replace(told, text=text).supported_by(*support)

"""Sentences that count others than a study's own: the sick of the world, those of other authors."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from .. import tables
from .people_words import CUES, PEOPLE

_WORDS: dict[str, str] = tables.load("of_others")
_WORLD = cue(_WORDS["world"])
"""The sick of the world, in a sentence on the background of a study."""
_OF_A_COUNTRY = cue(_WORDS["of_a_country"])
_DECLARED = cue(_WORDS["declared"])
"""Cases that a country or the world has declared, whatever part the sentence plays."""


def or_animals(text: str) -> bool:
    """Whether a sentence counts the sick of the world, or animals, or things of nobody."""
    return bool(
        CUES["told_elsewhere"].search(text)
        or (CUES["no_people"].search(text) and PEOPLE.search(text) is None)
        or (CUES["animals"].search(text) and not CUES["human"].search(text))
    )


def of_other_authors(text: str, comment: bool) -> bool:
    """Whether a sentence counts those whom other authors studied; a comment tells of them, too."""
    if CUES["of_us"].search(text):
        return False
    return CUES["of_other_authors"].search(text) is not None or (
        comment and CUES["of_that_paper"].search(text) is not None
    )


def of_the_world(text: str, role: str) -> bool:
    """Whether a sentence counts the sick of the world or of a country."""
    if (_WORLD if role == "background" else _OF_A_COUNTRY).search(text):
        return True
    return _DECLARED.search(text) is not None and CUES["own_study"].search(text) is None

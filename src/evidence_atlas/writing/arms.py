"""Which names of treatments are one treatment, and how many groups a text tells of."""

from __future__ import annotations

import re

from evidence_atlas.records import texts

from .material import Material, Piece
from .words.noun_phrases import uncapital

_PROGRAMME = r"interventions?|programmes?|programs?|practices|training|sessions|classes"
_TWO_GROUPS = re.compile(
    r"\b1\s?:\s?1\b|\b(?:two|2)[- ](?:[\w-]+ ){0,2}(?:groups|arms)\b|\btwo-arm\b|\brandomi[sz]ed "
    r"to either\b",
    re.IGNORECASE,
)


def one_programme(m: Material, given: list[Piece]) -> list[Piece]:
    """ "A mindfulness and yoga intervention" is one treatment of two parts."""
    if len(given) != 2:
        return given
    one, two = (re.escape(p.text) for p in given)
    joint = rf"\b(?:{one} and {two}|{two} and {one}) (?:{_PROGRAMME})\b"
    for text in texts(m.record).values():
        found = re.search(joint, text, re.IGNORECASE)
        if found:
            words = found[0].rsplit(" ", 1)[0]
            held = tuple(dict.fromkeys(s for p in given for s in p.support))
            return [Piece(uncapital(words), (*held, *m.words(found[0])))]
    return given


def two_groups(m: Material) -> bool:
    """The text tells of two groups, not more."""
    return any(_TWO_GROUPS.search(text) for text in texts(m.record).values())

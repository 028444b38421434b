"""Which names of treatments are one treatment, and how many groups a text tells of."""

from __future__ import annotations

import re

from evidence_atlas.records import Support, texts

from ..material import Material, Piece
from ..tables import table
from ..words.noun_phrases import uncapital

_TABLE = table("people/arms.toml")
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


_MORE_GROUPS = re.compile(
    r"\b(?:randomi[sz]ed|divided|allocated|assigned|split)\b[^.;]{0,60}?"
    r"\b(?P<n>three|four|five|six|[3-6])[- ](?:[\w-]+ ){0,2}(?:groups|arms)\b|"
    r"\b(?P<word>three|four|five|3|4|5)-(?:arm|group)\b",
    re.IGNORECASE,
)
_THREE_NAMED = re.compile(_TABLE["three_named"], re.IGNORECASE)
_OF_PARTS = re.compile(_TABLE["of_parts"], re.IGNORECASE)
_WORTH = {"three": 3, "four": 4, "five": 5, "six": 6}


def groups_told(m: Material) -> int | None:
    """How many groups, where the text tells of more than two; else None."""
    for text in texts(m.record).values():
        found = _MORE_GROUPS.search(text)
        if found:
            n = (found["n"] or found["word"]).lower()
            return _WORTH.get(n) or int(n)
        if _THREE_NAMED.search(text):
            return 3
    return None


def one_of_parts(m: Material, given: list[Piece], against: list[Piece]) -> tuple[Support, ...]:
    """Where the text calls what was given one programme of several parts; empty where it does not.

    Set against one other thing, or none that is named, the parts are no groups of their own.
    """
    if len(given) < 2 or len(against) > 1 or groups_told(m) is not None:
        return ()
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end) for s in m.reading.sentences if s.role in ("aim", "methods")
    ]
    found = ((f, _OF_PARTS.search(held.get(f, ""), a, b)) for f, a, b in places)
    return next((m.words(match[0]) for _, match in found if match is not None), ())


def two_groups(m: Material) -> bool:
    """The text tells of two groups, not more."""
    return any(_TWO_GROUPS.search(text) for text in texts(m.record).values())

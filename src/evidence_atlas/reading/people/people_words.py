"""The words for people and for counting them, compiled from tables/people.toml."""

from __future__ import annotations

from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..text.numbers import Number

_TABLE = tables.load("people")
_NOUNS = _TABLE["nouns"]

HEAD = cue(tables.words([*_NOUNS["people"], *_NOUNS["patients"], *_NOUNS["controls"]]))
"""A noun that counts people: "participants", "nurses"."""
PEOPLE = cue(r"\b" + tables.words([*_NOUNS["people"], *_NOUNS["patients"]]))
CONTROL = cue(r"\b" + tables.words([*_NOUNS["controls"], "healthy", "control"]))
PATIENT = cue(r"\b" + tables.words(_NOUNS["patients"]) + _TABLE["nouns"]["no_adjective"])
STOP = cue(tables.words(_TABLE["stops"]["words"]))
"""A word that ends a noun phrase."""
EARLIER = frozenset(_TABLE["stops"]["earlier"])
"""A word behind which one that ends a phrase tells of earlier work."""
UNIT = cue(r"[-‐–\s]?(?:" + "|".join(f"(?:{u})(?![\\w])" for u in _TABLE["units"]["words"]) + ")")
"""What makes a number a dose, a time, a number of samples."""
_CAPITALS = cue(r"[A-Z]{2,}(?=\s)", 0)
VERBS: dict[str, Cue] = {name: tables.any_of(found) for name, found in _TABLE["verbs"].items()}
CUES: dict[str, Cue] = {name: cue(found) for name, found in _TABLE["cues"].items()}

NEAR = 46
"""How many characters before a number are looked at; so short a text is searched at once."""


def near(text: str, start: int) -> str:
    """The characters just before a place."""
    return text[max(0, start - NEAR) : start]


def is_unit(text: str, place: int) -> bool:
    """Whether a unit follows: "80 ms", but not "80 MS patients", whose letters are a name."""
    if UNIT.match(text, place) is None:
        return False
    return not is_name(text, place + 1)


def is_name(text: str, place: int) -> bool:
    """Whether capitals before people are a name: "80 MS patients", "12 AS patients"."""
    capitals = _CAPITALS.match(text, place)
    return capitals is not None and HEAD.match(text, capitals.end() + 1) is not None


_STUDIES, _GROUPS = 20, 10
"""A record has fewer studies, and fewer groups, than that."""


def numbers_a_group(text: str, number: Number) -> bool:
    """ "In study 2", "control group 1": not "in this study 12 adults", nor "in a study 214"."""
    value = number.value or 0
    near_it = (text, number.start - NEAR, number.start)
    if value >= _STUDIES or not CUES["numbered_before"].within(*near_it):
        return False
    if CUES["of_that_group_before"].within(*near_it):
        return value < _GROUPS
    return CUES["of_this_study_before"].within(*near_it) is None

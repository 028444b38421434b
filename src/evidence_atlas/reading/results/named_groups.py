"""The group that a result concerns and the group it is set against, as clean noun phrases.

The writer uses them as labels: a phrase with a verb or a dangling preposition is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

_WORDS: dict[str, str] = tables.load("named_groups")

_HEADS = _WORDS["heads"]
_COUNT = _WORDS["count"]
_NO_MODIFIER = _WORDS["no_modifier"]
_NP = cue(
    rf"(?:(?P<the>the)\s)?(?:(?P<count>{_COUNT})\s)?"
    rf"(?P<name>(?:(?!{_NO_MODIFIER})[A-Za-zβαγ][\w/+'’-]*\s){{0,4}}?(?P<head>{_HEADS}))\b(?![-/])"
)
_THOSE = cue(_WORDS["those"])
_TAIL_END = cue(_WORDS["tail_end"])
_BAD_TAIL = cue(rf"\b{_NO_MODIFIER}")
_RESTRICTED = cue(_WORDS["restricted"])
_GOES_ON = cue(r"(?:[-‐]like\b|[-\s](?:type\s)?symptoms?\b)")
_LISTED = cue(r"\s?(?:\([^()]*\)\s?)?(?:,|and\b|or\b|vs\b|versus\b)")
_CONTROL = cue(r"\bcontrols?\b")
_VERB_LATER = cue(r"\s(?:\w+ed|\w+ing)\b", 0)
_WHO_PLACE = cue(_WORDS["who_place"])
_PART_BEFORE = cue(_WORDS["part_before"])
_AGAINST_PLACE = cue(_WORDS["against_place"])
_PLAIN_AGAINST = cue(_WORDS["plain_against"])
_OTHERS = cue(_WORDS["others"])
_BARE = frozenset(("group", "arm", "cases", "males", "females"))


@dataclass(frozen=True)
class Group:
    """A group as printed, where its name stands, and how many it is said to be."""

    name: str
    start: int
    end: int
    count: str | None


def against(document: Document, clause: str) -> Group | None:
    """What stands after "compared with", "than" or "versus", if it is a group of people."""
    for place in _AGAINST_PLACE.finditer(clause):
        found = _at(document, clause, place.end())
        if found is not None:
            return found
        plain = _PLAIN_AGAINST.match(clause, place.end())
        if plain:
            return Group(plain["name"], *plain.span("name"), None)
    return None


def who(document: Document, clause: str, other: Group | None) -> Group | None:
    """The first group named as subject or after "in", "among", "for" or "of".

    None where only a share of it is meant ("half of the patients"): the result would be told
    of all of them.
    """
    for place in _WHO_PLACE.finditer(clause):
        found = _at(document, clause, place.end())
        if found is None or (other is not None and found.start == other.start):
            continue
        if _PART_BEFORE.within(clause, place.end() - 60, place.end()):
            continue
        if re.search(
            r"\b(?:compared (?:with|to)|than|versus|vs\.?|relative to|unlike|between)\s"
            r"(?:\w+\s){0,2}\Z",
            clause[: place.end()],
            re.IGNORECASE,
        ):
            continue
        if _CONTROL.search(found.name) and _LISTED.match(clause, found.end):
            continue
        return found
    return None


def _at(document: Document, clause: str, position: int) -> Group | None:
    """The group whose name begins at this place."""
    those = _THOSE.match(clause, position)
    if those:
        end = _tail(document, clause, those.end("name"))
        if end is None or not those["name"].lower().startswith("with"):
            return None
        return Group(clause[position:end], position, end, None)
    rest = _OTHERS.match(clause, position)
    if rest:
        return Group(rest[0], position, rest.end(), None)
    match = _NP.match(clause, position)
    if match is None:
        return None
    start, end, head = match.start("name"), match.end(), match["head"].lower()
    if head in ("group", "arm"):
        if match["name"].lower() in _BARE:
            return None
        if match["the"] and not match["count"]:
            start = match.start("the")
    if match["name"].lower() in _BARE:
        return None
    if re.match(r"\s(?:with|without)\s", clause[end:]):
        tail = _tail(document, clause, end + clause[end:].index("w") + _with(clause, end))
        if tail is None:
            return None
        end = tail
        if match["the"] and match["count"]:
            start = match.start("the")
    elif _RESTRICTED.match(clause, end):
        return None
    return Group(clause[start:end], start, end, match["count"])


def _with(clause: str, end: int) -> int:
    return len("without ") if clause[end : end + 9].lower().strip() == "without" else len("with ")


def _tail(document: Document, clause: str, position: int) -> int | None:
    """Where the phrase after "with" ends: an illness's name, or one to four plain words."""
    named = document.illness.any_name.match(clause, position)
    if named:
        # "People with asthma symptoms" are not named by "with asthma" alone.
        return None if _GOES_ON.match(clause, named.end()) else named.end()
    match = _TAIL_END.match(clause, position)
    if match is None or _BAD_TAIL.search(match[0]) or _VERB_LATER.search(match[0]):
        return None
    if re.match(r"\.\d", clause[match.end() :]):
        return None
    return match.end()

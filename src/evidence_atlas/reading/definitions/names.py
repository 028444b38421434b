"""Where case definitions are named, and which name is meant."""

from __future__ import annotations

from typing import NamedTuple

from evidence_atlas.records import CaseDefinition
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

TABLE = {name: tables.any_of(patterns) for name, patterns in tables.load("definitions").items()}
"""The words of `tables/definitions.toml`."""
BARE = ("clinician diagnosis", "self-report", "ICD code")
"""Ways of entering a study that name no criteria."""
_CLOSED = (")", ",", ";")
_RULE_FOLLOWS = cue(r"[^.;()]{0,12}(?:\(|\b(?:by|per|under|using|with|as per)\s)(?:the\s)?\Z")


class Mention(NamedTuple):
    """A definition's name at its place in a passage."""

    definition: CaseDefinition
    start: int
    end: int


def mentions(document: Document, text: str, strict: bool = False) -> list[Mention]:
    """Every definition named, in order; where two names overlap, the table's first wins.

    `strict` leaves out what only in an abstract is sure to speak of how people entered.
    """
    found: list[Mention] = []
    for definition, patterns in document.illness.definitions:
        for near, pattern in enumerate(patterns):
            if near and strict and definition.name in BARE:
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                if start == end or any(m.start < end and start < m.end for m in found):
                    continue
                bare = definition.name in BARE
                if near and not bare and not _means_criteria(document, text, start, end, found):
                    continue
                unsure = near if bare else not settled(definition) or _of_several(match.group())
                if unsure and not _names_illness(document, definition):
                    continue
                found.append(Mention(definition, start, end))
    found.sort(key=lambda m: m.start)
    dated = [m for m in found if m.definition.until_year is None and m.definition.name not in BARE]
    return [
        m for m in found
        # "CDC criteria (Fukuda, 1994)" is one definition, not two
        if m.definition.until_year is None or not any(_beside(text, m, other) for other in dated)
    ]  # fmt: skip


def _means_criteria(
    document: Document, text: str, start: int, end: int, found: list[Mention]
) -> bool:
    """Whether a name that has other meanings stands here for a definition.

    It does near a word such as "criteria", beside another definition, and where it follows
    the illness ("asthma by GINA", "asthma (GINA)") or stands in a bracket behind people.
    """
    around = text[max(0, start - 70) : start] + "|" + text[end : end + 70]
    if TABLE["criteria_word"].search(around):
        return True
    for m in found:
        between = text[m.end : start] if m.end <= start else text[end : m.start]
        if len(between) < 20 and (joins(between) or between.strip(" ,/") == ""):
            return True
    before = text[max(0, start - 60) : start]
    if text[end : end + 1] in _CLOSED and TABLE["behind_people"].search(before):
        return True
    own = document.illness.any_own
    return any(_RULE_FOLLOWS.match(before, m.end()) for m in own.finditer(before))


def settled(definition: CaseDefinition) -> bool:
    """Whether the name by itself tells which definition it is, and so of which illness."""
    return definition.name not in BARE and "year not stated" not in definition.name


def _of_several(name: str) -> bool:
    """Whether a name is only that of a body which has defined more than one illness."""
    return TABLE["several_illnesses"].search(name) is not None


def _names_illness(document: Document, definition: CaseDefinition) -> bool:
    """A doctor's diagnosis, or a body's undated criteria, may be of any illness."""
    names = document.illness.any_name if definition.name in BARE else document.illness.any_own
    return any(names.search(text) for text in (document.title, document.abstract))


def _beside(text: str, one: Mention, other: Mention) -> bool:
    """Whether two names stand so close that the one explains the other."""
    first, second = sorted((one, other), key=lambda m: m.start)
    between = text[first.end : second.start]
    return len(between) < 25 and not (
        TABLE["either"].search(between) or TABLE["both"].search(between)
    )


def joins(between: str) -> bool:
    """Whether the words between two names join them, by "and" or by "or"."""
    return bool(TABLE["either"].search(between) or TABLE["both"].search(between))

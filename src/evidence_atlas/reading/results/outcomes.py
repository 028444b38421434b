"""What each result was found about."""

from __future__ import annotations

import re

from evidence_atlas.records.cues import Cues, cue

from .. import tables
from ..document import Document
from ..text import clauses
from . import measured

_WORDS: dict[str, str] = tables.load("outcomes")

_NAMES = tables.load("outcome_names")
_GENERAL_WORD = tables.any_of(_NAMES["general"])
_NAMES_NOTHING = tables.any_of(_NAMES["no_name"])
_MEASURES = tables.load("measures")["measures"]
MEASURE_CUES = Cues((tables.any_of(t["patterns"]), str(t["name"])) for t in _MEASURES)
_MEASURE_NAMES: dict[str, str] = {f"m{i}": t["name"] for i, t in enumerate(_MEASURES)}
_ANY_MEASURE = cue(
    "|".join(
        f"(?P<m{i}>" + "|".join(f"(?:{p})" for p in t["patterns"]) + ")"
        for i, t in enumerate(_MEASURES)
    )
)
_ILLNESS = cue(r"x{4,}", 0)
_SUBJECT = cue(_WORDS["subject"])
_JUDGED = cue(_WORDS["judged"])
_NO_WAY_NAMED = cue(r"(?:differences?|changes?) in\b", 0)
_MORE_OF_A_LIST = cue(r",\s(?:[\w-]+,\s){0,4}(?:[\w-]+\s){0,2}and\s", 0)
_NO_SUBJECT = cue(_WORDS["no_subject"])
_NO_JUDGED = cue(_WORDS["no_judged"])
_PEOPLE_OR_NOTHING = cue(_WORDS["people_or_nothing"])

GENERAL = frozenset(("symptoms", "prevalence"))
"""Names that tell too little where another is to be had."""
CLASSES = GENERAL | {"proteins"}
"""Names of kinds of things, which tell little by themselves."""
NAMED = frozenset(_MEASURE_NAMES.values())
_OF_WHAT = cue(r"\s(?:of|such as)\s")
_NEXT = 24
_PRIMARY_IS = cue(_WORDS["primary_is"])
_EFFECT_ON = cue(_WORDS["effect_on"])
_NEAR = 90
_BARE = cue(_WORDS["bare"])

_BEFORE_NAME = cue(_WORDS["before_name"])
_NO_NAME = cue(_WORDS["no_name"])

_ONLY_ORIGIN = cue(_WORDS["only_origin"], 0)
_WHY = re.compile(_WORDS["why"], re.IGNORECASE)
_BRACKETS = cue(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]", 0)
_QUANTITIES = frozenset((
    "risk", "risks", "odds", "rate", "rates", "level", "levels", "prevalence", "frequency",
    "likelihood", "probability", "number", "numbers", "values", "proportion", "chance",
))  # fmt: skip
_POINTED = ("increase", "decrease", "higher", "lower")
_NO_WAY = ("association", "no association", "descriptive", "mixed")


def name_in(phrase: str | None) -> str | None:
    """A phrase taken from a clause as the name of what was measured; None where it is none.

    "Higher anxiety" is told of anxiety; "more likely to work" and "knowledge of" name nothing.
    """
    if phrase is None:
        return None
    name = _BEFORE_NAME.sub("", phrase).strip(" ,")
    return None if len(name) < 2 or _NO_NAME.search(name) or tells_nothing(name) else name


def tells_nothing(name: str) -> bool:
    """Whether a phrase names nothing by itself: "levels", "following reinfection"."""
    return _GENERAL_WORD.search(name) is not None or _NAMES_NOTHING.search(name) is not None


def of(clause: str, masked: str, groups: list[tuple[int, int]], way: str) -> str | None:
    """What a clause says was found about; None where no clean noun phrase is to be had.

    A way belongs to what it is said of: "lower lung capacity", "a fall in wheeze", "wheeze
    was higher". A measure that the clause only names besides, in brackets or elsewhere, is not
    the outcome. Where nothing points a way, the first measure is.

    The groups' names are left aside, and the illnesses' (blanked in `masked`), so that
    "people with fatigue" does not make fatigue the outcome.
    """
    said = _aside(clause, masked, groups)
    if way in _NO_WAY:
        return _measure(said, 0, len(said))
    verb = clauses.first_verb(masked)
    judged = list(_JUDGED.finditer(said))
    if way in _POINTED:
        # "Differences in A, and elevated B": the way is told of B.
        judged = [m for m in judged if not _NO_WAY_NAMED.match(said, m.start())] or judged
    for match in judged:
        if _NO_JUDGED.search(match["what"]) or match["what"].lower() in _QUANTITIES:
            continue
        general = _measure(said, *match.span("what"))
        begun = match["what"].islower() and _MORE_OF_A_LIST.match(said, match.end("what"))
        if general is None and begun:
            continue  # "Elevated naive, memory and T cells": the first word names nothing yet.
        named = general or name_in(clause[match.start("what") : match.end("what")])
        if named is not None:
            return named
    subject = _SUBJECT.match(masked)
    clean = (
        subject is not None
        and not _NO_SUBJECT.search(subject["what"])
        and not tells_nothing(subject["what"])
    )
    general = _measure(said, 0, verb) if verb else None
    if general is None and subject is not None and clean:
        return str(subject["what"])
    return general or (None if clean else _measure(said, 0, len(said)))


def subject(clause: str) -> str | None:
    """What a clause of change is about, as printed: "Chalder FS scores fell in both groups"."""
    match = _SUBJECT.match(clause)
    if match is None or _PEOPLE_OR_NOTHING.search(match["what"]):
        return None
    return name_in(match["what"])


def _aside(clause: str, masked: str, groups: list[tuple[int, int]]) -> str:
    """The clause with brackets, groups and illnesses blanked."""
    text = list(clause)
    spans = [*groups, *(m.span() for m in _ILLNESS.finditer(masked))]
    spans += [m.span() for m in _BRACKETS.finditer(clause)]
    for start, end in spans:
        text[start:end] = " " * (end - start)
    return "".join(text)


def _only_qualifies(said: str, start: int, end: int) -> bool:
    """Whether a name of a measure only says of what kind, or why, something else was."""
    return bool(
        _ONLY_ORIGIN.match(said, end)
        or _WHY.search(said, max(0, start - 40), start)
        or measured.COMPOUND.match(said[end : end + 24])
    )


def _measure(said: str, start: int, end: int) -> str | None:
    """The general name of the first measure between two places."""
    for match in _ANY_MEASURE.finditer(said):
        if match.start() >= end:
            return None
        if match.start() >= start and not _only_qualifies(said, *match.span()):
            name = _MEASURE_NAMES[str(match.lastgroup)]
            of = _OF_WHAT.match(said, match.end()) if name in GENERAL else None
            if of is None:
                return name
            # "Symptoms of anxiety" are anxiety.
            own = _ANY_MEASURE.search(said, of.end(), of.end() + _NEXT)
            return _MEASURE_NAMES[str(own.lastgroup)] if own else name
    return None


def general(phrase: str) -> str | None:
    """The general name of the first measure that a phrase names."""
    return _measure(phrase, 0, len(phrase))


def sought(document: Document) -> str | None:
    """The general name of the main outcome: as the text calls it, else what an effect is sought on.

    None where neither is told, or what is told has no general name.
    """
    for pattern, roles in ((_PRIMARY_IS, ("methods", "aim", "results")), (_EFFECT_ON, ("aim",))):
        texts = [s.text for _, s in document.parts(*roles)]
        for text in texts if pattern is _PRIMARY_IS else [document.title, *texts]:
            match = pattern.search(text)
            name = _measure(text, match.end(), match.end() + _NEAR) if match else None
            if name is not None and name not in GENERAL:
                return name
    return None


def is_bare(clause: str, outcome: str | None) -> bool:
    """Whether a clause leaves to the reader what was measured: "the primary outcome improved"."""
    if outcome is not None and outcome not in GENERAL and not _BARE.search(outcome):
        return False
    return _BARE.search(clause) is not None

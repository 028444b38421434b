"""Which kind of study a page tells of: the kind chooses the frame."""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records import WITHDRAWN, Grades, Reading, Record, texts

from ..tables import table
from .how_made import says, says_itself

_WORDS: dict[str, str] = table("brief/kinds.toml")

Kind = Literal[
    "trial", "crossover", "open_groups", "single_arm", "series", "case_report",
    "comparison", "survey", "cohort", "genes", "interviews", "test", "study",
    "animals", "cells", "computation",
    "review", "narrative", "guideline", "protocol", "hypothesis", "comment", "notice",
    "retracted", "other_language", "title_only",
]  # fmt: skip
_BY_TYPE: dict[str, Kind] = {
    "Case-control": "comparison",
    "Cross-sectional": "survey",
    "Cohort": "cohort",
    "Case report": "case_report",
    "Qualitative": "interviews",
    "Genetic association": "genes",
    "Diagnostic accuracy": "test",
    "Methods": "test",
    "Systematic review": "review",
    "Meta-analysis": "review",
    "Scoping review": "review",
    "Narrative review": "narrative",
    "Guideline": "guideline",
    "Animal": "animals",
    "In vitro": "cells",
    "Computational": "computation",
    "Protocol": "protocol",
    "Hypothesis": "hypothesis",
    "Commentary": "comment",
    "Notice": "notice",
}
_ASKED = re.compile(_WORDS["asked"], re.IGNORECASE)
BARE: frozenset[Kind] = frozenset({"title_only", "other_language", "notice", "comment"})
WITHOUT_FINDINGS: frozenset[Kind] = frozenset({"protocol", "hypothesis", "retracted", *BARE})
BY_CHANCE: frozenset[Kind] = frozenset({"trial", "crossover"})
"""Chance decides who gets what, or what first."""
WITH_ARMS: frozenset[Kind] = frozenset({*BY_CHANCE, "open_groups"})
"""People given one thing are set beside people (or themselves) given another."""
TREATMENT: frozenset[Kind] = frozenset({*WITH_ARMS, "single_arm"})
OBSERVATIONAL: frozenset[Kind] = frozenset({"comparison", "survey", "cohort", "genes"})
PEOPLE_STUDIED: frozenset[Kind] = frozenset(
    {*TREATMENT, *OBSERVATIONAL, "series", "interviews", "test", "study"}
)
OVERVIEW: frozenset[Kind] = frozenset({"narrative", "guideline"})
"""What others found is told, without a search of which the paper says how it was made."""
OF_OTHERS_STUDIES: frozenset[Kind] = frozenset({*OVERVIEW, "review"})
"""What is told was found by others."""
WITHOUT_PEOPLE: frozenset[Kind] = frozenset({*OVERVIEW, "hypothesis"})
"""Nobody took part and nothing was measured, and no studies were counted."""
MEASURES_NOTHING: frozenset[Kind] = frozenset({*OF_OTHERS_STUDIES, *WITHOUT_PEOPLE})
"""The paper is about something."""
WITH_COUNTS: frozenset[Kind] = frozenset({"review", "test"})
"""Of these, told like papers of no single study, the opening counts studies or people, and the
results are results."""
CASES: frozenset[Kind] = frozenset({"case_report", "series"})


def kind_of(record: Record, reading: Reading, grades: Grades) -> Kind:
    """The kind of study, from the badges and, within trials, from the design as read.

    A paper that was withdrawn is told as that before anything else; then what cannot be
    read, since a title alone reports nothing; then the study type.
    """
    study_type = grades.value("study_type")
    if grades.value("record_state") in WITHDRAWN:
        return "retracted"
    if study_type == "Notice" or reading.unread == "notice":
        return "notice"
    if reading.unread == "not in English":
        return "other_language"
    if reading.unread == "no abstract" or not record.abstract:
        return "title_only"
    if study_type in ("RCT", "Non-randomised trial", "Case series"):
        return _trial_kind(study_type, record, reading)
    kind = _BY_TYPE.get(study_type or "", "study")
    # What people wrote for others, in posts or letters, was gathered and not asked for; what
    # they ticked is no account.
    asked = any(_ASKED.search(t) for t in texts(record).values())
    if kind == "interviews" and not (asked and says(record, "own_words")):
        return "study"
    # Genes that were only reckoned with, by computer, are those of nobody who took part.
    return "computation" if kind in OBSERVATIONAL and _COMPUTED in reading.quotes else kind


_COMPUTED = "subjects.computed"
_GROUPS = re.compile(_WORDS["groups"], re.IGNORECASE)
"""Words by which a text tells of groups, though none of them is counted."""


def _trial_kind(study_type: str, record: Record, reading: Reading) -> Kind:
    design = reading.design
    if study_type == "Case series" and not reading.interventions:
        return "series"
    if design.crossover:
        return "crossover"
    if study_type == "RCT":
        return "trial"
    if design.single_arm:
        return "single_arm"
    grouped = any(_GROUPS.search(text) for text in texts(record).values())
    # "A (n=21) or B (n=19), as they chose": none had both.
    grouped = grouped or says_itself(record, reading, "one_or_the_other")
    return "open_groups" if reading.comparators or design.controlled or grouped else "single_arm"


def has_treatment(kind: Kind, reading: Reading) -> bool:
    """True where a treatment was given (or reviewed), so that harms must be spoken of."""
    if kind in BARE or kind in ("retracted", "protocol", "hypothesis"):
        return False
    if reading.harms.status in ("reported", "none_reported"):
        return True
    if kind in TREATMENT:
        return True
    if kind in _NOTHING_GIVEN:
        return False
    # A review, or a case, whose title says that something was given, though by no name known.
    titled = kind in ("review", "case_report", "series") and "harms.titled" in reading.quotes
    return (titled or bool(reading.interventions)) and reading.harms.status != "not_applicable"


_NOTHING_GIVEN = ("animals", "cells", "computation", "comparison", "survey", "interviews", "genes",
                  "test")  # fmt: skip
"""Kinds in which no people were given a treatment to see what it does: that no harm is mentioned
there tells nothing. (The gate asks for none of these study types.)"""

"""The few facts of a study that other studies' pages and levels may use."""

from __future__ import annotations

import re

from evidence_atlas.records import (
    Condition,
    FindingFacts,
    Grades,
    Reading,
    Record,
    Result,
    StudyFacts,
)
from evidence_atlas.records.finder import finder
from evidence_atlas.records.names import author_keys, citation_label

from . import sizes
from .kinds import OBSERVATIONAL, TRIALS
from .patterns import compiled

_SHORT = 4
_BETWEEN = ("between_randomised", "between_groups")


def facts(
    key: str,
    slug: str,
    record: Record,
    reading: Reading,
    grades: Grades,
    condition: Condition | None = None,
) -> StudyFacts:
    """The facts of one study.

    With the condition, interventions, measures and outcomes are given by the glossary's term
    where it has one, and `condition` is the illness's own name whichever of its names the
    study uses; without it, they stand as printed.
    """
    kind = grades.value("study_type")
    total, _ = sizes.analysed(reading)
    criterion = next((g.value for g in grades.badges.values() if g.by_definition is not None), None)
    return StudyFacts(
        key=key,
        slug=slug,
        label=citation_label(record),
        year=record.year,
        study_type=kind,
        size=total,
        criterion=criterion,
        record_state=grades.value("record_state"),
        authors=author_keys(record),
        pmid=record.pmid,
        interventions=tuple(_term(i, condition) for i in reading.interventions),
        given=treatments_given(reading, condition),
        titled=_treatments_titled(record, condition),
        measures=tuple(_term(m, condition) for m in reading.measures),
        topics=grades.topics.value,
        condition=illness(reading, grades, condition),
        controlled=_controlled(kind, reading),
        smallest_group=sizes.smallest_group(kind, reading),
        findings=tuple(_finding(r, condition) for r in reading.results),
    )


def treatments_given(reading: Reading, condition: Condition | None) -> tuple[str, ...]:
    """What a study gave, each treatment by one name for all its spellings."""
    return tuple(dict.fromkeys(_one_name(i, condition) for i in reading.interventions))


def _one_name(text: str, condition: Condition | None) -> str:
    for thing in finder(condition.treatments).found(text) if condition else ():
        if re.fullmatch(thing.pattern, text, re.IGNORECASE):
            return thing.name
    return _term(text, condition).casefold()


def _treatments_titled(record: Record, condition: Condition | None) -> tuple[str, ...]:
    """The treatments that the title names."""
    may = finder(condition.treatments).found(record.title) if condition else []
    return tuple(thing.name for thing in may if _names(record.title, thing.pattern))


def _names(title: str, pattern: str) -> bool:
    """Whether a treatment stands in the title as words of its own; a short form in capitals."""
    found = compiled(rf"(?i:\b(?:{pattern})\b)").finditer(title)
    return any(len(m[0]) > _SHORT or m[0].isupper() for m in found)


def _finding(result: Result, condition: Condition | None) -> FindingFacts:
    return FindingFacts(
        outcome=_term(result.outcome or "", condition),
        direction=result.direction,
        comparison=result.comparison,
        scope=result.scope,
        primary=result.primary,
    )


def _term(text: str, condition: Condition | None) -> str:
    """The glossary's term where the whole text is one of its spellings, else the text."""
    for entry in finder(condition.glossary).found(text) if condition else ():
        if re.fullmatch(entry.pattern, text, re.IGNORECASE):
            return entry.term
    return text


def illness(reading: Reading, grades: Grades, condition: Condition | None) -> str | None:
    """The illness that a study is of, by the condition's own name where it has that one."""
    named = reading.conditions[0] if reading.conditions else reading.condition_as_named
    if grades.value("context") == "the illness":
        named = reading.condition_as_named or named
    if named is None or condition is None:
        return named
    if any(compiled(n.pattern).search(named) for n in condition.names):
        return condition.name
    return named


def _controlled(kind: str | None, reading: Reading) -> bool:
    if kind == "RCT":
        return True
    if kind in TRIALS:
        return reading.design.controlled is True
    if kind == "Genetic association":
        return bool(sizes.main_groups(reading))
    if kind in OBSERVATIONAL:
        compared = any(r.comparison in _BETWEEN for r in reading.results)
        return bool(sizes.main_groups(reading)) or (reading.design.controlled is True and compared)
    return False

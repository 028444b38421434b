"""The words of these pages under the gate's rules of wording: what fails is held back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ...checking import wording
from ...checking.case import Case
from ...records import (
    Condition,
    Flag,
    Grades,
    Page,
    Reading,
    ReadingMinutes,
    Record,
    RuleSupport,
    Section,
    Statement,
    TopicGrade,
)
from .values import Finding, Line, Question

_SECTION = "why_it_matters"
"""The section of a page whose rules fit best: what other studies found, told beside each other."""


def flags(lines: Iterable[Line], condition: Condition) -> list[Flag]:
    """What the gate's rules of wording say against these lines; a flag names a line's text.

    The lines are read as ours alone: no result stands behind them that compared groups made
    by chance, so that no wording of cause passes.
    """
    statements = tuple(
        Statement(
            id=str(place),
            text=line.text,
            section=_SECTION,
            depths=("standard",),
            support=(RuleSupport(rule=line.rule, text=""),),
        )
        for place, line in enumerate(lines)
    )
    page = Page(
        study="overview",
        version="",
        sections=(Section(name=_SECTION, statements=statements),),
        reading_minutes=ReadingMinutes(quick=0, standard=0, deep=0),
    )
    record = Record(source="overview", raw_hash="", title="")
    grades = Grades(badges={}, topics=TopicGrade(value=(), because=(), version=""))
    case = Case(page, record, Reading(version=""), grades, (), {}, condition)
    return list(wording.words(case))


def lines_of(question: Question) -> tuple[Line, ...]:
    """Every line of a question page that is ours."""
    findings = tuple(f.line for f in question.findings)
    return (*question.short, *findings, *question.harms, *question.unknown)


def passed(question: Question, condition: Condition) -> Question:
    """The page without the lines that the rules of wording do not let pass."""
    lines = lines_of(question)
    failed = {lines[int(f.statement)] for f in flags(lines, condition) if f.statement is not None}
    if not failed:
        return question

    def kept(found: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(line for line in found if line not in failed)

    def kept_findings(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(f for f in found if f.line not in failed)

    return msgspec.structs.replace(
        question,
        short=kept(question.short),
        findings=kept_findings(question.findings),
        harms=kept(question.harms),
        unknown=kept(question.unknown),
    )

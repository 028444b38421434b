"""Real records read, graded and written: the pages into which errors are planted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from evidence_atlas import grading, reading, sources, writing
from evidence_atlas.checking import check
from evidence_atlas.checking.audit.abstract import Abstract
from evidence_atlas.records import (
    Condition,
    Flag,
    Grades,
    Page,
    Reading,
    Record,
    Result,
    Statement,
    as_written,
)

_OF_STUDIES = frozenset({
    "Systematic review", "Meta-analysis", "Scoping review", "Narrative review", "Guideline",
    "Protocol", "Commentary", "Hypothesis",
})  # fmt: skip


@dataclass(frozen=True)
class Study:
    """One record with all that its page was written from, and the page."""

    record: Record
    reading: Reading
    grades: Grades
    page: Page
    brief: Any
    condition: Condition
    further: bool = False
    """Not on the illness: kept for the kinds of error that our own pages have few places for."""
    shown: bool = True
    """Whether errors that get through on its page may be looked at."""

    @property
    def half(self) -> str:
        """`tuning` or `held out`, by the record's key alone, so that it never changes."""
        first = hashlib.sha256(self.record.key.encode()).digest()[0]
        return "held out" if first % 2 else "tuning"

    @property
    def source(self) -> str:
        """Title and abstract in small letters."""
        text = " ".join(s.text for s in self.record.abstract)
        return f"{self.record.title} {text}".lower()

    @property
    def of_studies(self) -> bool:
        return self.grades.value("study_type") in _OF_STUDIES

    @property
    def illness(self) -> str:
        return self.reading.condition_as_named or (self.reading.conditions or ("the illness",))[0]

    @property
    def other_illness(self) -> str:
        """A name of an illness that the record does not mention."""
        return next(
            n.name for n in self.condition.other_conditions
            if not re.search(n.pattern, self.source, re.IGNORECASE)
        )  # fmt: skip

    @cached_property
    def abstract(self) -> Abstract:
        """The record as the audit looks at it."""
        known = as_written(self.condition, self.record)
        return Abstract(self.record, self.reading, self.grades, known)

    def result(self, statement: Statement) -> Result | None:
        """The one result that a statement tells."""
        found = [a for a in statement.about if a.startswith("results.")]
        return self.reading.results[int(found[0].split(".")[1])] if found else None

    def flags(self, page: Page) -> tuple[Flag, ...]:
        """What the gate has against a page of this study."""
        return check(page, self.record, self.reading, self.grades, (), {}, self.condition)


def studies(
    files: Iterable[Path], condition: Condition, hidden: frozenset[str] = frozenset()
) -> Iterator[Study]:
    """Every record of the files, as the pipeline would make it without its neighbours.

    What gets through on records of `hidden` PMIDs is not to be looked at.
    """
    for path in files:
        for record in sources.read_file(path):
            if isinstance(record, Record):
                yield replace(written(record, condition), shown=record.pmid not in hidden)


def written(record: Record, condition: Condition) -> Study:
    """One record through reading, grading and writing."""
    found = reading.read(record, condition)
    grades = grading.grade(record, found, condition)
    facts = grading.facts(record.key, "x", record, found, grades, condition)
    grades = grading.level(grades, facts, (), {})
    brief = writing.summarise(record, found, grades)
    page = writing.draft(record.key, brief, record, found, grades, (), {}, condition)
    return Study(record, found, grades, page, brief, condition)

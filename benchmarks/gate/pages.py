"""Real records read, graded and written: the pages into which errors are planted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.together import Written, alone, together

from evidence_atlas import sources
from evidence_atlas.checking.audit.abstract import Abstract
from evidence_atlas.records import Condition, Record, Result, Statement, as_written

_OF_STUDIES = frozenset({
    "Systematic review", "Meta-analysis", "Scoping review", "Narrative review", "Guideline",
    "Protocol", "Commentary", "Hypothesis",
})  # fmt: skip


@dataclass(frozen=True)
class Study(Written):
    """A record and its page, as errors are planted into it."""

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


def studies(
    files: Iterable[Path], condition: Condition, hidden: frozenset[str] = frozenset()
) -> Iterator[Study]:
    """Every record of the files, as the pipeline makes them into one atlas.

    What gets through on records of `hidden` PMIDs is not to be looked at.
    """
    records = (r for path in files for r in sources.read_file(path) if isinstance(r, Record))
    for made in together(records, condition):
        yield Study(**vars(made), shown=made.record.pmid not in hidden)


def written(record: Record, condition: Condition) -> Study:
    """One record through reading, grading and writing."""
    return Study(**vars(alone(record, condition)))

"""Records of one atlas read, graded and written together, each page knowing of its neighbours.

As a build makes them: what a page says of other studies, and a level that rests on a replication,
are there to be measured. Records off the topic have pages too here, and are nobody's neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evidence_atlas import grading, reading, writing
from evidence_atlas.checking import check
from evidence_atlas.pipeline.neighbours import Neighbours
from evidence_atlas.pipeline.outputs import Around
from evidence_atlas.records import (
    Condition,
    Flag,
    Grades,
    Page,
    Reading,
    Record,
    StudyFacts,
    digest,
    to_json,
)

ALONE = Around(links=(), others=())


@dataclass(frozen=True)
class Written:
    """One record with its page and all that this was written from."""

    record: Record
    reading: Reading
    grades: Grades
    brief: writing.Brief
    page: Page
    around: Around
    condition: Condition

    def flags(self, page: Page | None = None) -> tuple[Flag, ...]:
        """What the gate has against a page of this record, its own where none is given."""
        return check(
            page or self.page, self.record, self.reading, self.grades,
            self.around.links, self.around.by_key(), self.condition,
        )  # fmt: skip


@dataclass(frozen=True)
class _Graded:
    record: Record
    reading: Reading
    grades: Grades
    facts: StudyFacts


def alone(record: Record, condition: Condition) -> Written:
    """One record written as if the atlas held no other."""
    return _written(_graded(record, condition), ALONE, condition)


def together(
    records: Iterable[Record],
    condition: Condition,
    wanted: Callable[[int], bool] = lambda place: True,
) -> Iterator[Written]:
    """Each of the records at a wanted place with its page, in their order; all are read."""
    graded = [_graded(record, condition) for record in records]
    kept = [g for g in graded if grading.on_topic(g.record, g.reading, condition)[0]]
    links = grading.find_links([g.facts for g in kept], condition.thresholds)
    near = Neighbours([(g.record.key, to_json(g.facts), digest(g.facts)) for g in kept], links, {})
    in_atlas = {g.record.key for g in kept}
    for place, one in enumerate(graded):
        if not wanted(place):
            continue
        key = one.record.key
        yield _written(one, near.around(key) if key in in_atlas else ALONE, condition)


def _graded(record: Record, condition: Condition) -> _Graded:
    found = reading.read(record, condition)
    grades = grading.grade(record, found, condition)
    facts = grading.facts(record.key, record.key, record, found, grades, condition)
    return _Graded(record, found, grades, facts)


def _written(one: _Graded, around: Around, condition: Condition) -> Written:
    record, found = one.record, one.reading
    others = around.by_key()
    grades = grading.level(one.grades, one.facts, around.links, others)
    brief = writing.summarise(record, found, grades)
    page = writing.draft(record.key, brief, record, found, grades, around.links, others, condition)
    return Written(record, found, grades, brief, page, around, condition)

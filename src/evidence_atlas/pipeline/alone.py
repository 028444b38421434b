"""One record through the pure rooms by itself: no data base, no other study. Pure."""

from __future__ import annotations

from ..publishing.contract import ReadOut
from ..publishing.read_out import read_out
from ..records import Condition, Record
from .components import Components
from .membership import study_key


def read_alone(record: Record, components: Components, condition: Condition) -> ReadOut:
    """What the atlas makes of a record before it knows any other: no link, no replication."""
    key = study_key(record.key)
    slug = components.candidate_slug(record)
    reading = components.read(record, condition)
    graded = components.grade(record, reading, condition)
    facts = components.facts(key, slug, record, reading, graded, condition)
    grades = components.level(graded, facts, (), {})
    brief = components.summarise(record, reading, grades)
    page = components.draft(key, brief, record, reading, grades, (), {}, condition)
    flags = components.check(page, record, reading, grades, (), {}, condition)
    page = components.shown(page, flags)
    criterion = condition.criterion.key if condition.criterion else None
    return read_out(key, slug, record, reading, grades, page, (), flags, criterion)

"""A summary held against one record, by the pure rooms alone: no data base. Pure."""

from __future__ import annotations

import re

from .. import grading, reading
from ..checking.audit import Audit, audit
from ..reading.text import sentences
from ..records import AbstractSection, Condition, Record

_LABEL = re.compile(r"[A-Z][A-Za-z &/]{2,40}: ")


def audit_summary(summary: str, record: Record, condition: Condition) -> Audit:
    """What an audit says of a summary of the record's abstract."""
    read = reading.read(record, condition)
    grades = grading.grade(record, read, condition)
    facts = grading.facts(record.key, "audited", record, read, grades, condition)
    graded = grading.level(grades, facts, (), {})
    return audit(summary, record, read, graded, condition, split)


def split(text: str) -> list[str]:
    """The sentences of a summary."""
    return [text[s.start : s.end] for s in sentences.split(text)]


def plain_abstract(text: str) -> Record:
    """An abstract given as plain text.

    A first line with an empty line after it is the title; the rest is the abstract, its line
    breaks kept where they begin a labelled section and blanks elsewhere.
    """
    head, blank, rest = text.strip().partition("\n\n")
    title, body = (head, rest) if blank and "\n" not in head else ("", text)
    lines = [" ".join(line.split()) for line in body.strip().splitlines() if line.strip()]
    joined = ""
    for line in lines:
        labelled = _LABEL.match(line)
        joined += (("\n" if labelled else " ") if joined else "") + line
    return Record(
        source="text",
        raw_hash="",
        title=" ".join(title.split()),
        abstract=(AbstractSection(text=joined),) if joined else (),
        abstract_kind="original" if joined else "none",
        languages=("eng",),
    )

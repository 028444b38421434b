"""A group whose number is told by its sexes alone: "patients (30 women, 10 men)"."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..text import numbers
from . import labelled
from .told_together import Counted

_SEXES = cue(tables.load("by_sex")["sexes"])
_LEAD = 60


def read(
    document: Document, text: str, counts: list[Counted], short: dict[str, str]
) -> list[Counted]:
    """The counts, with each group once where a bracket tells its women and its men."""
    for match in _SEXES.finditer(text):
        both = numbers.find(match[0])
        if len(both) != len(("women", "men")):
            continue
        value = sum(n.value or 0 for n in both)
        start = match.start() + both[0].start
        number = numbers.Number(start, match.start() + both[1].end, match[0], value)
        group = labelled.read(document, text, number, match.start() + 1, False, short)
        if group is None or group.kind == "people" or _counted(text, match.start(), counts):
            continue
        inside = range(match.start(), match.end())
        counts = [c for c in counts if c[0].start not in inside]
        counts.append((number, group._replace(subset=False), "n"))
    return counts


def _counted(text: str, opened: int, counts: list[Counted]) -> bool:
    """Whether the group before a bracket has a number of its own: "40 patients (30 women, …)"."""
    lead = text[max(0, opened - _LEAD) : opened]
    first = max(lead.rfind(mark) for mark in (")", ";", ":", ". "))
    for number in numbers.find(lead[first + 1 :]):
        if not numbers.is_percent(lead, first + 1 + number.end):
            return True
    return False

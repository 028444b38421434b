"""A group whose number is told by its sexes alone: "patients (30 women, 10 men)"."""

from __future__ import annotations

from itertools import pairwise

from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..text import numbers
from . import labelled
from .told_together import Counted

_SEXES = cue(tables.load("by_sex")["sexes"])
_SEX = cue(r"\b(?:women|men|females?|males?|girls|boys)\b")
_MEN = cue(r"\b(?:men|males?|boys)\b")
_OTHER_SEX = cue(r"\s(?:women|men|females?|males?|girls|boys)\s(?:and|plus)\s")
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
    return _both_sexes(text, counts)


def _both_sexes(text: str, counts: list[Counted]) -> list[Counted]:
    """ "17 men and 14 women with asthma and 16 male and 15 female volunteers": two groups."""
    counts = sorted(counts, key=lambda c: c[0].start)
    pairs = [
        (a, b)
        for a, b in pairwise(counts)
        if _SEX.search(a[1].phrase) and _SEX.search(b[1].phrase)
        and not (a[1].subset or b[1].subset or a[2] or b[2])
        and _OTHER_SEX.fullmatch(text, a[0].end, b[0].start)
        and bool(_MEN.search(a[1].phrase)) != bool(_MEN.search(b[1].phrase))
    ]  # fmt: skip
    if len(pairs) != len(("ill", "compared")):
        return counts
    told = {id(c) for pair in pairs for c in pair}
    both = [c for c in counts if id(c) not in told]
    for first, second in pairs:
        value = (first[0].value or 0) + (second[0].value or 0)
        printed = text[first[0].start : second[0].end]
        number = numbers.Number(first[0].start, second[0].end, printed, value)
        found = second[1]._replace(start=first[0].start)
        phrase = text[first[0].start : second[0].start] + second[1].phrase
        both.append((number, found._replace(phrase=phrase), ""))
    return both


def _counted(text: str, opened: int, counts: list[Counted]) -> bool:
    """Whether the group before a bracket has a number of its own: "40 patients (30 women, …)"."""
    lead = text[max(0, opened - _LEAD) : opened]
    first = max(lead.rfind(mark) for mark in (")", ";", ":", ". "))
    for number in numbers.find(lead[first + 1 :]):
        if not numbers.is_percent(lead, first + 1 + number.end):
            return True
    return False

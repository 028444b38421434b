"""Counts that stand by themselves in brackets: "adults with asthma (136) and controls (35)".

A number alone in a bracket may be a reference, an age or a score. Where one sentence has such a
bracket right behind the ill and another behind those they are compared with, both are counts.
"""

from __future__ import annotations

from itertools import pairwise

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from . import labelled
from .kinds_of_people import Found
from .people_words import CUES, HEAD, VERBS

_PEOPLE_END = cue(r"(?:" + HEAD.pattern + r")\s\(\Z")
_LISTED = cue(
    r"\),?\s(?:and\s)?(?:(?P<form>[A-Z][A-Za-z]{0,5}[A-Z])|[A-Za-z][\w-]*(?:\s[\w-]+){0,3})\s\(", 0
)
_REFERENCES = 60
"""A smaller number alone in a bracket may be that of a reference."""
_FEW = 5
_NAMED = 90
"""So far before its bracket a group is named."""
_BOTH = {"patients", "controls"}


def read(
    document: Document,
    text: str,
    alone: list[numbers.Number],
    beside: list[Found],
    short: dict[str, str],
) -> list[tuple[numbers.Number, Found]]:
    """The counts among numbers that stand `alone` in brackets; none where it is not sure.

    `beside` are the people that the sentence counts otherwise: "33 patients and controls (35)".
    """
    arms = len(alone) > 1 and _by_chance(text)
    told = [
        (n, found)
        for n in alone
        if (found := labelled.read(document, text, n, n.start - 1, False, short, anyway=arms))
        is not None
    ]
    if arms and len(told) == len(alone):
        # Who is put into arms is named before; the words before a bracket name the arm.
        return [(n, f._replace(kind="people", illness=None, own=False)) for n, f in told]
    if _all_are_people(text, alone) and len(told) == len(alone):
        return told
    told = [(n, _compared(text, n, f)) for n, f in told]
    kinds = {f.kind for _, f in told}
    if not kinds or not kinds | {f.kind for f in beside} >= _BOTH:
        return []
    return told + _between(document, text, alone, told, short)


def _compared(text: str, number: numbers.Number, found: Found) -> Found:
    """ "Patients with asthma (57) and volunteers of the same age (39)": the latter are compared."""
    if found.kind != "people":
        return found
    lead = text[max(0, number.start - _NAMED) : number.start].rsplit(")", 1)[-1]
    head = HEAD.search(lead)
    if head is None or not (
        CUES["compared_after"].match(lead, head.end()) or CUES["compared_words"].search(lead)
    ):
        return found
    return found._replace(kind="controls", illness=None, own=False)


def _between(
    document: Document,
    text: str,
    alone: list[numbers.Number],
    told: list[tuple[numbers.Number, Found]],
    short: dict[str, str],
) -> list[tuple[numbers.Number, Found]]:
    """The group that a list names among others: "asthma (48), RA (19), healthy (50)"."""
    known = {n.start for n, _ in told}
    found = []
    for before, number in pairwise(alone):
        if number.start in known or before.start not in known:
            continue
        gap = _LISTED.fullmatch(text[before.end : number.start])
        if gap is None:
            continue
        group = labelled.read(document, text, number, number.start - 1, False, short, anyway=True)
        if group is not None:
            known.add(number.start)
            ill = gap["form"] if gap["form"] else None
            found.append((number, group._replace(kind="patients", illness=ill) if ill else group))
    return found


def _all_are_people(text: str, alone: list[numbers.Number]) -> bool:
    """ "Medical students (302) were tested", "adolescents (37) and adults (65)"."""
    named = all(_PEOPLE_END.search(text, 0, n.start) for n in alone)
    if len(alone) == 1:
        few = (alone[0].value or 0) < _REFERENCES or numbers.is_year(text, alone[0])
        return named and not few and bool(CUES["who_next_in_bracket"].match(text, alone[0].end))
    return named and min(n.value or 0 for n in alone) > _FEW


def _by_chance(text: str) -> bool:
    """Whether people are put into arms: "randomised to the drug (48) or placebo (43)"."""
    return any(
        VERBS["randomised"].search(text, 0, m.start()) for m in CUES["put_into"].finditer(text)
    )


def alone(text: str, number: numbers.Number) -> bool:
    """Whether a bracket holds a number and nothing else."""
    return text[max(0, number.start - 1) : number.start] == "(" and text.startswith(")", number.end)

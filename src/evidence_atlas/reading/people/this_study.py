"""Which of the counts of a text are of the study itself."""

from __future__ import annotations

from dataclasses import replace

from ..document import Document
from . import made_up_of, mentions, side_by_side, single_case, totals
from .mentions import Mention
from .people_words import CUES
from .places import text_of

_FEW = 30
"""So few are told of one by one; of more, the words must say that they were studied."""


def counted_in(document: Document, seen: list[Mention]) -> list[Mention]:
    """Counts outside the background, and those in it that tell of this study."""
    usable = [
        m
        for m in seen
        if m.role not in ("background", "conclusions", "other")
        or (m.role == "background" and CUES["own_study"].search(text_of(document, m)))
    ]
    usable = _without_aims(document, made_up_of.without_parts_told_next(document, usable))
    usable = _told_once(document, usable)
    told = [m for m in usable if not m.subset]
    if not (any(m.role in ("title", "aim", "methods") for m in told) or single_case.find(document)):
        # A text without methods tells in its first sentences who was studied: not the sick of a
        # country, of whom such texts tell as well.
        usable = [m for m in seen if m in usable or (m.role == "background" and _told(document, m))]
        told = [m for m in usable if not m.subset]
    if _only_healthy(told):
        return [mentions.as_people(m) for m in usable]  # A study of healthy people only.
    if told:
        return usable
    return usable or [m for m in seen if m.role == "conclusions" and _told(document, m)]


def _without_aims(document: Document, found: list[Mention]) -> list[Mention]:
    """The counts but those only aimed at, where others took part: "3,000 were planned"."""
    aims = [
        m
        for m in found
        if CUES["aimed_at_after"].match(text_of(document, m), m.start + len(m.phrase))
    ]
    rest = [m for m in found if m not in aims]
    return rest if any(not m.subset for m in rest) else found


def _told_once(document: Document, found: list[Mention]) -> list[Mention]:
    """The counts; groups that one sentence tells a second time are marked as parts."""
    again: set[int] = set()
    for group in side_by_side.lists([m for m in found if not m.subset]):
        again |= {id(m) for m in group[len(side_by_side.told_first(document, group)) :]}
    return [replace(m, subset=True) if id(m) in again else m for m in found]


def _only_healthy(told: list[Mention]) -> bool:
    """Whether healthy people alone are studied: "64 healthy men were put into three groups"."""
    most = max(told, key=lambda m: m.value, default=None)
    if most is None or any(m.kind == "patients" for m in told):
        return False
    groups = [m for m in told if m.sentence == most.sentence and m is not most]
    if groups and sum(m.value for m in groups) != most.value:
        groups = [m for m in groups if m.kind != "controls"]
        if groups:
            return False
    return (
        all(
            (m.kind == "controls" and not CUES["compared_people"].search(m.phrase))
            or m in groups
            or (m.role == "results" and m.kind == "people")
            for m in told
        )
        and not CUES["compared_people"].search(most.phrase)
        and most.kind == "controls"
    )


def _told(document: Document, mention: Mention) -> bool:
    """Whether a count outside methods and results is of those studied, not of a country's sick."""
    return mention.value < _FEW or totals.spoken_for(document, mention)

"""Where the cues of a study type stand in a record, and what each adds.

Title and abstract are searched as one text, once for each cue that can stand in it; only where
a cue stands is it asked which sentence that is and what part of the abstract it belongs to.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, Cues

from .passages import Passage
from .patterns import compiled
from .tables import table

CUE_TABLES = (
    "study_type", "study_type_told", "study_type_called", "study_type_undone", "study_type_done",
)  # fmt: skip
"""The tables that hold cues, and ranks among the types."""

_TOLD_APART = {"background": 0.3, "conclusions": 0.4}
_UNSURE = {"background": 0.8, "conclusions": 0.5}
"""What a cue counts in the background and in the conclusions, where the abstract's parts were
told apart (it has methods and results) and where they were not."""


class Point(NamedTuple):
    """What a cue, a publication type or a MeSH heading adds to a type.

    `own` is the word of design that must be this study's own for the point to count.
    """

    type: str
    weight: float
    says: str
    source: str
    quote: Quote | None
    name: str | None = None
    own: str | None = None


class _TypeCue(NamedTuple):
    type: str
    finder: Cue
    says: str
    title: float
    abstract: float
    unless: Cue | None
    name: str | None
    own: str | None


@cache
def _cues() -> Cues[_TypeCue]:
    rows = [
        _TypeCue(
            c["type"],
            compiled(c["pattern"]),
            c["says"],
            c.get("title", 0.0),
            c.get("abstract", 0.0),
            compiled(c["unless"]) if "unless" in c else None,
            c.get("name"),
            c.get("own"),
        )
        for name in CUE_TABLES
        for c in table(name)["cue"]
    ]
    return Cues((row.finder, row) for row in rows)


def cue_points(where: tuple[Passage, ...]) -> list[Point]:
    """The best place of every cue that stands in the record."""
    if not where:
        return []
    whole = where[0].whole
    title = where[0] if where[0].role == "title" else None
    sentences = where[1:] if title else where
    # Where the abstract begins in the whole text, and where each sentence does.
    at = title.end + 1 if title else 0
    starts = [at + p.start for p in sentences]
    told_apart = {"methods", "results"} <= {p.role for p in sentences}
    share = _TOLD_APART if told_apart else _UNSURE
    found = []
    for _, cue in _cues().standing(whole):
        if title and cue.title:
            hit = title.search(cue.finder)
            if hit and not (cue.unless and cue.unless.search(title.text)):
                found.append(Point(cue.type, cue.title, cue.says, "text", hit, cue.name, cue.own))
                continue
        if cue.abstract and sentences:
            point = _in_abstract(cue, whole, at, starts, sentences, share)
            if point:
                found.append(point)
    return found


def _in_abstract(
    cue: _TypeCue,
    whole: str,
    at: int,
    starts: list[int],
    sentences: tuple[Passage, ...],
    share: dict[str, float],
) -> Point | None:
    """The place where the cue counts most; the first of those that count the same."""
    best, where = 0.0, None
    pos = at
    end = at + sentences[-1].end
    while (match := cue.finder.search(whole, pos)) is not None and match.start() < end:
        sentence = sentences[max(0, bisect_right(starts, match.start()) - 1)]
        weight = cue.abstract * share.get(sentence.role, 1.0)
        if weight > best and not (cue.unless and cue.unless.search(sentence.text)):
            best = weight
            where = sentence.quote(match.start() - at - sentence.start,
                                   match.end() - at - sentence.start)  # fmt: skip
            if weight == cue.abstract:
                break
        # Nothing more is to be had from this sentence.
        pos = max(match.end(), at + sentence.end)
    return Point(cue.type, best, cue.says, "text", where, cue.name, cue.own) if where else None

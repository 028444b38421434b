"""The points that a count gets for where it stands and for the words around it (totals.toml)."""

from __future__ import annotations

from typing import NamedTuple

from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from .mentions import Mention
from .places import Count, around, text_of

TABLE = tables.load("totals")
PLACE: dict[str, int] = TABLE["place"]
_BEFORE: list[tuple[int, Cue]] = [(row["points"], cue(row["cue"])) for row in TABLE["before"]]
_SMALLER: list[tuple[int, Cue]] = [(row["points"], cue(row["cue"])) for row in TABLE["smaller"]]
_AFTER: list[tuple[int, Cue]] = [(row["points"], cue(row["cue"])) for row in TABLE["after"]]
_LONG_BRACKET = cue(r"\s?\([^()]{30,160}\)(?=\s)", 0)


class Candidate(NamedTuple):
    """A number that could be everybody's."""

    points: int
    people: Count


def of_words(document: Document, mention: Mention, smaller: bool) -> int:
    """The points for the words around a count; `smaller` where more people are counted."""
    before, after = around(document, mention, 70, 130)
    points = sum(n for n, found in _BEFORE if found.search(before))
    behind = [*_AFTER, *_SMALLER] if smaller else _AFTER
    told = sum(n for n, found in behind if found.match(after))
    if told == 0 and (bracket := _LONG_BRACKET.match(text_of(document, mention), mention.end)):
        # "Fourteen workers (six nurses, five doctors …) were interviewed".
        after = text_of(document, mention)[bracket.end() :][:90]
        told = sum(n for n, found in behind if found.match(after))
    return points + told

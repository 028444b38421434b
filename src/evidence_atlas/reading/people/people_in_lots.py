"""People of a review's studies that are told in two lots: "20 with 801 adults, 4 with 477"."""

from __future__ import annotations

from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from . import places
from .mentions import Mention

_LOT: Cue = cue(tables.load("people")["studies"]["lot_of_studies_next"])
_BRACKET = cue(r"\([^()]*\)", 0)


def people_of_lots(
    document: Document, seen: list[Mention], studies: int
) -> tuple[places.Count, ...]:
    """The people of two lots in one sentence that make up all the studies."""
    if studies < _FEWEST:
        return ()
    for i, sentence in document.parts("results", "methods"):
        text = sentence.text
        lots = [
            (number.value, people)
            for number in numbers.find(text)
            if number.value
            and (told := _LOT.match(text, number.end)) is not None
            and (people := _counted_at(seen, i, told.end())) is not None
        ]
        if len(lots) == _LOTS and sum(n for n, _ in lots) == studies:
            return tuple(places.count_of(people) for _, people in lots)
    return ()


def _counted_at(seen: list[Mention], sentence: int, place: int) -> Mention | None:
    return next((m for m in seen if m.sentence == sentence and m.start == place), None)


_FEWEST, _LOTS = 3, 2

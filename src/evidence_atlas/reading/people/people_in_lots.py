"""People of a review's studies that are told in two lots: "20 with 801 adults, 4 with 477"."""

from __future__ import annotations

from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from . import places
from .mentions import Mention

_LOT: Cue = cue(tables.load("people")["studies"]["lot_of_studies_next"])
_THEIR_STUDIES: Cue = cue(tables.load("people")["studies"]["from_so_many_next"])


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


def studies_of_lots(
    document: Document, seen: list[Mention], people: int
) -> tuple[places.Count, ...]:
    """ "900 patients from 14 trials and 700 from 7 others": the studies, if these are all."""
    for i, sentence in document.parts("results", "methods"):
        lots = []
        for mention in (m for m in seen if m.sentence == i):
            told = _THEIR_STUDIES.match(sentence.text, mention.start + len(mention.phrase))
            if told is not None:
                start, end = sentence.start + told.start("n"), sentence.start + told.end()
                quote = document.quote(start, end)
                lots.append((mention.value, places.Count(int(told["n"]), quote)))
        if len(lots) == _LOTS and sum(n for n, _ in lots) == people:
            return tuple(count for _, count in lots)
    return ()


def _counted_at(seen: list[Mention], sentence: int, place: int) -> Mention | None:
    return next((m for m in seen if m.sentence == sentence and m.start == place), None)


_FEWEST, _LOTS = 3, 2

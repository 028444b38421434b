"""Whether the same people had treatments in turn (a crossover), told in words that no cue knows.

It is told in pieces. People had two turns ("a month on the one and a month on the other"), and
chance settled which came first; or there was a rest between them; or all changed places at the
end of the first turn. One piece alone says little: a course may have two months, tasks come in an
order, and those who waited get it later. So two must stand together, within a sentence of each
other, and a change of places or a rest counts only where chance is told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evidence_atlas.records import Quote, Sentence
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document

_TABLE = tables.load("turns")


def _cues(name: str) -> tuple[Cue, ...]:
    return tuple(cue(pattern) for pattern in _TABLE[name].values())


_TURNS, _ORDER, _CHANGE, _REST = (_cues(n) for n in ("two_turns", "order", "change", "rest"))
_NOT = {name: cue(pattern) for name, pattern in _TABLE["not"].items()}
_BEGINS = cue(tables.load("design")["own"]["begins"])
"""The first sentence of an abstract without headings, where it counts those who took part."""
_ROLES = ("aim", "methods", "results", "other")


class _Here(NamedTuple):
    """The pieces that stand in one sentence."""

    turns: Quote | None
    order: Quote | None
    change: Quote | None
    rest: Quote | None


def told(document: Document, by_chance: bool) -> Quote | None:
    """Where treatments in turn are told of; `by_chance` says that the text tells of chance."""
    if _NOT["document"].search(document.whole) is not None:
        return None
    before = _Here(None, None, None, None)
    for here in _pieces(document):
        if by_chance and here.change is not None:
            return here.change
        turns = here.turns or before.turns
        settled = (here.order or before.order) or (by_chance and (here.rest or before.rest))
        if turns is not None and settled:
            return turns
        before = here
    return None


def _pieces(document: Document) -> Iterator[_Here]:
    for place, sentence in document.parts():
        counts_people = place == 0 and _BEGINS.search(sentence.text) is not None
        if sentence.role not in _ROLES and not counts_people:
            continue
        if _NOT["here"].search(sentence.text) is not None:
            yield _Here(None, None, None, None)
            continue
        order = None if _NOT["things"].search(sentence.text) else _first(document, sentence, _ORDER)
        yield _Here(
            _first(document, sentence, _TURNS),
            order,
            _first(document, sentence, _CHANGE),
            _first(document, sentence, _REST),
        )


def _first(document: Document, sentence: Sentence, cues: tuple[Cue, ...]) -> Quote | None:
    for piece in cues:
        match = piece.search(sentence.text)
        if match is not None:
            return document.quote(sentence.start + match.start(), sentence.start + match.end())
    return None

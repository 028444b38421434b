"""Mistakes that a reader could make with one page, out of that study's own words.

The facts found here fill the frames of What This Study Does Not Prove: words in which the
authors speak as of a cause, how people were found, and between whom no difference was seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import quote, quoted, texts

from .material import Material, Piece
from .results import result_slots, within_chance
from .slots import Slots
from .tables import table
from .words.names import length

_TABLE = table("wording.toml")["cause"]
_IN_TITLE = re.compile(_TABLE["in_title"], re.IGNORECASE)
_CONCLUDED = re.compile(_TABLE["concluded"], re.IGNORECASE)
_HEDGED = re.compile(_TABLE["hedged"], re.IGNORECASE)
_FOUND_SO = re.compile(_TABLE["found_so"], re.IGNORECASE)
MOST_WORDS = 9


def invited(m: Material, slots: Slots) -> dict[str, Piece]:
    """The study's facts with those that invite a mistake; what is not there is left out."""
    own = dict(slots)
    for name, piece in (*_cause(m), *_found(slots), *_null(m, slots)):
        own.setdefault(name, piece)
    return own


def _cause(m: Material) -> Iterator[tuple[str, Piece]]:
    """The first words, in title or conclusions, that name a cause without a doubt."""
    held = texts(m.record)
    title = held.get("title", "")
    places = [
        ("title", match.start(), match.end())
        for match in _IN_TITLE.finditer(title)
        if not _HEDGED.search(title)
    ]
    if not m.retold:
        for conclusion in m.reading.conclusions:
            for match in _CONCLUDED.finditer(conclusion.text):
                if not _HEDGED.search(conclusion.text[: match.start()]):
                    at = conclusion.start
                    places.append((conclusion.field, at + match.start(), at + match.end()))
    for field, start, end in places:
        words = held[field][start:end].rstrip(" .,;:")
        if length(words) <= MOST_WORDS and not re.search(r"[“”\"()\[\]]", words):
            where = quoted(quote(held, field, start, start + len(words)))
            yield "causal_words", Piece(words, (where,))
            return


def _found(slots: Slots) -> Iterator[tuple[str, Piece]]:
    """How people were found, where it can follow "people who were not"."""
    piece = slots.get("recruitment")
    if piece is not None and _FOUND_SO.match(piece.text):
        yield "found_so", piece


def _null(m: Material, slots: Slots) -> Iterator[tuple[str, Piece]]:
    """Between which two groups the first result for everybody saw no clear difference."""
    for index in m.brief.results:
        result = m.reading.results[index]
        if result.scope != "all" or result.direction != "no difference" or within_chance(result):
            continue
        own = result_slots(m, slots, result)
        if own is not None and "who" in own and "against" in own:
            yield "null_outcome", own["outcome"]
            yield "null_who", own["who"]
            yield "null_against", own["against"]
            return

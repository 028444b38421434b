"""Mistakes that a reader could make with one page, out of that study's own words.

The facts found here fill the frames of What This Study Does Not Prove: words in which the
authors speak as of a cause, how people were found, and between whom no difference was seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import quote, quoted, texts

from ..material import Material, Piece
from ..results.chance import within_chance
from ..results.result_slots import result_slots
from ..results.together import differing, found_together
from ..slots import Slots
from ..subject.nameable import nameable
from ..tables import table
from ..words.clause import causal, loaded
from ..words.names import length
from .left_open import left_open

_TABLE = table("limits/mistakes.toml")
_IN_TITLE = re.compile(_TABLE["in_title"], re.IGNORECASE)
_CONCLUDED = re.compile(_TABLE["concluded"], re.IGNORECASE)
_HEDGED = re.compile(_TABLE["hedged"], re.IGNORECASE)
_FOUND_SO = re.compile(_TABLE["found_so"], re.IGNORECASE)
_BOTH = re.compile(r"\b(?:between|across|among)\b[^.;]{0,30}\bgroups\b", re.IGNORECASE)
_AT_START = re.compile(_TABLE["at_start"], re.IGNORECASE)
_PLACE = re.compile(_TABLE["place"])
_VOWEL = re.compile(r"[aeio]|u(?!ni)")
_COUNTED = re.compile(r"\b(?:proportion|percentage|number|share) of\b", re.IGNORECASE)
_ANYBODY = re.compile(_TABLE["anybody"], re.IGNORECASE)
_OUTPATIENT = re.compile(r"^(?:out-?patient|ambulatory) ")
MOST_WORDS = 9


def invited(m: Material, slots: Slots) -> dict[str, Piece]:
    """The study's facts with those that invite a mistake; what is not there is left out."""
    own = dict(slots)
    for name, piece in (
        *_cause(m),
        *_found(slots),
        *_null(m, slots),
        *_who_only(m),
        *_changed(m, slots),
        *found_together(m),
        *differing(m, slots),
        *left_open(m, slots),
    ):
        own.setdefault(name, piece)
    place = seen_in(slots)
    if place is not None:
        own.setdefault("seen_in", place)
    return own


def _who_only(m: Material) -> Iterator[tuple[str, Piece]]:
    """Of one sex alone, or young people alone, where the text says so."""
    sexes, ages = m.quotes("who.sex"), m.quotes("who.adults_or_children")
    young = m.reading.who.adults_or_children == "children"
    both = ("girls", "boys") if young else ("women", "men")
    one, other = both if m.reading.who.sex == "female" else both[::-1]
    if m.reading.who.sex in ("female", "male") and sexes:
        yield "one_sex", Piece(one, sexes)
        yield "other_sex", Piece(other)
    if young and ages:
        yield "young", Piece("children or young people", ages)


def seen_in(slots: Slots) -> Piece | None:
    """The kind of place where people were seen, with its article."""
    piece = slots.get("setting")
    place = _PLACE.fullmatch(piece.text.casefold()) if piece is not None else None
    if piece is None or place is None:
        return None
    kind = _OUTPATIENT.sub("", place[0])
    article = "an " if _VOWEL.match(kind) else "a "
    several = place["uncounted"] or place["many"]
    return Piece(kind if several else article + kind, piece.support)


def _changed(m: Material, slots: Slots) -> Iterator[tuple[str, Piece]]:
    """What first rose or fell in the people who were all given one treatment."""
    given = slots.get("treatment")
    for index in m.brief.results:
        result = m.reading.results[index]
        if result.direction not in ("increase", "decrease") or within_chance(result):
            continue
        own = result_slots(m, slots, result)
        text = own["outcome"].text if own is not None else ""
        if own is None or not nameable(text) or loaded(text) or causal(text):
            continue
        if _COUNTED.search(text):
            continue
        if given is None or not set(text.casefold().split()) & set(given.text.casefold().split()):
            yield "changed", own["outcome"]
            return


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
        if own is None or not nameable(own["outcome"].text) or loaded(own["outcome"].text):
            continue
        if _AT_START.search(result.text):
            continue  # how the groups were alike before anything was done
        if result.between_groups and _BOTH.search(result.text):
            yield "null_between", own["outcome"]
        # "Individuals" are the ill, too: against whom is then not said.
        if "who" in own and "against" in own and not _ANYBODY.fullmatch(own["against"].text):
            yield "null_outcome", own["outcome"]
            yield "null_who", own["who"]
            yield "null_against", own["against"]
            return

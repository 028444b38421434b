"""Where a count of the picture stands, and by which words its people may be called."""

from __future__ import annotations

import re

from evidence_atlas.records import Group, Quote, texts
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, Piece
from ..words.clause import loaded
from ..words.noun_phrases import short, uncapital
from ..words.numbers import as_read, stands_in
from ..words.short_forms import SHORT_FORM
from .marks import TABLE

_NOT_A_NAME = re.compile(TABLE["counting"]["not_a_name"], re.IGNORECASE)
A_GROUP = re.compile(r"\b(?:group|arm|cohort)s?$", re.IGNORECASE)
MOST_NAME = 40


def sentence_of(m: Material, q: Quote) -> str:
    """The sentence that holds a quote; the whole title where it is quoted."""
    if q.field == "title":
        return m.record.title
    around = m.reading.sentence_at(q.start, q.field)
    return around.text if around else _between(texts(m.record)[q.field], q, _STOPS)


def clause_of(m: Material, q: Quote) -> str:
    """The clause that holds a quote, up to the next comma, colon or stop."""
    return _between(texts(m.record)[q.field], q, _PAUSES)


_STOPS = re.compile(r"[.?!]\s|\n")
_PAUSES = re.compile(r"[.?!,;:]\s|\n")


def _between(text: str, q: Quote, marks: re.Pattern[str]) -> str:
    before = [found.end() for found in marks.finditer(text, 0, q.start)]
    after = marks.search(text, q.end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def words_of(m: Material, piece: Piece, path: str, n: int) -> str:
    """Who the people were: the illness only where the count's own clause names it.

    The title may name an illness that only some of them had.
    """
    words = piece.text.removeprefix(f"{as_read(n)} ")
    who, _, illness = words.partition(" with ")
    if " or " in illness:
        return who
    if not illness or m.reading.participants.with_illness == n:
        return words
    q = m.reading.quote(f"participants.{path}")
    told = clause_of(m, q) if q else ""
    # The clause may use another of its names; all that matters is that it is the same illness.
    same = set(m.condition.illnesses_in(illness)).intersection(m.condition.illnesses_in(told))
    return words if same or illness.casefold() in told.casefold() else who


def group_name(m: Material, g: Group) -> str | None:
    """A group's name that people can read: whole, short, with no short form left."""
    name = short(re.sub(r"^the ", "", g.name.strip(), flags=re.IGNORECASE))
    if name is None or g.n is None or g.n < 2 or not stands_in(g.n, g.quote.text):
        return None
    if len(name) > MOST_NAME or _NOT_A_NAME.search(name) or loaded(name):
        return None
    return None if has_short_form(m, name) or not re.search(r"[a-z]{4}", name) else uncapital(name)


def has_short_form(m: Material, text: str) -> bool:
    """True where a short form stands that is not a name of an illness."""
    for known in m.condition.known_illnesses:
        text = compiled(known.pattern).sub(" ", text)
    return bool(SHORT_FORM.search(text))

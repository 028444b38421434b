"""Which illness those counted as ill had, as the words at their number name it.

"Asthma (n = 26)", "26 reported asthma", "asthma was found in 26". A number of patients beside a
number of everybody tells nobody what these had and the others had not; and of the several illnesses
that a study is of, it is seldom any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.reading.text import numbers as printed_numbers
from evidence_atlas.records import Quote, QuoteSupport, Support, quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..subject.illnesses import illnesses
from ..tables import table
from ..words.numbers import as_read
from ..words.spelled_out import spelled_where_told

_ENDS, _LABEL_BEGINS, _LABEL, _FOUND_IN, _DENIED = (
    re.compile(table("people/ill_by_count.toml")[name], re.IGNORECASE)
    for name in ("ends", "label_begins", "label", "found_in", "denied")
)
_RECOVERED: str = table("people/ill_by_count.toml")["recovered"]
_SHARE = re.compile(r"\s?[(\[,]\s?\d[\d.]*\s?%[)\]]?")
_NEXT_LABEL = re.compile(r"[(\[,;]?[^()\[\],;=]*=\s?\Z")
_NEAR = 90
"""Characters before and behind a number within which its words stand."""


def ill_by_count(m: Material) -> Piece | None:
    """The illness of those counted as ill, where their number's own words name one and no other."""
    told = (_named_in(m, count, where) for count, where in _words_of_the_ill(m))
    return next((piece for piece in told if piece is not None), None)


def recovered_by_count(m: Material, noun: Piece) -> Piece | None:
    """ "26 people after influenza", where their number's own words say that they got over it."""
    first = {name.follows for name in m.condition.known_illnesses if name.follows}
    for count, where in _words_of_the_ill(m):
        for name in m.condition.known_illnesses:
            got_over = _RECOVERED.replace("NAME", f"(?:{name.pattern})")
            if name.name in first and re.search(got_over, where.text, re.IGNORECASE):
                n = as_read(m.reading.participants.patients or 0)
                called = named("atlas-name", said=where.text, name=name.name)
                held = (count, *noun.support, quoted(where), named("after-illness"), called)
                return Piece(f"{n} {noun.text} after {name.name}", held)
    return None


def _words_of_the_ill(m: Material) -> Iterator[tuple[QuoteSupport, Quote]]:
    """Each place where those counted as ill are counted, and the words at their number."""
    n = m.reading.participants.patients
    for count in m.number("participants.patients", n) if n is not None else ():
        for number in printed_numbers.find(count.text) if isinstance(count, QuoteSupport) else ():
            if number.value == n and isinstance(count, QuoteSupport):
                place = count.start + number.start, count.start + number.end
                where = _words_at(m, count, *place)
                if where is not None:
                    yield count, where


def _named_in(m: Material, count: QuoteSupport, where: Quote) -> Piece | None:
    if _DENIED.search(where.text):
        return None
    spelled, forms = spelled_where_told(m.record, where.text, lambda _: False)
    here = {name.name for name in m.condition.illnesses_in(spelled)}
    if len(here) != 1:
        return None
    held: tuple[Support, ...] = (count, quoted(where), *forms)
    for own in illnesses(m):
        if here & {name.name for name in m.condition.illnesses_in(own.text)}:
            return Piece(own.text, (*own.support, *held))
    name = here.pop()
    return Piece(name, (*held, named("atlas-name", said=where.text, name=name)))


def _words_at(m: Material, count: QuoteSupport, start: int, end: int) -> Quote | None:
    """The label in front of a number, else the words behind it up to the next one counted."""
    held = texts(m.record)
    text = held[count.field]
    around = m.reading.sentence_at(start, count.field)
    first = around.start if around is not None else 0
    last = around.end if around is not None else len(text)
    before = text[max(first, start - _NEAR) : start]
    label = _LABEL.search(before) or _FOUND_IN.search(before)
    if label is not None:
        until = start - len(before) + label.start()
        begins = [found.end() for found in _LABEL_BEGINS.finditer(before, 0, label.start())]
        since = start - len(before) + (begins[-1] if begins else 0)
        return quote(held, count.field, since, until) if since < until else None
    share = _SHARE.match(text, end)
    since = share.end() if share is not None else end
    stop = _ENDS.search(text, since, min(last, since + _NEAR))
    until = stop.start() if stop is not None else min(last, since + _NEAR)
    # "60 patients (asthma = 20, …": the label is that of the next number, of a part of them.
    next_label = _NEXT_LABEL.search(text[since:until])
    if next_label is not None:
        until = since + next_label.start()
    return quote(held, count.field, since, until) if since < until else None

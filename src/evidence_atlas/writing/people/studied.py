"""Who took part in the text's own words, where it counts just these people by these words."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, QuoteSupport, Support, texts

from ..material import Material, Piece
from ..words.clause import loaded
from ..words.numbers import as_read
from ..words.spelled_out import spelled_out

_COUNT_ALONE = re.compile(r"\W*(?:[\d,.  ]+|[a-z]+(?:[- ][a-z]+){0,3})\W*\Z", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\b[A-Z]{2,}s?\b")
_MOST_WORDS = 9
_OF_WHAT_UNTOLD = re.compile(r"(?:survivors|users|members|recipients)", re.IGNORECASE)
"""A noun that says nothing without what stands behind "of"."""
_HAVE_SHORT_FORM = re.compile(
    r"[^.;,()]{0,60}?\b(?:who (?:had|have)|with|having)\s(?P<form>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\b"
)


def counted_as(m: Material, n: int, support: tuple[Support, ...]) -> Piece | None:
    """ "250 adults who had recovered from the infection": the count, and the words behind it.

    None where these words do not follow that very count, or hold a short form to be explained.
    """
    who = m.reading.quote("who.studied")
    if who is None or n < 2 or len(who.text.split()) > _MOST_WORDS or loaded(who.text):
        return None
    if _OF_WHAT_UNTOLD.fullmatch(who.text):
        return None
    unexplained = any(
        not m.in_a_name(who.field, who.start + form.start(), who.start + form.end())
        for form in _SHORT_FORM.finditer(who.text)
    )
    if unexplained or (who.text[:1].isupper() and not _opens_with_illness(m, who)):
        return None
    text = texts(m.record).get(who.field, "")
    for count in support:
        if not isinstance(count, QuoteSupport) or count.field != who.field:
            continue
        if count.start < who.start and _COUNT_ALONE.match(text[count.start : who.start]):
            return Piece(f"{as_read(n)} {who.text}", (*support, *m.quotes("who.studied")))
    return None


def _opens_with_illness(m: Material, who: Quote) -> bool:
    """Whether the first word is of an illness's name, which keeps its capitals anywhere."""
    return m.in_a_name(who.field, who.start, who.start + len(who.text.split()[0]))


def names_another(m: Material, illness: str) -> bool:
    """Whether those words name an illness, and under none of its names this one."""
    who = m.reading.quote("who.studied")
    if who is None or illness.casefold() in who.text.casefold():
        return False
    named = set(m.condition.illnesses_in(who.text))
    return bool(named) and not named.intersection(m.condition.illnesses_in(illness))


def another_had(m: Material, support: tuple[Support, ...]) -> Piece | None:
    """What a count of people says that they had, by a short form that is none of our illnesses.

    "126 children who had TDT", in a study that names the illness as what may come of it.
    """
    for count in support:
        if not isinstance(count, QuoteSupport):
            continue
        text = texts(m.record).get(count.field, "")
        have = _HAVE_SHORT_FORM.match(text, count.start)
        if have is None:
            continue
        explained = spelled_out(m.record, have["form"])
        if explained is None:
            continue
        words, where = explained
        if not m.condition.illnesses_in(f"{words} {have['form']}"):
            return Piece(words, where)
    return None

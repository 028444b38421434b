"""Whom a number of ill people beside that of everybody is of: a part, and of what illness.

Where the words at the number name it, they are told with it; where it is not sure of whom they are
a part, they are not told at all.
"""

from __future__ import annotations

import re

from evidence_atlas.arithmetic.printed import printed
from evidence_atlas.arithmetic.shares import is_share
from evidence_atlas.records import QuoteSupport

from ..material import Material, Piece
from ..people.ill_by_count import ill_by_count
from ..slots import Slots
from ..words.numbers import as_read
from ..words.short_forms import stands_for
from ..words.spelled_out import spelled_where_told


def two_parts(m: Material) -> bool:
    """Whether those followed or asked were parted into two, as by what came of them.

    All of them are told already: one part is no people for comparison from elsewhere.
    """
    p = m.reading.participants
    if m.brief.kind not in ("cohort", "survey") or p.patients is None or p.controls is None:
        return False
    told = all(
        m.number(f"participants.{x}", getattr(p, x)) for x in ("total", "patients", "controls")
    )
    return told and p.total == p.patients + p.controls


def the_two(m: Material) -> Piece:
    """ "26 of them with asthma and 106 without", where the number's own words tell it."""
    p, had = m.reading.participants, ill_by_count(m)
    held = m.number("participants.controls", p.controls)
    if had is None:
        return Piece(f"in groups of {{n}} and {p.controls:,}", held)
    return Piece(f"{{n}} of them with {had.text} and {p.controls:,} without", (*had.support, *held))


def base_unsure(m: Material, ill: Piece | None, theirs: Piece | None) -> bool:
    """Whether those counted as ill are a part of which it is not sure of whom, or what they have.

    "Of these, 90 (7.7 %)" are a share of others than the 1,979 that answered. And a name of what
    the whole had does not set a part of them apart.
    """
    p = m.reading.participants
    if p.patients is None or p.total is None or p.controls is not None or p.patients >= p.total:
        return False
    if not m.number("participants.total", p.total):
        return False
    counts = m.number("participants.patients", p.patients)
    around = [
        (c, s)
        for c in counts
        if isinstance(c, QuoteSupport) and (s := m.reading.sentence_at(c.start, c.field))
    ]
    if any(
        _OF_THESE.match(s.text) and not _share_of(p.total, p.patients, s.text) for _, s in around
    ):
        return True
    if ill is not None or theirs is None:
        return False
    had = {n.name for n in m.condition.illnesses_in(theirs.text)}
    told = {n.name for _, s in around for n in m.condition.illnesses_in(in_full(m, s.text))}
    return not had & told


def in_full(m: Material, text: str) -> str:
    """In full words, but for names of groups: who is in one need not have what names it."""

    def names_a_group(form: str) -> bool:
        return (stands_for(m.record, form) or "").endswith("group")

    return spelled_where_told(m.record, text, names_a_group)[0]


_OF_THESE = re.compile(
    r"(?:Of|Among)\s(?:the(?:se|m)|those|the \d[\d,]*|\d[\d,]*)\b", re.IGNORECASE
)


_PERCENTAGE = re.compile(r"(?<![\d.])(?P<of>\d{1,3}(?:\.\d+)?)\s?%")
_NEAR = 30
"""Characters behind a count within which its share of the whole stands."""


def _share_of(total: int, part: int, text: str) -> bool:
    """Whether no percentage stands behind the part's number, or the whole's share does."""
    count = re.search(rf"(?<![\d,.])(?:{part:,}|{part}|{as_read(part)})\b", text, re.IGNORECASE)
    percentage = _PERCENTAGE.search(text, count.end(), count.end() + _NEAR) if count else None
    return not percentage or is_share(part, total, printed(percentage["of"]))


def found_ill(m: Material, slots: Slots) -> Piece | None:
    """What some of those counted were found to have, where the sentence names it: they are no more
    "patients" than the rest.
    """
    p = m.reading.participants
    illness = slots.get("illness_outcome", slots.get("condition"))
    if illness is None or p.patients is None or p.total is None or p.controls is not None:
        return None
    if p.patients >= p.total:
        return None
    it = set(m.condition.illnesses_in(illness.text))
    for count in m.number("participants.patients", p.patients):
        if not isinstance(count, QuoteSupport):
            continue
        around = m.reading.sentence_at(count.start, count.field)
        if around and it.intersection(m.condition.illnesses_in(around.text)):
            own = ill_by_count(m) if len(it) > 1 else None
            illness = own if own is not None else illness
            return Piece(f"of them with {illness.text}", illness.support)
    return None

"""Words before a number that make it no exact one: "over 375,000 adults" are not 375,000."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Support, quote, quoted, texts

from ..material import Material

_ABOUT = re.compile(
    r"\b(over|more than|up to|as many as|at least|fewer than|less than|nearly|almost|about|"
    r"approximately|around)\s+(?:a\s+total\s+of\s+)?$",
    re.IGNORECASE,
)


def about_so_many(m: Material, support: tuple[Support, ...]) -> tuple[str, tuple[Support, ...]]:
    """ "over " of "over 375,000 adults", and where it stands; nothing where a number is exact."""
    known = texts(m.record)
    for held in support:
        if isinstance(held, QuoteSupport):
            before = known.get(held.field, "")[: held.start]
            if found := _ABOUT.search(before[-40:]):
                start = held.start - len(before[-40:]) + found.start(1)
                where = quoted(quote(known, held.field, start, held.start + len(held.text)))
                return f"{found[1].lower()} ", (where,)
    return "", ()

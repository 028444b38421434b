"""Who people are by their work, where a count or the title says so: "17 nurses".

"Researchers asked 17 people" is read as 17 ill people; what they do tells them from these.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Support, texts

from ..material import Material, Piece
from ..tables import table

_TABLE = table("people/occupations.toml")
_KIND = rf"(?:(?:{_TABLE['kinds']})[ -])"
_NOUN = (
    rf"(?P<noun>{_KIND}{{0,3}}(?:{_TABLE['nouns']})|"
    rf"{_KIND}{{1,3}}(?:{_TABLE['nouns_of_a_kind']}))\b"
)
_COUNTED = re.compile(
    rf"(?:\s?\([^()]{{0,20}}\))?\s(?:(?:{_TABLE['before']})\s){{0,2}}{_NOUN}(?!\s?[-/]|\s(?:with|who|having)\b)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"(?<!and )(?<!or )\b(?:among|in|of|by|with)\s(?-i:{_TABLE['places']})?{_NOUN}"
    r"(?!\s?[-/'’]|,? (?:and|or|with|who)\b)",
    re.IGNORECASE,
)


def by_occupation(m: Material, n: int, support: tuple[Support, ...]) -> Piece | None:
    """What those counted do, by the words behind their count, else by the title; else None."""
    if n < 2:
        return None
    held = texts(m.record)
    for count in support:
        if isinstance(count, QuoteSupport):
            found = _COUNTED.match(held.get(count.field, ""), count.end)
            found = found or _COUNTED.search(f" {count.text}")
            if found is not None:
                return _as_told(m, found["noun"])
    p = m.reading.participants
    # Two parts of all who were counted are no others: "263 with it and 472 without".
    others = p.controls is not None and p.total != (p.patients or 0) + p.controls
    found = None if others else _TITLED.search(m.record.title)
    return _as_told(m, found["noun"]) if found is not None else None


def _as_told(m: Material, noun: str) -> Piece | None:
    support = m.words(noun)
    return Piece(noun.lower(), support) if support else None

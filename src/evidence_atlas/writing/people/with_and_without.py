"""Two groups told in one breath by what one has and the other has not: both are told.

"In all, 30 and 70 nurses with and without migraine" took part. Their sum alone is printed nowhere,
and "a group of people" would lose whom the study set side by side.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..words.numbers import as_read, counts
from ..words.spelled_out import spelled_out
from .people_phrase import phrase_at

_NAMED = re.compile(
    r"(?P<one>[A-Za-z][\w /-]*?),? [(\[]n\s?=\s?[\d,]+[)\]],? (?:and|or|versus|vs\.?) "
    r"(?P<other>[A-Za-z][\w /-]*?),? [(\[]n\s?=\s?[\d,]+\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[\d,]+ and [\d,]+ (?P<people>[A-Za-z][\w -]*)\Z")
_BOTH = re.compile(
    r" with and without (?P<what>[A-Za-z][\w /-]{2,40}?)"
    r"(?=,|[.;]|\s(?:were|was|took|completed|participated|answered)\b)"
)


def with_and_without(m: Material) -> Piece | None:
    """ "75 people with asthma and 198 people without asthma"; None where it is not so told."""
    p, found = m.reading.participants, m.reading.quotes.get("participants.total", ())
    if m.retold or p.patients is not None or p.controls is not None or len(found) != 1:
        return None
    numbers = counts(found[0].text)
    if len(numbers) != 2 or sum(numbers) != p.total:
        return None
    return _by_their_names(m, found[0], numbers) or _by_their_count(m, found[0], numbers)


def _by_their_names(m: Material, found: Quote, numbers: list[int]) -> Piece | None:
    both = _NAMED.match(found.text)
    told = [spelled_out(m.record, both[name]) for name in ("one", "other")] if both else []
    if len(told) != 2 or told[0] is None or told[1] is None:
        return None
    one, other = told[0][0], told[1][0]
    opposed = any(
        "without " in a and a.replace("without ", "with ").casefold() == b.casefold()
        for a, b in ((one, other), (other, one))
    )
    if not opposed or any(phrase_at(words, 0, controls=True) is None for words in (one, other)):
        return None
    text = f"{as_read(numbers[0])} {one} and {as_read(numbers[1])} {other}"
    return Piece(text, (quoted(found), *told[0][1], *told[1][1], named("with-and-without")))


def _by_their_count(m: Material, found: Quote, numbers: list[int]) -> Piece | None:
    held, counted = texts(m.record), _COUNTED.match(found.text)
    both = _BOTH.match(held[found.field], found.end)
    if counted is None or both is None:
        return None
    people, what = (spelled_out(m.record, w) for w in (counted["people"], both["what"]))
    if people is None or what is None or phrase_at(people[0], 0, controls=True) is None:
        return None
    text = f"{as_read(numbers[0])} {people[0]} with {what[0]} and {as_read(numbers[1])} without"
    where = quoted(quote(held, found.field, found.start, both.end()))
    return Piece(text, (where, *people[1], *what[1], named("with-and-without")))

"""Counts that a page may tell: those that the text prints.

"50 patients and twice as many controls" is read as 100 controls, and right so. But a number that
stands nowhere in the text opens no source, and a page tells none.
"""

from __future__ import annotations

import re

import msgspec

from evidence_atlas.records import Quote, Reading

from .tables import table
from .words.numbers import stands_in

_COUNTED = ("patients", "controls")
_WORDS: dict[str, str] = table("printed_counts.toml")
_WORKED_OUT = re.compile(_WORDS["worked_out"], re.IGNORECASE)
_DOZEN = re.compile(_WORDS["dozen"], re.IGNORECASE)


def with_printed_counts(reading: Reading) -> Reading:
    """The reading without the people of a group whose number was only worked out."""
    people = reading.participants
    gone = {
        name: None
        for name in _COUNTED
        if (n := getattr(people, name)) is not None
        and _worked_out(n, reading.quotes.get(f"participants.{name}", ()))
    }
    groups = tuple(g for g in people.groups if g.n is None or not _worked_out(g.n, (g.quote,)))
    if not gone and len(groups) == len(people.groups):
        return reading
    total = people.total
    if gone and total is not None:
        # A total that is their sum is worked out as well.
        printed = any(_stands(total, q) for q in reading.quotes.get("participants.total", ()))
        total = total if printed else None
    told = msgspec.structs.replace(people, **gone, groups=groups, total=total)
    return msgspec.structs.replace(reading, participants=told)


def _worked_out(n: int, quotes: tuple[Quote, ...]) -> bool:
    """Whether words tell a number by another one, and no quote prints it."""
    told_so = any(_WORKED_OUT.search(q.text) for q in quotes)
    return told_so and not any(_stands(n, q) for q in quotes)


def _stands(n: int, quote: Quote) -> bool:
    """Whether the number is printed there; a dozen is none that the gate counts."""
    return stands_in(n, _DOZEN.sub("", quote.text))

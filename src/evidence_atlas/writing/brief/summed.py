"""Whether a total is the sum of what one place counts: "41 with it were compared with 47 without".

Such a total is printed nowhere, and is told only where it is sure that it leaves nobody out.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text import numbers
from evidence_atlas.reading.text.brackets import without_brackets
from evidence_atlas.records import Quote, Reading

_LABELLED = re.compile(r"\b[nN]\s?=\s?(?P<n>\d[\d,]*)")
_METHODS = ("methods", "aim")


def summed_in(reading: Reading, total: Quote, n: int) -> bool:
    """Whether the groups that this quote counts, or all of its numbers, make up `n`.

    A group counted elsewhere that is as large as one of these might be left out of the sum.
    """
    groups = reading.participants.groups
    here = [g for g in groups if g.n and _within(g.quote, total)]
    parts = [g.n for g in here if g.n]
    if len(parts) < 2 or sum(parts) != n:
        parts = [m.value for m in numbers.find(total.text) if m.value]
    if len(parts) < 2 or sum(parts) != n:
        # What a bracket holds tells more of the people counted before it.
        parts = [m.value for m in numbers.find(without_brackets(total.text)) if m.value]
    if len(parts) < 2 or sum(parts) != n:
        return False
    known = {*parts, n}
    if any(g.n not in known and g.n >= min(parts) for g in groups if g.n):
        return False
    return not any(m not in known for m in _labelled_elsewhere(reading, total))


def _within(part: Quote, whole: Quote) -> bool:
    return part.field == whole.field and whole.start <= part.start and part.end <= whole.end


def _labelled_elsewhere(reading: Reading, total: Quote) -> list[int]:
    """What the methods print as "(n = 95)" outside of the quote."""
    return [
        int(found["n"].replace(",", ""))
        for s in reading.sentences
        if s.role in _METHODS
        for found in _LABELLED.finditer(s.text)
        if not (total.field == "abstract" and total.start <= s.start + found.end("n") <= total.end)
    ]

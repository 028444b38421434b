"""Results that tell of a part of the people, whatever they are called: told after the whole group.

"All five patients with lasting relief" are five of the ten who took part, and what a sentence says
that opens with "In six responders" is of these to its end.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text import numbers
from evidence_atlas.records import Participants, Reading

from ..tables import table

_TABLE = table("brief/parts.toml")["named"]
_COUNTED = re.compile(_TABLE["counted"], re.IGNORECASE)
_WHOLE = re.compile(_TABLE["whole"], re.IGNORECASE)
_OPENS = re.compile(_TABLE["opens"], re.IGNORECASE)
_OTHERS = re.compile(_TABLE["others"], re.IGNORECASE)


def of_a_part(reading: Reading, index: int) -> bool:
    """Whether a result is of fewer people than took part."""
    result = reading.results[index]
    return (
        result.scope != "all"
        or _of_a_counted_part(reading.participants, result.text)
        or _under_a_part(reading, index)
    )


def loses_its_part(reading: Reading, index: int, told: str) -> bool:
    """Whether a part that its sentence opens with is not told with a result of that part."""
    return _under_a_part(reading, index) and _OPENS.match(told) is None


def _of_a_counted_part(people: Participants, text: str) -> bool:
    """Whether all of a number are spoken of that is smaller than any group that was formed."""
    found = _COUNTED.match(text)
    if found is None or _WHOLE.search(text[: found.end() + 40]):
        return False
    told = [n.value for n in numbers.find(found["n"]) if n.value is not None]
    whole = [people.total, people.patients, people.completed, people.analysed]
    formed = [g.n for g in people.groups if g.kind != "subgroup"]
    known = [n for n in (*whole, *formed) if n is not None]
    return bool(told and known) and told[0] < min(known)


def _under_a_part(reading: Reading, index: int) -> bool:
    """Whether the sentence opened with a part, and this clause of it names nobody else."""
    result = reading.results[index]
    before = [
        r for r in reading.results[:index]
        if r.sentence == result.sentence and r.scope == "subgroup"
    ]  # fmt: skip
    around = reading.sentence_at(result.quote.start, result.quote.field)
    if not before or around is None or _OPENS.match(around.text) is None:
        return False
    return _OPENS.match(before[0].text) is not None and _OTHERS.search(result.text) is None

"""With whom the ill were compared, where nobody counts them: "healthy people" beside "groups".

"Researchers compared groups of people" names nobody. What title, aim, methods or results call the
others is told in plain words; where only the ill are counted, they are told with how many there
were in all.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..tables import table
from ..words.numbers import joined
from .control_people import CONTROL_RULE, HEALTHY, WELL_AGAIN
from .counted_with import counted_with

_TABLE = table("people/others_called.toml")
_KINDS = (
    (WELL_AGAIN, re.compile(_TABLE["well_again"], re.IGNORECASE)),
    ("people who are not very active", re.compile(_TABLE["sedentary"], re.IGNORECASE)),
    (HEALTHY, re.compile(_TABLE["healthy"], re.IGNORECASE)),
)
_OWN = frozenset({"aim", "methods", "results", "conclusions"})


def others_called(m: Material) -> Piece | None:
    """ "Healthy people", "people who had got well and healthy people"; None where none is named."""
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [("abstract", s.start, s.end) for s in m.reading.sentences if s.role in _OWN]
    names, where = [], list[QuoteSupport]()
    for name, pattern in _KINDS:
        for field, start, end in places:
            found = pattern.search(held.get(field, ""), start, end)
            if found is not None:
                names.append(name)
                where.append(quoted(quote(held, field, *found.span())))
                break
    if not names or m.retold:
        return None
    return Piece(joined(names), (*where, CONTROL_RULE))


def ill_of_all(m: Material, patients: Piece, illness: str) -> Piece | None:
    """The ill by their number, where they are a part of all who took part and named in the count.

    Nothing is said of the others than that there were some.
    """
    p = m.reading.participants
    count = m.number("participants.patients", p.patients)
    if p.total is None or p.patients is None or not p.patients < p.total:
        return None
    if "with " not in patients.text or not counted_with(m, illness, count):
        return None
    return Piece(patients.text, (*patients.support, named("others-beside")))

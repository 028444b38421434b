"""Whether a text counts fewer who had a treatment than took part, where no group had another.

"We saw 112 people. In all, 101 (90 %) were treated with yoga": they were not all given it.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from ..material import Material, Piece
from ..tables import table

_TABLE: dict[str, str] = table("people/given_to_some.toml")
_ARTICLE = re.compile(r"\A(?:an?|the) ", re.IGNORECASE)


def given_to_some(m: Material, given: Piece) -> QuoteSupport | None:
    """Where the text says so; None where it does not, or they may be all."""
    p = m.reading.participants
    whole = p.total or p.enrolled or p.patients
    name = re.escape(_ARTICLE.sub("", given.text))
    held = texts(m.record)
    if whole is None:
        return None
    short = re.search(rf"{name}\s?\((?P<form>[A-Z][\w-]{{1,9}})", held.get("abstract", ""), re.I)
    called = "|".join([name, *([re.escape(short["form"])] if short else [])])
    pattern = re.compile(_TABLE["counted"].replace("NAME", f"(?:{called})"), re.IGNORECASE)
    for s in m.reading.sentences:
        if s.role not in ("methods", "results"):
            continue
        for found in pattern.finditer(held["abstract"], s.start, s.end):
            if int(found["n"].replace(",", "")) < whole:
                return quoted(quote(held, "abstract", *found.span()))
    return None

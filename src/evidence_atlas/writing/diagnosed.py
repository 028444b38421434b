"""How the illness was diagnosed: by a named definition, or in the authors' own words."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from .material import Material, Piece
from .rules import named
from .slots import Slots
from .words.names import length

_IN_WORDS = re.compile(
    r"\bdefined (?:here )?as (?P<how>[^.;:()“”\"]{8,160}?)(?=[.;]|\s\()|"
    r"\bdiagnosed (?:according to|using|by|with|based on|on the basis of) "
    r"(?P<by>(?:the )?[^.;:“”\"]{4,100}? criteria)\b"
)
"""A definition in plain words, close behind the name of the illness."""
_NEAR = 40
MOST_DEFINED = 20
_IN_OWN_WORDS = named("defined-in-words")


def diagnosed(m: Material, slots: Slots) -> Piece | None:
    """The definition by its name; else the authors' own words for whom they call ill."""
    if "definitions" in slots:
        return slots["definitions"]
    illness = slots.get("condition")
    if illness is None or m.retold:
        return None
    text = texts(m.record).get("abstract", "")
    for found in _IN_WORDS.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        before = re.split(r"[.;]\s", before)[-1]
        part = "how" if found["how"] else "by"
        words = found[part].strip()
        if part == "by" and not re.search(r"[A-Z0-9]", words):
            continue  # "standardized criteria" names none
        if illness.text.casefold() not in before.casefold() or length(words) > MOST_DEFINED:
            continue
        where = quoted(quote(texts(m.record), "abstract", found.start(), found.end(part)))
        return Piece(f"The authors write: “{words}”", (where, _IN_OWN_WORDS))
    return None

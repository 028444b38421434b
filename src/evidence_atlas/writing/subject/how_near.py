"""How near a named thing is to what the study is about, by where the text names it."""

from __future__ import annotations

import re
from enum import IntEnum

from evidence_atlas.records import Quote
from evidence_atlas.records.reading import Role

from ..material import Material


class Standing(IntEnum):
    """How near a named thing is to what the study is about: lower is nearer."""

    TITLE = 0
    AIM_OR_METHODS = 1
    RESULTS = 2
    CONCLUSIONS = 3
    """Or some other part of the text."""
    BACKGROUND = 4
    """Only there, or inside the name of an illness."""


_STANDING: dict[Role, Standing] = {
    "background": Standing.BACKGROUND,
    "aim": Standing.AIM_OR_METHODS,
    "methods": Standing.AIM_OR_METHODS,
    "results": Standing.RESULTS,
    "conclusions": Standing.CONCLUSIONS,
    "other": Standing.CONCLUSIONS,
}


def standing(m: Material, kind: str, word: str) -> Standing:
    """How near a named thing is to what the study is about, by its nearest place."""
    held_under = (f"{kind}.{word}", f"outcomes.{word}", f"measures.{word}")
    quotes = next((q for p in held_under if (q := m.reading.quotes.get(p))), ())
    found = Standing.BACKGROUND if quotes else Standing.CONCLUSIONS
    for held in quotes:
        if m.in_a_name(held.field, held.start, held.end):
            continue
        said = re.compile(rf"(?<!\w){re.escape(held.text)}(?!\w)", re.IGNORECASE)
        if any(not m.in_a_name("title", *match.span()) for match in said.finditer(m.record.title)):
            return Standing.TITLE
        found = min(found, _role(m, held))
    return found


def only_background(m: Material, path: str) -> bool:
    """All that is quoted under a path stands in the background, and so is not the study's."""
    quotes = m.reading.quotes.get(path, ())
    return bool(quotes) and all(_role(m, q) == Standing.BACKGROUND for q in quotes)


def _role(m: Material, held: Quote) -> Standing:
    if held.field != "abstract":
        return Standing.TITLE if held.field == "title" else Standing.CONCLUSIONS
    around = m.reading.sentence_at(held.start)
    return _STANDING[around.role] if around else Standing.CONCLUSIONS

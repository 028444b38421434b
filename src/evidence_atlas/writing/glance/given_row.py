"""What was given: all of it that the title names, and on top of what, where the text says so."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from ..material import Material, Piece
from ..people.on_top_of import on_top_of
from ..slots import Slots
from ..subject.titled_list import titled_list
from ..tables import table
from ..words.numbers import joined

_TABLE = table("glance/given_row.toml")
_NO_NAME = re.compile(_TABLE["no_name"], re.IGNORECASE)
_SECOND_PART = re.compile(_TABLE["second_part"], re.IGNORECASE)
_OF_CONTROLS = re.compile(_TABLE["of_controls"], re.IGNORECASE)


def given_row(m: Material, slots: Slots) -> Piece | None:
    """The treatments; None where only one is known by name, of more groups than two."""
    given = m.reading.interventions
    if slots.groups_unnamed and len(given) == 1:
        return None
    told = [p for w in given if not _of_controls(m, w) and (p := _told(m, w)) is not None]
    told = titled_list(m, told)
    if not told:
        return None
    names = list(dict.fromkeys(p.text for p in told))
    held = tuple(dict.fromkeys(s for p in told for s in p.support))
    whole = Piece(joined(names), held)
    usual = on_top_of(m, whole) if len(names) == 1 else None
    if usual is None:
        return whole
    return Piece(f"{whole.text}, on top of {usual.text}", (*whole.support, *usual.support))


def _of_controls(m: Material, word: str) -> bool:
    """Whether the text names it only as what those for comparison had."""
    own = [s.text for s in m.reading.sentences if s.role in ("aim", "methods", "results")]
    own = own or [texts(m.record).get("abstract", "")]
    places = [
        text[: at.start()]
        for text in (m.record.title, *own)
        for at in re.finditer(rf"\b{re.escape(word)}", text, re.IGNORECASE)
    ]
    return bool(places) and all(_OF_CONTROLS.search(before) for before in places)


def _told(m: Material, word: str) -> Piece | None:
    """One treatment with the second part of its name."""
    support = m.named(f"interventions.{word}", word)
    name = m.as_given("interventions", word)
    if not support or _NO_NAME.search(name):
        return None
    held = texts(m.record)
    for field in ("abstract", "title"):
        text = held.get(field, "")
        for at in re.finditer(rf"\b{re.escape(word)}", text, re.IGNORECASE):
            more = _SECOND_PART.match(text[at.end() :])
            if more is None:
                continue
            if any(more["more"].casefold() == g.casefold() for g in m.reading.interventions):
                return Piece(name, support)
            start = at.end() + more.start("more")
            where = quoted(quote(held, field, start, start + len(more["more"])))
            return Piece(f"{name}/{more['more']}", (*support, where))
    return Piece(name, support)

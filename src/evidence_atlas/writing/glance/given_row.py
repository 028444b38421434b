"""What was given: all of it that the title names, and on top of what, where the text says so."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from ..brief.kinds import TREATMENT
from ..material import Material, Piece
from ..people.on_top_of import on_top_of
from ..slots import Slots
from ..subject.whole_lists import with_its_list
from ..tables import table
from ..words.clause import causal
from ..words.numbers import joined

_TABLE = table("glance/given_row.toml")
_NO_NAME = re.compile(_TABLE["no_name"], re.IGNORECASE)
_SECOND_PART = re.compile(_TABLE["second_part"], re.IGNORECASE)
_DOES = re.compile(_TABLE["does"], re.IGNORECASE)
_OF_CONTROLS = re.compile(_TABLE["of_controls"], re.IGNORECASE)


def given_row(m: Material, slots: Slots) -> Piece | None:
    """The treatments; None where only one is known by name, of more groups than two."""
    given = m.reading.interventions
    if slots.groups_unnamed and len(given) == 1:
        return None
    told = [p for w in given if not _of_controls(m, w) and (p := _told(m, w)) is not None]
    told = _titled_list(m, told)
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


def _titled_list(m: Material, told: list[Piece]) -> list[Piece]:
    """The list of the title, where it names one of them among others that were given too."""
    if m.brief.kind not in (*TREATMENT, "protocol"):
        return told
    title = m.record.title
    against = {c.casefold() for c in m.reading.comparators}
    for piece in told:
        at = title.casefold().find(piece.text.casefold())
        if at < 0:
            continue
        where = quoted(quote(texts(m.record), "title", at, at + len(piece.text)))
        listed = with_its_list(m, Piece(piece.text, (where,)))
        if len(listed) < 2 or any(i.text.casefold() in against for i in listed):
            continue
        if any(causal(i.text) or _DOES.search(i.text) for i in listed):
            continue  # a name that says what it does is the authors' claim
        if all(any(i.text.casefold() in p.text.casefold() for p in told) for i in listed):
            continue
        return list(listed)
    return told

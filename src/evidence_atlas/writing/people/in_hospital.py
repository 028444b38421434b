"""All whom a study took in had been in hospital: "27 people in hospital with influenza".

A page that tells the illness alone speaks of everybody who had it, and most people are never in
hospital with it. It is told only where title, aim or methods say it of those taken in, and the
text speaks of nobody with the illness who was not; or where the words quoted of them say it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records import Quote, Support, quote, quoted, texts

from ..brief.kinds import BY_CHANCE, OF_OTHERS_STUDIES
from ..material import Material, Piece
from ..rules import named
from ..tables import table
from .traits import within_a_meaning

_TABLE = table("people/in_hospital.toml")
_PEOPLE = rf"(?:{table('people/traits.toml')['heads']}|subjects|cases)\b"
_PART = re.compile(_TABLE["part"], re.IGNORECASE)
_OTHERS = re.compile(_TABLE["others"], re.IGNORECASE)
_NOT_ALL = re.compile(_TABLE["not_all"], re.IGNORECASE)
_WITH_ILLNESS = re.compile(r"\b(?P<before>with|after) (?P<illness>[^(),“]+)\Z")
_TOLD = {
    "with": "in hospital with",
    "who had": "who had been in hospital with",
    "after": "after a hospital stay with",
}


def in_hospital(m: Material, before: str, illness: str) -> tuple[str, tuple[Support, ...]]:
    """The word before the illness ("with", "after"), with the hospital where all were there."""
    where = _said(m, illness)
    return (before, ()) if where is None else (_TOLD[before], (quoted(where), named("in-hospital")))


def told_in_hospital(m: Material, told: Piece) -> Piece:
    """The people told with their illness, with the hospital where all of them were there."""
    found = _WITH_ILLNESS.search(told.text)
    if found is None or "hospital" in told.text:
        return told
    before, there = in_hospital(m, found["before"], found["illness"])
    text = f"{told.text[: found.start()]}{before} {found['illness']}"
    return Piece(text, (*told.support, *there)) if there else told


def _said(m: Material, illness: str) -> Quote | None:
    if m.brief.kind in {*OF_OTHERS_STUDIES, *BY_CHANCE}:
        return None
    names = m.condition.illnesses_in(illness)
    first = {name.follows for name in m.condition.known_illnesses if name.follows}
    if len(names) != 1 or names[0].name not in first:
        return None
    held = texts(m.record)
    if any(_NOT_ALL.search(text) for text in held.values()):
        return None
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end)
        for s in m.reading.sentences if s.role in ("aim", "methods")
    ]  # fmt: skip
    for field, start, end in places:
        for pattern in _patterns(names[0].pattern):
            found = pattern.search(held.get(field, ""), start, end)
            if found is None or _OTHERS.match(held[field], found.end()):
                continue
            front = held[field][start : found.start()]
            if not _PART.search(front) and not within_a_meaning(front):
                return quote(held, field, *found.span())
    return None


@lru_cache(maxsize=64)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    by = {"named_first": f"(?:{name})", "named_last": f"(?:{name}){_TABLE['not_behind']}"}
    return tuple(
        re.compile(p.replace("PEOPLE", _PEOPLE).replace("NAME", called, 1), re.IGNORECASE)
        for way, called in by.items()
        for p in _TABLE[way]
    )


_WERE, _SOME = (re.compile(_TABLE[way], re.IGNORECASE) for way in ("were", "some"))
_BARE_PEOPLE = re.compile(r"^((?:[\w,-]+ )?)(?:people|patients)\b(?! (?:or|and)\b)")


def called_hospital_patients(quoted_of_them: str, told: str) -> str:
    """Those told without the words quoted of them, with the hospital where these say it of all.

    "99 people (“hospitalised for severe influenza”)" has no room in Quick: "99 hospital patients".
    """
    if _SOME.search(quoted_of_them) or not _WERE.search(quoted_of_them) or "hospital" in told:
        return told
    return _BARE_PEOPLE.sub(rf"\1{_TABLE['called']}", told)

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
_NOT_ALL = {
    "hospital": re.compile(_TABLE["not_all"], re.IGNORECASE),
    "intensive": re.compile(_TABLE["not_all_intensive"], re.IGNORECASE),
}
_WITH_ILLNESS = re.compile(r"\b(?P<before>with|after) (?P<illness>[^(),“]+)\Z")
_TOLD = {
    "hospital": {
        "with": "in hospital with",
        "who had": "who had been in hospital with",
        "after": "after a hospital stay with",
    },
    "intensive": {
        "with": "in intensive care with",
        "who had": "who had been in intensive care with",
        "after": "after intensive care with",
    },
}


def in_hospital(m: Material, before: str, illness: str) -> tuple[str, tuple[Support, ...]]:
    """The word before the illness ("with", "after"), with the hospital where all were there."""
    for place in ("intensive", "hospital"):
        where = _said(m, illness, place)
        if where is not None:
            return _TOLD[place][before], (quoted(where), named("in-hospital"))
    return before, ()


def told_in_hospital(m: Material, told: Piece) -> Piece:
    """The people told with their illness, with the hospital where all of them were there."""
    found = _WITH_ILLNESS.search(told.text)
    if found is None or re.search("hospital|intensive care", told.text):
        return told
    before, there = in_hospital(m, found["before"], found["illness"])
    text = f"{told.text[: found.start()]}{before} {found['illness']}"
    return Piece(text, (*told.support, *there)) if there else told


def _said(m: Material, illness: str, place: str) -> Quote | None:
    if m.brief.kind in {*OF_OTHERS_STUDIES, *BY_CHANCE}:
        return None
    names = m.condition.illnesses_in(illness)
    first = {name.follows for name in m.condition.known_illnesses if name.follows}
    if len(names) != 1 or names[0].name not in first:
        return None
    held = texts(m.record)
    # What is known of an illness is no word on those who were taken in.
    own = (s.text for s in m.reading.sentences if s.role != "background")
    if any(_NOT_ALL[place].search(text) for text in (m.record.title, *own)):
        return None
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end)
        for s in m.reading.sentences if s.role in ("aim", "methods")
    ]  # fmt: skip
    for field, start, end in places:
        for pattern in _patterns(names[0].pattern, place):
            found = pattern.search(held.get(field, ""), start, end)
            if found is None or _OTHERS.match(held[field], found.end()):
                continue
            front = held[field][start : found.start()]
            if not _PART.search(front) and not within_a_meaning(front):
                return quote(held, field, *found.span())
    return None


@lru_cache(maxsize=64)
def _patterns(name: str, place: str) -> tuple[re.Pattern[str], ...]:
    ways = "named" if place == "hospital" else place
    by = {f"{ways}_first": f"(?:{name})", f"{ways}_last": f"(?:{name}){_TABLE['not_behind']}"}
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

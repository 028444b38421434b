"""How many others there are, told by the number before: "50 patients and twice as many controls".

The number is not printed; it is worked out from the one that is.
"""

from __future__ import annotations

import re

from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from ..text import numbers
from . import kinds_of_people
from .kinds_of_people import Found, Kind
from .people_words import CUES, HEAD
from .told_together import Counted

_TABLE = tables.load("as_many")
_AS_MANY = cue(_TABLE["as_many"])
_TIMES = [(row["times"], cue(row["cue"])) for row in _TABLE["times"]]
_LACKING_NEXT = cue(_TABLE["lacking_next"])
_EACH_HAS = [cue(c) for c in _TABLE["each_has"]]
_NOUN_WITHIN = 60


def read(document: Document, text: str, counts: list[Counted]) -> list[Counted]:
    """The counts, with those that a sentence tells by another count of it."""
    found: list[Counted] = []
    for match in _AS_MANY.finditer(text):
        before = [c for c in counts if c[0].end <= match.start() and not c[1].subset]
        if before:
            more = _as_many(document, text, match, before[-1])
            if more is not None:
                found.append(more)
    for pattern in _EACH_HAS:
        each = pattern.search(text)
        base = next((c for c in counts if each is not None and _base_of(c, each)), None)
        if each is not None and base is not None:
            more = _for_each(document, text, each, base)
            if more is not None:
                found.append(more)
    told = {number.start for number, _, _ in found}
    return [c for c in counts if c[0].start not in told] + found


def _as_many(document: Document, text: str, match: re.Match[str], base: Counted) -> Counted | None:
    """ "And an equal number of controls", "as many received placebo"."""
    times = next((t for t, found in _TIMES if found.search(match[0])), 1)
    value = (base[0].value or 0) * times
    number = numbers.Number(match.start(), match.end(), match[0], round(value))
    if value != round(value) or value < 1:
        return None
    head = HEAD.search(text, match.end(), match.end() + _NOUN_WITHIN)
    if head is None or re.search(r"[.;:,]", text[match.end() : head.start()]):
        arm = CUES["received_next"].match(text, match.end())
        arm = arm if CUES["received_next"].search(text, base[1].end, match.start()) else None
        return (number, _found(match, match.end(), "people", base), "") if arm else None
    kind, illness, own, end = kinds_of_people.of(
        document, text[match.start() : head.end()], text, head.end()
    )
    if kind == "people" and base[1].kind == "patients":
        behind = CUES["compared_after"].match(text, head.end()) or _LACKING_NEXT.match(
            text, head.end()
        )
        if behind or CUES["compared_words"].search(text, match.end(), head.end()):
            kind = "controls"
    phrase = text[match.start() : head.end()]
    return number, Found(match.start(), end, kind, phrase, illness, own), ""


def _base_of(count: Counted, match: re.Match[str]) -> bool:
    """Whether a count stands in a rule's words as the number that each of them has so many of."""
    return match.start("of") <= count[0].start < match.end("of") and not count[1].subset


def _for_each(document: Document, text: str, match: re.Match[str], base: Counted) -> Counted | None:
    """ "For each of 60 patients two controls were drawn"."""
    times = numbers.find(match["times"])
    many = times[0].value if times and times[0].value else 1
    value = many * (base[0].value or 0)
    who = match["who"]
    kind, _, _, _ = kinds_of_people.of(document, who, text, match.end("who"))
    if kind == "patients" and not CUES["lacking_words"].search(text, match.end("who")):
        return None
    start = match.start("times")
    number = numbers.Number(start, match.end("who"), match["times"], value)
    return number, Found(start, match.end("who"), "controls", text[start : match.end("who")]), ""


def _found(match: re.Match[str], end: int, kind: Kind, base: Counted) -> Found:
    return Found(match.start(), end, kind, match[0], None, False, base[1].subset)

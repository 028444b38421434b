"""Money, interests and registration, from the record's fields and the text."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from . import tables
from .document import Document

_WORDS: dict[str, str] = tables.load("funding")

_FUNDING = cue(_WORDS["funding"])
_FUNDING_PART = cue(_WORDS["funding_part"])
_PAID = cue(_WORDS["paid"], 0)
_INTERESTS = cue(_WORDS["interests"])
_DISCLOSURES = cue(_WORDS["disclosures"], 0)
_HAS_NONE = cue(_WORDS["has_none"], 0)
_SOME_HAVE = cue(_WORDS["some_have"])
_MOST = 200
_NEXT_AUTHOR = 60
"""Characters after the authors who have none in which one who has some would be named."""
_REGISTRATION = cue(
    r"\b(?P<id>NCT\s?\d{8}|ISRCTN\s?\d{6,8}|ACTRN\s?\d{12,16}|CRD[\s-]?\d{8,14}|ChiCTR[-\w]{6,20}|"
    r"DRKS\s?\d{8}|EudraCT\W{0,3}(?:(?:number|no\.?):?\s)?\d{4}-\d{6}-\d{2}|"
    r"UMIN\s?\d{9}|JPRN-\w{6,20}|"
    r"CTRI/[\d/]{8,20}|NTR\s?\d{3,5}|jRCT\w{8,12}|EUCTR\d{4}-\d{6}-\d{2}|TCTR\d{8,12}|SLCTR/[\d/]{6,10}|NL\d{4,5}|IRCT\w{8,20}|KCT\d{7}|RBR-\w{6,8}|PACTR\d{12,18}|"
    r"(?:10\.17605/)?OSF\.IO/\w{5})\b"
)


def numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where numbers of registers stand in a text."""
    return tuple(match.span("id") for match in _REGISTRATION.finditer(text))


Quotes = dict[str, tuple[Quote, ...]]


def read(document: Document) -> tuple[str | None, str | None, str | None, Quotes]:
    """Funding, interests, registration; None where neither record nor text states it."""
    quotes: Quotes = {}
    record = document.record
    funding = "; ".join(dict.fromkeys(g.agency for g in record.grants if g.agency)) or None
    quote = document.search(_FUNDING, title=False) or _headed(document)
    if quote is not None:
        quotes["funding"] = (quote,)
        funding = funding or re.sub(r"\s+", " ", quote.text)
    registration = record.registrations[0].number if record.registrations else None
    number = document.search(_REGISTRATION)
    if number is not None:
        quotes["registration"] = (number,)
        registration = registration or re.sub(r"\s+", "", number.text)
    interests = record.interests
    said = _disclosed(document) or document.search(_INTERESTS, title=False)
    if said is not None:
        quotes["interests"] = (said,)
        interests = interests or _shortly(said.text)
    return funding, interests, registration, quotes


def _headed(document: Document) -> Quote | None:
    """Who paid, by a part of the abstract with that heading, or by who is named as the payer."""
    for pattern in (_FUNDING_PART, _PAID):
        match = pattern.search(document.abstract) if document.may_hold(pattern) else None
        if match is not None:
            name = "sponsor" if "sponsor" in match.groupdict() and match["sponsor"] else "who"
            return document.quote(match.start(name), match.end(name))
    return None


def _disclosed(document: Document) -> Quote | None:
    """What stands under "Disclosures:", as printed in abstracts of meetings.

    To the last of the authors who have none, where all do: the abstract may follow in the same
    line; else to the end of the line.
    """
    text = document.abstract
    match = _DISCLOSURES.search(text) if document.may_hold(_DISCLOSURES) else None
    if match is None:
        return None
    start, line = match.end(), text.find("\n", match.end())
    line = len(text) if line < 0 else line
    end = _none_until(text, start)
    if end == start or _SOME_HAVE.search(text, end, min(line, end + _NEXT_AUTHOR)):
        end = line
    said = text[start:end].rstrip()
    return document.quote(start, start + len(said)) if said else None


def _none_until(text: str, at: int) -> int:
    """Where the run of authors who have none, which begins at `at`, ends."""
    while (match := _HAS_NONE.match(text, at)) is not None:
        at = match.end()
    return at


def _shortly(text: str) -> str:
    """ "None" where every author has none; a long list is cut, and says so."""
    plain = re.sub(r"\s+", " ", text).strip()
    if plain and _none_until(plain, 0) == len(plain):
        return "None"
    if len(plain) <= _MOST:
        return plain.rstrip(".")
    return f"{plain[: plain.rfind(' ', 0, _MOST)].rstrip(' ,;|')} …"

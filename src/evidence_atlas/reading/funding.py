"""Money, interests and registration, from the record's fields and the text."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .document import Document

_FUNDING = cue(
    r"\b(?:(?:was|is|were) (?:funded|supported|sponsored|financed) by|funded by|supported by "
    r"(?:grants?|the)|"
    r"funding(?: sources?)?:|supported in part by|financial support from|grants? from)"
    r"\s?(?P<who>[^.;]{3,160})"
)
_INTERESTS = cue(
    r"\b(?:competing interests?|conflicts? of interests?|declarations? of interests?|"
    r"disclosures?)\s?[:.]\s?[^.;]{3,160}"
    r"|\bauthors? (?:declare|report|state|disclose|have)s? [^.;]{0,60}\b(?:competing|conflicts?)\b"
    r"[^.;]{0,60}"
)
_REGISTRATION = cue(
    r"\b(?P<id>NCT\s?\d{8}|ISRCTN\s?\d{6,8}|ACTRN\s?\d{12,16}|CRD\s?\d{8,14}|ChiCTR[-\w]{6,20}|"
    r"DRKS\s?\d{8}|EudraCT\W{0,3}(?:(?:number|no\.?):?\s)?\d{4}-\d{6}-\d{2}|"
    r"UMIN\s?\d{9}|JPRN-\w{6,20}|"
    r"CTRI/[\d/]{8,20}|NTR\s?\d{3,5}|jRCT\w{8,12}|EUCTR\d{4}-\d{6}-\d{2}|TCTR\d{8,12}|SLCTR/[\d/]{6,10}|NL\d{4,5}|IRCT\w{8,20}|KCT\d{7}|RBR-\w{6,8}|PACTR\d{12,18}|"
    r"(?:10\.17605/)?OSF\.IO/\w{5})\b"
)

Quotes = dict[str, tuple[Quote, ...]]


def read(document: Document) -> tuple[str | None, str | None, str | None, Quotes]:
    """Funding, interests, registration; None where neither record nor text states it."""
    quotes: Quotes = {}
    record = document.record
    funding = "; ".join(dict.fromkeys(g.agency for g in record.grants if g.agency)) or None
    quote = document.search(_FUNDING, title=False)
    if quote is not None:
        quotes["funding"] = (quote,)
        funding = funding or re.sub(r"\s+", " ", quote.text)
    registration = record.registrations[0].number if record.registrations else None
    number = document.search(_REGISTRATION)
    if number is not None:
        quotes["registration"] = (number,)
        registration = registration or re.sub(r"\s+", "", number.text)
    interests = record.interests
    said = document.search(_INTERESTS, title=False)
    if said is not None:
        quotes["interests"] = (said,)
        interests = interests or re.sub(r"\s+", " ", said.text)
    return funding, interests, registration, quotes

"""What MEDLINE text can carry of a record, so that it can be compared with XML's."""

from __future__ import annotations

import re

from ..records import AbstractSection, Author, PubDate, Record
from .medline_fields import CORRECTIONS

CARRIED: dict[str, str] = {
    "pmid": "PMID",
    "title": "TI, of a book BTI",
    "vernacular_title": "TT",
    "abstract": "AB, as one text: labels run into it, NlmCategory is lost",
    "other_abstracts": "OAB, OABL: text and language; kind is lost, labels run into the text",
    "copyright": "CI",
    "people": "FAU, AU, AUID, AD: names, initials, suffix, ORCID, affiliations, in order",
    "groups": "CN, in order; their place among the people and their affiliations are lost",
    "investigators": "FIR, IR, IRAD",
    "journal.title": "JT, of a book BTI",
    "journal.medline_ta": "TA",
    "journal.nlm_id": "JID",
    "journal.issn": "IS, the first not marked Linking",
    "journal.issn_linking": "IS, marked Linking",
    "journal.volume": "VI",
    "journal.issue": "IP",
    "journal.pages": "PG",
    "journal.country": "PL",
    "dates.published": "DP, as one text",
    "dates.electronic": "DEP, where the day is stated",
    "dates.completed": "DCOM",
    "dates.revised": "LR",
    "dates.history": "PHST, EDAT, MHDA, CRDT: steps and days; their order is lost",
    "doi": "LID or AID, marked [doi]",
    "pmcid": "PMC",
    "languages": "LA",
    "publication_types": "PT",
    "mesh": "MH: names, qualifiers and stars; identifiers are lost",
    "supplementary_mesh": "NM, those that are not chemicals",
    "chemicals": "RN, the name in brackets",
    "keywords": "OT: words and stars; one owner (OTO) for all",
    "grants": "GR: what is stated of number, acronym, agency, country, in one text",
    "registrations": "SI: bank/number",
    "interests": "COIS",
    "corrections": "CIN, CON, EIN, EFR, …: kind, citation, PMID; notes are lost",
    "status": "STAT",
    "publication_status": "PST",
}
"""Record field -> the tag that carries it, and what the format loses.

Not carried: version, authors_complete, journal.iso_abbreviation, references, abstract_kind,
identifiers of MeSH terms. In all texts, marks that show a raised or lowered run or the parts
of a formula differ between the formats (`10(9)`, `10⁹`); the characters themselves do not.
"""

_PLAIN = str.maketrans(
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼₀₁₂₃₄₅₆₇₈₉₊₋₌−–‐", "0123456789+-=0123456789+-=---", "⁽⁾₍₎^_()/√ \t\n"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPACES = re.compile(r"\s+")


def carried(record: Record) -> dict[str, object]:
    """The record reduced to what `CARRIED` lists, under the same names."""
    journal, dates = record.journal, record.dates
    return {
        "pmid": record.pmid,
        "title": _shape(record.title),
        "vernacular_title": _shape(record.vernacular_title),
        "abstract": _sections(record.abstract),
        "other_abstracts": tuple(
            (o.language, _sections(o.sections)) for o in record.other_abstracts
        ),
        "copyright": _shape(record.copyright),
        "people": tuple(_person(a) for a in record.authors if not a.collective),
        "groups": tuple(_shape(a.collective) for a in record.authors if a.collective),
        "investigators": tuple(_person(a) for a in record.investigators if not a.collective),
        "journal.title": _shape(journal.title),
        "journal.medline_ta": journal.medline_ta,
        "journal.nlm_id": journal.nlm_id,
        "journal.issn": journal.issn,
        "journal.issn_linking": journal.issn_linking,
        "journal.volume": journal.volume,
        "journal.issue": journal.issue,
        "journal.pages": journal.pages,
        "journal.country": journal.country,
        "dates.published": _date(dates.published),
        "dates.electronic": _date(dates.electronic)
        if dates.electronic and dates.electronic.day
        else "",
        "dates.completed": dates.completed,
        "dates.revised": dates.revised,
        "dates.history": tuple(sorted({(s.status, s.date) for s in dates.history})),
        "doi": (record.doi or "").casefold(),
        "pmcid": record.pmcid,
        "languages": record.languages,
        "publication_types": record.publication_types,
        "mesh": tuple(
            (h.descriptor, h.major, tuple((q.name, q.major) for q in h.qualifiers))
            for h in record.mesh
        ),
        "supplementary_mesh": record.supplementary_mesh,
        "chemicals": record.chemicals,
        "keywords": tuple((_shape(k.text), k.major) for k in record.keywords),
        "grants": tuple(
            "/".join(p for p in (g.id, g.acronym, g.agency, g.country) if p) for g in record.grants
        ),
        "registrations": tuple((r.bank, r.number) for r in record.registrations),
        "interests": _shape(record.interests),
        "corrections": tuple(
            sorted(
                (c.kind, c.pmid or "", _shape(c.citation).rstrip("."))
                for c in record.corrections
                if c.kind in CORRECTIONS.values()
            )
        ),
        "status": record.status,
        "publication_status": record.publication_status,
    }


def _shape(text: str | None) -> str:
    return (text or "").translate(_PLAIN)


def _sections(sections: tuple[AbstractSection, ...]) -> str:
    return _shape(" ".join(f"{s.label}: {s.text}" if s.label else s.text for s in sections))


def _person(a: Author) -> tuple[object, ...]:
    return (a.last, a.fore, a.initials, a.suffix, a.orcid, tuple(map(_shape, a.affiliations)))


def _date(date: PubDate | None) -> str:
    if date is None:
        return ""
    if date.medline_date:
        return _SPACES.sub(" ", date.medline_date)
    month = _MONTHS[date.month - 1] if date.month else date.season
    return " ".join(str(part) for part in (date.year, month, date.day) if part)

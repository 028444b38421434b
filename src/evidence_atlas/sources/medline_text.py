"""MEDLINE text (.nbib, .txt): PubMed's tagged format, one record at a time.

A line is a tag of up to four characters, `- `, and its value; a line that starts with
blanks goes on with the value before. Older exports break lines without the six blanks, and
lines that were cut by other programs are taken as going on too. Records begin with `PMID-`,
or follow a blank line.

What the format can carry of a `Record`, and what it loses, is `CARRIED`; `carried` reduces
any record to that, so that a record from XML and the same from MEDLINE text can be compared.
Meanings of the tags: NLM, MEDLINE/PubMed Data Element (Field) Descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Item, Problem, Record
from .errors import TooLarge
from .medline_fields import build
from .streams import Source, lines

Field = tuple[str, str]
_FIELD = re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)", re.DOTALL)
_MOST_FIELDS = 200_000

CARRIED: dict[str, str] = {
    "pmid": "PMID",
    "title": "TI (BTI for a book); sub- and superscripts lose their place on the line",
    "vernacular_title": "TT",
    "abstract": "AB, as one text: labels run into it, NlmCategory is lost",
    "other_abstracts": "OAB, OABL: one text and its language; kind and labels are lost",
    "copyright": "CI",
    "authors": "FAU, AU, CN, AUID, AD: a suffix stands within the name; a group's place among "
    "the people is kept, affiliations of groups are lost",
    "investigators": "FIR, IR, IRAD",
    "journal.title": "JT",
    "journal.medline_ta": "TA",
    "journal.nlm_id": "JID",
    "journal.issn": "IS, the one marked Print or Electronic",
    "journal.issn_linking": "IS, the one marked Linking",
    "journal.volume": "VI",
    "journal.issue": "IP",
    "journal.pages": "PG",
    "journal.country": "PL",
    "dates.published": "DP, as one text (`2000 Jul 12`)",
    "dates.electronic": "DEP",
    "dates.completed": "DCOM",
    "dates.revised": "LR",
    "dates.history": "PHST; the entrez, pubmed and medline dates also as EDAT, CRDT, MHDA",
    "doi": "LID or AID, marked [doi]",
    "pmcid": "PMC",
    "languages": "LA",
    "publication_types": "PT",
    "mesh": "MH: names, qualifiers and stars; identifiers are lost",
    "supplementary_mesh": "NM holds chemicals and protocols alike; read back only by name",
    "chemicals": "RN, the name in brackets",
    "keywords": "OT and OTO: one owner for all",
    "grants": "GR: number/acronym/agency/country",
    "registrations": "SI: bank/number",
    "interests": "COIS",
    "corrections": "CIN, CON, EIN, EFR, … : kind, citation, PMID, note",
    "status": "STAT, with NLM's names for the stages",
    "publication_status": "PST",
}
"""Record field -> the tag that carries it and what the format loses.

Not carried: version, authors_complete, journal.iso_abbreviation, references, abstract_kind.
"""


def read(source: Source) -> Iterator[Item]:
    """The records of a MEDLINE text file in its own order.

    A record that cannot be taken gives a `Problem`. Raises WrongEncoding or TooLarge.
    """
    for start, fields in _records(source):
        record = build(fields)
        if isinstance(record, Record):
            yield record
        else:
            pmid = next((v for t, v in fields if t == "PMID"), None)
            yield Problem(
                file=source.file,
                record=f"PMID {pmid[:40]}" if pmid else None,
                place=f"line {start:,}",
                message=record,
            )


def _records(source: Source) -> Iterator[tuple[int, list[Field]]]:
    """Each record's first line number and its fields in order, continuation lines joined."""
    fields: list[tuple[str, list[str]]] = []
    start, size, blank = 0, 0, False
    for number, line in lines(source):
        found = None if line[:1] in ("", " ", "\t") else _FIELD.match(line)
        begins = found is not None and (found.group(1) == "PMID" or (blank and bool(fields)))
        if begins and fields:
            yield start, _joined(fields)
            fields, size = [], 0
        if found is not None:
            if not fields:
                start = number
            fields.append((found.group(1), [found.group(2).strip()]))
        elif line.strip() and fields:
            fields[-1][1].append(line.strip())
        blank = not line.strip()
        size += len(line)
        if size > source.limits.record or len(fields) > _MOST_FIELDS:
            raise TooLarge(
                source.file,
                f"a record is larger than {source.limits.record:,} characters",
                f"line {number:,}",
            )
    if fields:
        yield start, _joined(fields)


def _joined(fields: list[tuple[str, list[str]]]) -> list[Field]:
    return [(tag, " ".join(p for p in parts if p)) for tag, parts in fields]

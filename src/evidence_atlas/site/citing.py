"""Citing: the paper first, the atlas's reading of it second.

BibTeX, RIS (the Research Information Systems tag format) and CSL-JSON (the Citation Style
Language's item format), made from the record and nothing else.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from evidence_atlas.records import Author, PublishedStudy, Record


@dataclass(frozen=True)
class Edition:
    """What an atlas's reading is dated by: the edition's number or name, and its ISO day."""

    id: str
    day: str


def author_name(author: Author) -> str:
    """`See DM`, a group's own name, or the family name alone, as Vancouver style prints it."""
    if author.collective:
        return author.collective
    parts = [p for p in (author.last or author.fore, author.initials if author.last else None) if p]
    if author.suffix:
        parts.append(author.suffix)
    return " ".join(parts)


def author_list(record: Record, limit: int = 6) -> str:
    """The first `limit` authors, then `et al.` where there are more or the record cuts them."""
    names = [n for n in (author_name(a) for a in record.authors) if n]
    shown = names if len(names) <= limit else names[:limit]
    text = ", ".join(shown)
    if names and (len(names) > limit or not record.authors_complete):
        text += ", et al."
    return text


def journal_name(record: Record) -> str | None:
    j = record.journal
    return j.title or j.iso_abbreviation or j.medline_ta


def heading(title: str) -> str:
    """A title as a heading: NLM's closing full stop goes, an ellipsis stays."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def paper(record: Record) -> str:
    """The paper in one line, in the order of Vancouver style."""
    journal = record.journal
    where = ""
    if journal.volume:
        where = f";{journal.volume}"
        if journal.issue:
            where += f"({journal.issue})"
    if journal.pages:
        where += f":{journal.pages}"
    name = journal.iso_abbreviation or journal_name(record)
    year = f" {record.year}" if record.year else ""
    parts = [
        _stop(author_list(record)),
        _stop(record.title),
        _stop(name or ""),
        _stop(f"{year}{where}".strip()),
        f"doi:{record.doi}." if record.doi else "",
        f"PMID: {record.pmid}." if record.pmid else "",
    ]
    return " ".join(p for p in parts if p)


def reading(study: PublishedStudy, site_name: str, edition: Edition | None, address: str) -> str:
    """The atlas's page about the paper, dated by the edition."""
    said = gettext("%(site)s. Reading of “%(title)s”") % {
        "site": site_name,
        "title": study.record.title.rstrip("."),
    }
    if edition:
        said += gettext(", edition of %(day)s") % {"day": edition.day}
    version = gettext("page version %(version)s") % {"version": study.version[:12]}
    return f"{said}, {version}. {address}"


def bibtex(study: PublishedStudy) -> str:
    """One `@article`; braces and backslashes in values are made harmless."""
    record, journal = study.record, study.record.journal
    fields = {
        "author": " and ".join(_bibtex_name(a) for a in record.authors),
        "title": "{" + _bibtex(record.title.rstrip(".")) + "}" if record.title else "",
        "journal": _bibtex(journal_name(record) or ""),
        "year": str(record.year or ""),
        "volume": _bibtex(journal.volume or ""),
        "number": _bibtex(journal.issue or ""),
        "pages": _bibtex((journal.pages or "").replace("-", "--")),
        "doi": _bibtex(record.doi or ""),
        "pmid": record.pmid or "",
        "note": "RETRACTED" if study.grades.value("record_state") == "Retracted" else "",
    }
    body = ",\n".join(f"  {k} = {{{v}}}" for k, v in fields.items() if v)
    return f"@article{{{study.slug},\n{body}\n}}\n"


def ris(study: PublishedStudy) -> str:
    """One RIS entry; lines end in CR LF as the format asks."""
    record, journal = study.record, study.record.journal
    lines = [("TY", "JOUR")]
    lines += [("AU", _ris_name(a)) for a in record.authors]
    first, _, last = (journal.pages or "").partition("-")
    lines += [
        ("TI", record.title.rstrip(".")),
        ("JO", journal_name(record) or ""),
        ("J2", journal.iso_abbreviation or ""),
        ("PY", str(record.year or "")),
        ("VL", journal.volume or ""),
        ("IS", journal.issue or ""),
        ("SP", first),
        ("EP", last),
        ("SN", journal.issn or ""),
        ("DO", record.doi or ""),
        ("AN", record.pmid or ""),
    ]
    written = [f"{tag}  - {_one_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])


def csl_json(study: PublishedStudy) -> str:
    """A CSL-JSON array with one item."""
    record, journal = study.record, study.record.journal
    item: dict[str, Any] = {
        "id": study.slug,
        "type": "article-journal",
        "title": record.title.rstrip("."),
        "author": [_csl_name(a) for a in record.authors],
        "container-title": journal_name(record),
        "container-title-short": journal.iso_abbreviation,
        "volume": journal.volume,
        "issue": journal.issue,
        "page": journal.pages,
        "ISSN": journal.issn,
        "DOI": record.doi,
        "PMID": record.pmid,
        "PMCID": record.pmcid,
        "issued": {"date-parts": [[record.year]]} if record.year else None,
        "language": record.languages[0] if record.languages else None,
    }
    kept = {k: v for k, v in item.items() if v}
    return json.dumps([kept], ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _stop(text: str) -> str:
    return text if not text or text[-1] in ".?!" else text + "."


def _one_line(text: str) -> str:
    """No control characters: a record must not be able to write lines of its own."""
    clean = "".join(" " if unicodedata.category(c).startswith("C") else c for c in text)
    return re.sub(r"\s+", " ", clean).strip()


def _bibtex(text: str) -> str:
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[{}\\]", "", _one_line(text)))


def _bibtex_name(author: Author) -> str:
    if author.collective or not author.last:
        return "{" + _bibtex(author_name(author)) + "}"
    fore = author.fore or author.initials
    return _bibtex(f"{author.last}, {fore}" if fore else author.last)


def _ris_name(author: Author) -> str:
    if author.collective or not author.last:
        return author_name(author)
    fore = author.fore or author.initials
    return f"{author.last}, {fore}" if fore else author.last


def _csl_name(author: Author) -> dict[str, str]:
    if author.collective or not author.last:
        return {"literal": author_name(author)}
    name = {"family": author.last}
    if author.fore or author.initials:
        name["given"] = author.fore or author.initials or ""
    if author.suffix:
        name["suffix"] = author.suffix
    return name

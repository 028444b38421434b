"""One PubMed XML element as a `Record`."""

from __future__ import annotations

import hashlib

from lxml import etree

from ..records import Dates, Journal, Record
from .readable import readable, squeeze
from .xml_added import ADDED, DATA, article_ids, keywords, references
from .xml_article import (
    ARTICLE,
    abstract,
    authors,
    electronic,
    grants,
    investigators,
    language,
    pages,
    publication_type,
    title,
    vernacular,
)
from .xml_dates import iso, pub_date
from .xml_reader import Element, Fields, Readers


class RecordError(ValueError):
    """This element holds no record that can be taken; the message says why."""


def citation_record(element: Element, source: str) -> Record:
    """A `PubmedArticle`, or a bare `MedlineCitation`, as a Record. Raises RecordError."""
    citation = element if element.tag == "MedlineCitation" else element.find("MedlineCitation")
    if citation is None:
        raise RecordError("the article has no MedlineCitation")
    f: Fields = {"source": source, "raw_hash": _hash(element)}
    f["status"] = citation.get("Status")
    dates: Fields = {}
    _read(citation, _CITATION, f, dates)
    _read(element.find("PubmedData"), DATA, f, dates)
    return _finished(f, dates)


def book_record(element: Element, source: str) -> Record:
    """A `PubmedBookArticle` (a book, or a chapter of one) as a Record. Raises RecordError."""
    document = element.find("BookDocument")
    if document is None:
        raise RecordError("the book record has no BookDocument")
    f: Fields = {"source": source, "raw_hash": _hash(element)}
    dates: Fields = {}
    _read(document, _BOOK_DOCUMENT, f, dates)
    _read(element.find("PubmedBookData"), DATA, f, dates)
    book_title = f.pop("book_title", "")
    if not f.get("title"):
        f["title"] = book_title
    return _finished(f, dates)


def _read(parent: Element | None, readers: Readers, f: Fields, d: Fields) -> None:
    """Each child of the element, by the reader of its tag; others are passed over."""
    for child in parent if parent is not None else ():
        read = readers.get(child.tag)
        if read is not None:
            read(child, f, d)


def _hash(element: Element) -> str:
    """SHA-256 of the element as UTF-8 XML without what follows it; a declaration plays no part."""
    return hashlib.sha256(
        etree.tostring(element, encoding="utf-8", xml_declaration=False, with_tail=False)
    ).hexdigest()


def _finished(f: Fields, dates: Fields) -> Record:
    retold = f.pop("retold", False)
    elocation, listed = f.pop("doi_elocation", None), f.pop("doi_listed", None)
    f["doi"] = elocation or listed
    listed_pmid = f.pop("pmid_listed", None)
    if not f.get("pmid"):
        f["pmid"] = listed_pmid
    if f.get("abstract"):
        f["abstract_kind"] = "retold" if retold else "original"
    if not f.get("pmid") and not f.get("title") and not f.get("vernacular_title"):
        raise RecordError("the record has neither a PMID nor a title")
    pmid = f.get("pmid")
    if pmid and not pmid.isdecimal():
        raise RecordError(f"the PMID is not a number: {pmid[:40]!r}")
    journal = f.pop("journal_fields", None)
    if journal:
        f["journal"] = Journal(**journal)
    if dates:
        f["dates"] = Dates(**dates)
    return Record(**f)


def _pmid(e: Element, f: Fields, d: Fields) -> None:
    f["pmid"] = (e.text or "").strip() or None
    version = e.get("Version", "1")
    f["version"] = int(version) if version.isdecimal() else 1


def _completed(e: Element, f: Fields, d: Fields) -> None:
    d["completed"] = iso(e)


def _revised(e: Element, f: Fields, d: Fields) -> None:
    d["revised"] = iso(e)


def _article(e: Element, f: Fields, d: Fields) -> None:
    _read(e, ARTICLE, f, d)


def _book(e: Element, f: Fields, d: Fields) -> None:
    j = f.setdefault("journal_fields", {})
    named = e.find("BookTitle")
    if named is not None:
        f["book_title"] = readable(named)
        j["title"] = f["book_title"] or None
    date = e.find("PubDate")
    if date is not None:
        d["published"] = pub_date(date)
    for child in e:
        if child.tag == "Volume":
            j["volume"] = squeeze(child.text) or None
        elif child.tag == "AuthorList" and "authors" not in f:
            authors(child, f, d)


_CITATION: Readers = {
    "PMID": _pmid, "DateCompleted": _completed, "DateRevised": _revised, "Article": _article,
    "InvestigatorList": investigators, **ADDED,
}  # fmt: skip


_BOOK_DOCUMENT: Readers = {
    "PMID": _pmid, "ArticleIdList": article_ids, "Book": _book, "ArticleTitle": title,
    "VernacularTitle": vernacular, "Pagination": pages, "Language": language,
    "AuthorList": authors, "InvestigatorList": investigators,
    "PublicationType": publication_type, "Abstract": abstract, "KeywordList": keywords,
    "GrantList": grants, "DateRevised": _revised, "ContributionDate": electronic,
    "ReferenceList": references,
}  # fmt: skip

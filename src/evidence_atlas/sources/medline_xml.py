"""PubMed's XML: baseline and update files, and EFetch answers, one record at a time.

Field by field as NLM's PubMed DTD describes them. Citations (`PubmedArticle`) and books
(`PubmedBookArticle`) become `Record`s, `DeleteCitation` becomes `Deletion`s. A record that
cannot be taken becomes a `Problem`, and the rest goes on.

Our own sample records mark a retold abstract with
`<GeneralNote Owner="ATLAS">abstract retold</GeneralNote>` in MedlineCitation.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..records import Deletion, Item, Problem
from .prolog import Prolog
from .streams import Source
from .xml_record import RecordError, book_record, citation_record
from .xml_stream import elements

ROOTS = frozenset((
    "PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet",
    "PubmedArticle", "PubmedBookArticle", "MedlineCitation", "DeleteCitation",
))  # fmt: skip
_SOURCE = "pubmed-xml"
_TAGS = ("PubmedArticle", "PubmedBookArticle", "DeleteCitation", "DeleteDocument")


def read(source: Source, prolog: Prolog) -> Iterator[Item]:
    """The items of a PubMed XML file in its own order.

    Raises Malformed, Truncated, WrongEncoding, Hostile or TooLarge at the place where the
    file stops being readable; what stands before it has then been given.
    """
    tags = ("MedlineCitation",) if prolog.root.startswith("MedlineCitation") else _TAGS
    for count, element in elements(source, tags):
        yield from _items(element, source.file, count)


def _items(element: etree._Element, file: str, count: int) -> Iterator[Item]:
    try:
        if element.tag in ("PubmedArticle", "MedlineCitation"):
            yield citation_record(element, _SOURCE)
        elif element.tag == "PubmedBookArticle":
            yield book_record(element, _SOURCE)
        else:
            yield from _deletions(element)
    except RecordError as error:
        pmid = element.findtext(".//PMID") or None
        yield Problem(
            file=file,
            record=f"PMID {pmid}" if pmid else None,
            place=f"item {count:,}",
            message=str(error),
        )


def _deletions(element: etree._Element) -> Iterator[Deletion]:
    for pmid in element.iter("PMID"):
        version = pmid.get("Version", "")
        text = (pmid.text or "").strip()
        if not text.isdecimal():
            raise RecordError(f"a deletion names no PMID but {text!r}")
        yield Deletion(
            pmid=text, source=_SOURCE, version=int(version) if version.isdecimal() else None
        )

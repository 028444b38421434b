"""Open full texts in JATS XML (PMC's EFetch answers, Europe PMC, publishers' files).

An article becomes a `Record` with its bibliographic fields, its abstract, and the sections of
its Methods, if its licence is open. Tags follow the Journal Article Tag Suite 1.3
(https://jats.nlm.nih.gov/archiving/tag-library/1.3/).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..records import Item, Problem
from .jats_record import article_record
from .streams import Source
from .xml_record import RecordError
from .xml_stream import elements

ROOTS = frozenset(("article", "pmc-articleset", "articles"))


def read(source: Source) -> Iterator[Item]:
    """The articles of a JATS file in its own order; one that cannot be taken is a `Problem`.

    Raises as `medline_xml.read` does.
    """
    for count, element in elements(source, ("article",)):
        try:
            yield article_record(element)
        except RecordError as error:
            yield Problem(
                file=source.file, record=_name(element), place=f"item {count:,}", message=str(error)
            )


def _name(element: etree._Element) -> str | None:
    found = element.findtext(".//article-id")
    return found.strip()[:60] if found and found.strip() else None

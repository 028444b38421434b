"""Headings and entry terms out of NLM's MeSH descriptor file (desc<year>.xml, gzip or not).

Read as every other file from elsewhere is: piece by piece, in bounded memory, no entity resolved
and no network asked. The file is some 300 MB, nearly all of it notes and dates that are passed
over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from .errors import NotARecordFile
from .prolog import read_prolog
from .streams import Limits, Source
from .xml_stream import elements

_ROOT, _RECORD = "DescriptorRecordSet", "DescriptorRecord"


def entry_terms(path: Path, limits: Limits | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each heading with the terms that NLM enters under it, itself left out.

    Raises SourceError (see `errors`) where the file cannot be read, is hostile, or is not a
    descriptor file.
    """
    source = Source(path, limits or Limits())
    try:
        prolog = read_prolog(source.head, source.file)
        if prolog.root != _ROOT:
            raise NotARecordFile(
                source.file, f"this is not NLM's descriptor file: it begins with <{prolog.root}>"
            )
        for _, record in elements(source, (_RECORD,)):
            heading = _text(record.find("DescriptorName/String"))
            terms = (_text(t) for t in record.iterfind("ConceptList/Concept/TermList/Term/String"))
            if heading:
                yield heading, tuple(dict.fromkeys(t for t in terms if t and t != heading))
    finally:
        source.close()


def _text(element: etree._Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""

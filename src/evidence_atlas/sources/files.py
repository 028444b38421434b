"""`read_file`: any file of records, known by its content and not by its name."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from ..records import Item
from . import jats, medline_text, medline_xml, plain
from .errors import NotARecordFile, SourceError
from .prolog import read_prolog
from .streams import Limits, Source

_MEDLINE = re.compile(r"[A-Z][A-Z0-9]{1,3} {0,2}- ")
_RIS = re.compile(r"TY  - ")
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a data base"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
)


def read_file(path: str | Path, limits: Limits | None = None) -> Iterator[Item]:
    """The records, deletions and problems of a file, in its own order, one at a time.

    PubMed XML, JATS full texts, MEDLINE text and JSON Lines are told apart by content; gzip
    is opened.
    Raises SourceError (see `errors`) where the file as a whole cannot be read, or can only
    be read up to a place; what stands before that place has then been given.
    """
    source = Source(Path(path), limits or Limits())
    try:
        yield from _items(source)
    finally:
        source.close()


def holds_full_texts(path: str | Path) -> bool:
    """Whether the file is JATS, as far as its beginning tells; no error for one that is not."""
    try:
        source = Source(Path(path), Limits())
    except SourceError:
        return False
    try:
        if not _start_of_text(source.head).startswith("<"):
            return False
        return read_prolog(source.head, source.file).root in jats.ROOTS
    except SourceError:
        return False
    finally:
        source.close()


def _items(source: Source) -> Iterator[Item]:
    head = source.head
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise NotARecordFile(source.file, f"this is {what}, not a file of records")
    start = _start_of_text(head)
    if start.startswith("<"):
        prolog = read_prolog(head, source.file)
        if prolog.doctype.lower() == "html" or prolog.root.lower() == "html":
            raise NotARecordFile(source.file, "this is an HTML page, not a file of records")
        if prolog.root in jats.ROOTS:
            yield from jats.read(source)
        elif prolog.root in medline_xml.ROOTS:
            yield from medline_xml.read(source, prolog)
        else:
            raise NotARecordFile(
                source.file, f"this is XML, but not PubMed's: its root is <{prolog.root}>"
            )
    elif start.startswith("{"):
        yield from plain.read(source)
    elif start.startswith("["):
        raise NotARecordFile(
            source.file, "this looks like one JSON list; write one JSON object a line instead"
        )
    elif _RIS.match(start):
        raise NotARecordFile(source.file, "this is a RIS file; save it in PubMed's format instead")
    elif _MEDLINE.match(start):
        yield from medline_text.read(source)
    else:
        raise NotARecordFile(
            source.file, "this is neither PubMed XML, MEDLINE text nor JSON Lines of records"
        )


def _start_of_text(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head.decode("utf-16", "replace")
    elif head.startswith((b"<\x00", b"\x00<")):
        text = "<"
    else:
        text = head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n")

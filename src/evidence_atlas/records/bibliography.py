"""What a record's own bibliography tells: notice, preprint, and what names its title."""

from __future__ import annotations

import re
from importlib import resources

from .citation import Record
from .names import fold
from .written_tables import parsed

TABLE = parsed(resources.files(__package__).joinpath("lineage.toml").read_text(encoding="utf-8"))
_NOTICE_TYPES = frozenset(TABLE["notice_types"])
_NOTICE_CORRECTIONS = frozenset(TABLE["notice_corrections"])
_NOTICE_TITLE = re.compile(TABLE["notice_title"], re.IGNORECASE)
_PREPRINT_TYPES = frozenset(TABLE["preprint_types"])
_SERVERS = re.compile(TABLE["preprint_servers"], re.IGNORECASE)
_PREPRINT_DOIS = re.compile(TABLE["preprint_dois"], re.IGNORECASE)
_STATE_MARK = re.compile(r"^\W{0,3}(?:retracted(?: article)?|withdrawn)\W{1,4}", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def is_notice(record: Record) -> bool:
    """Whether the record is about another paper: a notice, correction, comment or reply."""
    return (
        not _NOTICE_TYPES.isdisjoint(record.publication_types)
        or any(c.kind in _NOTICE_CORRECTIONS for c in record.corrections)
        or _NOTICE_TITLE.match(record.title) is not None
    )


def is_preprint(record: Record) -> bool:
    """Whether the record is a paper posted before review, by its type, server or DOI."""
    return (
        not _PREPRINT_TYPES.isdisjoint(record.publication_types)
        or _PREPRINT_DOIS.match(record.doi or "") is not None
        or names_preprint_server(record.journal.title or record.journal.medline_ta)
    )


def names_preprint_server(text: str | None) -> bool:
    """Whether a journal's name, or the start of a citation, names a preprint server."""
    return _SERVERS.search((text or "")[:200]) is not None


def title_words(title: str) -> tuple[str, ...]:
    """The title's words without case, accents, marks, brackets or "RETRACTED:" before it."""
    return tuple(_WORD.findall(fold(_STATE_MARK.sub("", title))))

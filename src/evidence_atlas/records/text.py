"""The texts that quotes point into, and the quotes themselves."""

from __future__ import annotations

from ._base import Value
from .citation import Record


class Quote(Value):
    """Exact characters of one text: `text == texts[field][start:end]`.

    `field` is `title`, `abstract` or `fulltext:<section id>`; offsets are Unicode code
    points, end exclusive.
    """

    field: str
    start: int
    end: int
    text: str


def with_plain_hyphens(text: str) -> str:
    """The text, each character in its place, to be searched: a hyphen is one however it is set."""
    return text.replace("\u2010", "-").replace("\u2011", "-")


def texts(record: Record) -> dict[str, str]:
    """The texts of a record by field name.

    Labelled sections are joined as `LABEL: text` by one newline, with no other change.
    A field that the record lacks is left out. Sections of an open full text stand under
    `fulltext:<section id>`.
    """
    found = {}
    if record.title:
        found["title"] = record.title
    if record.abstract:
        found["abstract"] = "\n".join(
            f"{s.label}: {s.text}" if s.label else s.text for s in record.abstract
        )
    for section in record.fulltext:
        found[f"fulltext:{section.id}"] = section.text
    return found


def quote(texts: dict[str, str], field: str, start: int, end: int) -> Quote:
    """The quote of `texts[field][start:end]`. Raises ValueError for an empty or outside span."""
    if not 0 <= start < end <= len(texts[field]):
        raise ValueError(f"no characters at {field}[{start}:{end}]")
    return Quote(field=field, start=start, end=end, text=texts[field][start:end])

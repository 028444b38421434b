"""MEDLINE text (.nbib, .txt): PubMed's tagged format, one record at a time.

A line is a tag of up to four characters, `- `, and its value; a line that starts with
blanks goes on with the value before. Older exports break lines without the six blanks, and
lines that were cut by other programs are taken as going on too. Records begin with `PMID-`,
or follow a blank line.

What the format can carry of a `Record` stands in `medline_carried`.
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

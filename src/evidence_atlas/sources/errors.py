"""What can be wrong with a file as a whole.

    SourceError                 base; names the file and, where known, the place
    ├── Unreadable              missing, a directory, no permission, not a regular file
    ├── NotARecordFile          read, but it holds no records of a kind we know
    │   ├── Empty               nothing in it
    │   └── WrongEncoding       its bytes are not the text that it claims to be
    ├── Malformed               of the right kind, but broken at a place
    ├── Truncated               ends in the middle; the records before the cut were sound
    └── Hostile                 built to harm the reader: entity declarations, gzip bombs
        └── TooLarge            more bytes, or a larger record, than the limits allow

A single bad record in a good file is no error but a `Problem` in the stream of items.
"""

from __future__ import annotations


class SourceError(Exception):
    """The file cannot be read; `file` and `place` say where, `reason` what is wrong, `advice`
    what the operator can do about it."""

    advice = ""

    def __init__(self, file: str, reason: str, place: str | None = None) -> None:
        super().__init__(file, reason, place)
        self.file = file
        self.reason = reason
        self.place = place

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{self.file}{where}: {self.reason}{advice}"


class Unreadable(SourceError):
    """The file is missing, a directory, not a regular file, or not ours to read."""


class NotARecordFile(SourceError):
    """The file holds no records of a kind we know."""


class Empty(NotARecordFile):
    """The file has no content."""


class WrongEncoding(NotARecordFile):
    """The bytes are not valid in the encoding of the file."""

    advice = "save the file as UTF-8"


class Malformed(SourceError):
    """The file is of the right kind, but its syntax is broken at a place."""

    advice = "mend that place, or fetch the file again"


class Truncated(SourceError):
    """The file ends in the middle of a record or of its frame."""

    advice = "fetch or copy the file again"


class Hostile(SourceError):
    """The file would make a careless reader fetch, expand or hold more than it should."""


class TooLarge(Hostile):
    """The file, or one record in it, is larger than the limits allow."""

    advice = "no record of PubMed's is so large: look at that place, or split the file"

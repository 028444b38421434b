"""Where records come from: files, and the E-utilities. Imports records only."""

from .errors import (
    Empty,
    Hostile,
    Malformed,
    NotARecordFile,
    SourceError,
    TooLarge,
    Truncated,
    Unreadable,
    WrongEncoding,
)
from .files import holds_full_texts, read_file
from .streams import Limits

VERSION = "sources-2"

__all__ = [
    "Empty",
    "Hostile",
    "Limits",
    "Malformed",
    "NotARecordFile",
    "SourceError",
    "TooLarge",
    "Truncated",
    "Unreadable",
    "VERSION",
    "WrongEncoding",
    "holds_full_texts",
    "read_file",
]

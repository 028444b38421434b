"""What was read and stays silent: the abstract alone, or the Methods of an open full text too."""

from __future__ import annotations

from evidence_atlas.records import Record

FULL_TEXT = "fulltext:"
"""The field of a quote from an open full text begins so."""


def where_silent(record: Record) -> str:
    """The beginning of a sentence that goes on with what is not said."""
    if record.fulltext:
        return "Neither the abstract nor the Methods of the open full text say"
    return "The abstract does not say"


def would_change(record: Record) -> str:
    """What would change a badge that rests on the definition."""
    if record.fulltext:
        return "A correction of the paper that names another definition would change this badge."
    return "A definition named in the open full text could change this badge."

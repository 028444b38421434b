"""Whether other researchers reviewed the paper before it was published."""

from __future__ import annotations

from evidence_atlas.records import Grade, Record
from evidence_atlas.records.bibliography import is_preprint

from .passages import step
from .tables import table
from .version import VERSION

_TABLE = table("peer_review")
_ARTICLE = "Journal Article"


def peer_review(kind: str | None, record: Record) -> Grade:
    """Peer-reviewed, Preprint or Not peer-reviewed; None where no journal is named."""
    journal = record.journal.title or record.journal.iso_abbreviation or ""
    if is_preprint(record):
        where = f" on {journal}" if journal else ""
        text = f"It was posted{where} before other researchers had reviewed it."
        return _grade("Preprint", "preprint", text)
    beside = _TABLE["beside"]
    article = _ARTICLE in record.publication_types and kind not in (None, *beside["unless"])
    for name, words in _TABLE["not_reviewed"].items():
        if name in record.publication_types and not (article and name in beside["labels"]):
            text = f"PubMed lists it as {words}. Such pieces are usually not peer-reviewed."
            return _grade("Not peer-reviewed", "publication-type", text)
    if kind in ("Commentary", "Notice"):
        text = f"It is a {kind.lower()}. Such pieces are usually not peer-reviewed."
        return _grade("Not peer-reviewed", "study-type", text)
    if not journal:
        text = "The record names no journal, so it does not show whether it was peer-reviewed."
        return Grade(value=None, because=(step("no-journal", text),), version=VERSION)
    text = f"It is an article in a journal, {journal}. The review itself was not checked."
    return _grade("Peer-reviewed", "journal-article", text)


def _grade(value: str, rule: str, text: str) -> Grade:
    return Grade(
        value=value,
        because=(step(rule, text),),
        version=VERSION,
        would_change="Another kind of publication in PubMed would change this badge.",
    )

"""Where a count of people stands: its sentence, and the words around it."""

from __future__ import annotations

from typing import NamedTuple

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from ..document import Document
from .mentions import Mention

_CLAUSE = cue(r";|\.(?!\d)", 0)


class Count(NamedTuple):
    """A number of people and the words that say it."""

    value: int
    quote: Quote


def count_of(mention: Mention) -> Count:
    """A mention's number with its own words."""
    return Count(mention.value, mention.quote)


def text_of(document: Document, mention: Mention) -> str:
    """The sentence (or title) in which a count stands."""
    return document.title if mention.sentence is None else document.sentences[mention.sentence].text


def sentence_of(document: Document, count: Count) -> str:
    """The sentence of a count; the title's counts have none."""
    around = document.sentence_at(count.quote.start, count.quote.field)
    return around.text if around else ""


def around(
    document: Document, mention: Mention, left: int = 70, right: int = 60
) -> tuple[str, str]:
    """The words before and after a mention, within its clause."""
    text = text_of(document, mention)
    end = mention.start + len(mention.phrase) if not mention.labelled_n else mention.end
    before = text[max(0, mention.start - left) : mention.start]
    return _CLAUSE.split(before)[-1], _CLAUSE.split(text[end : end + right])[0]


def span(document: Document, members: list[Mention]) -> Quote:
    """The words from the first to the last of these counts (in the title, the first's own)."""
    if members[0].sentence is None:
        return members[0].quote
    start = min(m.quote.start for m in members)
    end = max(m.quote.end for m in members)
    return document.quote(start, end)


def beside(mention: Mention, pool: list[Mention]) -> list[Mention]:
    """The counts of one list: "25 patients and 25 controls", "(n = 12), … (n = 14)"."""
    return [
        m
        for m in pool
        if m.sentence == mention.sentence and bool(m.labelled_n) == bool(mention.labelled_n)
    ]


def within(mention: Mention, total: Count) -> bool:
    """Whether a count is one of those that a total adds up."""
    quote = mention.quote
    return (
        not mention.subset
        and quote.field == total.quote.field
        and total.quote.start <= quote.start
        and quote.end <= total.quote.end
        and (quote.start, quote.end) != (total.quote.start, total.quote.end)
    )

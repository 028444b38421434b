"""Sentences at their places, whether they stand in the title, the abstract or an open full text."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_atlas.records import Quote

from ..document import Document
from . import sentences


@dataclass(frozen=True)
class Passage:
    """A sentence: the field that it stands in, its place there, its text, its role."""

    field: str
    start: int
    text: str
    role: str

    def quote(self, start: int, end: int) -> Quote:
        """The characters from `start` to `end` of this sentence."""
        return Quote(
            field=self.field, start=self.start + start, end=self.start + end,
            text=self.text[start:end],
        )  # fmt: skip


def of_title(document: Document) -> tuple[Passage, ...]:
    """The title as a passage."""
    return (Passage("title", 0, document.title, "title"),) if document.title else ()


def of_abstract(document: Document) -> tuple[Passage, ...]:
    """The abstract's sentences, each with its role."""
    return tuple(Passage("abstract", s.start, s.text, s.role) for s in document.sentences)


def of_section(section_id: str, text: str) -> tuple[Passage, ...]:
    """The sentences of a section of the Methods."""
    return tuple(
        Passage(f"fulltext:{section_id}", span.start, text[span.start : span.end], "methods")
        for span in sentences.split(text)
    )

"""Open full texts beside records of the same papers, where there is no data base to join them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..records import Item, Record
from ..sources import SourceError, holds_full_texts

_SOURCE = "jats"


@dataclass
class FullTexts:
    """The full texts of some files by the identifiers of their papers."""

    by_identifier: dict[str, Record] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, files: Iterable[Path], read_file: Callable[[Path], Iterator[Item]]) -> FullTexts:
        """The full texts in those of the files that hold any, and which of them stand alone.

        A file that cannot be read gives what stands before the fault; whoever reads it
        again will say what is wrong.
        """
        found = cls()
        known = list(files)
        texts = [f for f in known if holds_full_texts(f)]
        if not texts:
            return found
        for file in texts:
            for record in _records(file, read_file):
                for name in _identifiers(record):
                    found.by_identifier.setdefault(name, record)
        for file in known:
            if file not in texts:
                for record in _records(file, read_file):
                    text = found._text(record)
                    if text is not None:
                        found.taken.add(text.raw_hash)
        return found

    def joined(self, record: Record) -> Record:
        """The record with the Methods of its paper, where they are there."""
        text = None if record.fulltext or record.source == _SOURCE else self._text(record)
        return record.with_full_text_of(text) if text is not None else record

    def stands_alone(self, text: Record) -> bool:
        """Whether none of the files holds another record of this full text's paper."""
        return text.raw_hash not in self.taken

    def _text(self, record: Record) -> Record | None:
        return next(
            (t for name in _identifiers(record) if (t := self.by_identifier.get(name))), None
        )


def _records(file: Path, read_file: Callable[[Path], Iterator[Item]]) -> Iterator[Record]:
    try:
        for item in read_file(file):
            if isinstance(item, Record):
                yield item
    except SourceError:
        return


def _identifiers(record: Record) -> tuple[str, ...]:
    named = (("pmid", record.pmid), ("pmc", record.pmcid), ("doi", record.doi))
    return tuple(f"{kind}:{value.casefold()}" for kind, value in named if value)

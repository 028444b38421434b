"""What a section is written from: the study, what was read in it, and how it was graded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidence_atlas.records import (
    Condition,
    Grades,
    Link,
    Quote,
    QuoteSupport,
    Reading,
    Record,
    RecordSupport,
    RuleSupport,
    StudyFacts,
    Support,
    quote,
    quoted,
    texts,
)

from .brief import Brief
from .numbers import counts, stands_in
from .rules import named


@dataclass(frozen=True)
class Piece:
    """A few words and what they stand on; sentences are made of these."""

    text: str
    support: tuple[Support, ...] = ()


@dataclass(frozen=True)
class Material:
    """Everything known when a page is written."""

    key: str
    brief: Brief
    record: Record
    reading: Reading
    grades: Grades
    links: tuple[Link, ...]
    others: Mapping[str, StudyFacts]
    condition: Condition

    @property
    def retold(self) -> bool:
        """True where the atlas holds only its own retelling of the abstract."""
        return self.record.abstract_kind == "retold"

    def quotes(self, *paths: str) -> tuple[QuoteSupport, ...]:
        """The first quote under each path that has one."""
        found = (self.reading.quote(path) for path in paths)
        return merged(*(quoted(q) for q in found if q is not None))

    def number(self, path: str, n: int | None) -> tuple[Support, ...]:
        """Where a count stands under its path: in one quote, or as the sum of several."""
        if n is None:
            return ()
        held = [quoted(q) for q in self.reading.quotes.get(path, ())]
        exact = [q for q in held if stands_in(n, q.text)]
        if exact:
            return (exact[0],)
        numbers = [counts(q.text) for q in held]
        if len(held) >= 2 and sum(c[0] for c in numbers if c) == n and all(numbers):
            return (*held, named("sum-of-groups"))
        return ()

    def has(self, path: str) -> bool:
        return self.reading.quote(path) is not None

    def words(self, phrase: str) -> tuple[QuoteSupport, ...]:
        """The place in title or abstract where these very words stand, whatever their case."""
        found = find(self.record, phrase)
        return (quoted(found),) if found else ()

    def named(self, path: str, word: str) -> tuple[Support, ...]:
        """Support for a thing under the atlas's name for it, where the text uses another word."""
        own = self.fact(path, word)
        if own and not any(word.casefold() in q.text.casefold() for q in own):
            return (*own, named("atlas-name", said=own[0].text, name=word))
        return own

    def fact(self, path: str, phrase: str | None = None) -> tuple[QuoteSupport, ...]:
        """Support for a fact: its own quote, and its very words where the quote lacks them."""
        own = self.quotes(path)
        if phrase and not any(phrase.casefold() in q.text.casefold() for q in own):
            return merged(*own, *self.words(phrase))
        return own

    def record_field(self, field: str, value: str) -> RecordSupport:
        return RecordSupport(field=field, value=value)


def find(record: Record, phrase: str) -> Quote | None:
    """Exact words in the abstract, else in the title; None where they do not occur."""
    phrase = phrase.strip()
    if not phrase:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
    held = texts(record)
    for field in ("abstract", "title"):
        match = pattern.search(held.get(field, ""))
        if match:
            return quote(held, field, match.start(), match.end())
    return None


def merged(*support: QuoteSupport) -> tuple[QuoteSupport, ...]:
    """The same supports in order, each once."""
    return tuple(dict.fromkeys(support))


def rule(name: str, text: str) -> RuleSupport:
    """A named rule as support; `text` says it in words that a reader can follow."""
    return RuleSupport(rule=name, text=text)

"""Words that mean the same, looked up by the words that a reader typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...records.synonyms import Synonyms
from .fields import stems
from .language import EVERYDAY, FORMS

Words = tuple[str, ...]
MOST = 16
"""Further wordings of one thing; each costs time with every search."""


class Table:
    """For each wording, by its stems, the other wordings of the same thing."""

    def __init__(
        self,
        synonyms: Synonyms,
        headings: Mapping[str, Sequence[str]] = {},
        terms: Iterable[Words] = (),
    ) -> None:
        """`headings` are MeSH descriptors with their entry terms; `terms` the wordings of several
        words that the index holds as one (see `wordings`)."""
        self.terms = frozenset(terms)
        self._by_stems: dict[Words, dict[Words, None]] = {}
        self._cased: dict[str, dict[Words, None]] = {}
        self._written: dict[Words, str] = {}
        for line in FORMS:
            self._add(line, line)
        for say, means in EVERYDAY:
            self._add(say, means)
        for heading, entry_terms in headings.items():
            self._add((heading, *entry_terms), (heading, *entry_terms))
        for everyday in synonyms.everyday:
            self._add(everyday.say, everyday.means)
        for same in synonyms.same:
            self._add(same.words, (*same.words, *same.cased))
            for word in same.cased:
                self._cased.setdefault(word, {}).update(dict.fromkeys(_keys(same.words)))
        self.longest = max(map(len, self._by_stems), default=1)

    def _add(self, typed: Iterable[str], means: Iterable[str]) -> None:
        typed, means = tuple(typed), tuple(means)
        for name in (*means, *typed):
            self._written.setdefault(stems(name), name)
        found = dict.fromkeys(_keys(means))
        for key in _keys(typed):
            others = self._by_stems.setdefault(key, {})
            others.update((k, None) for k in found if k != key)

    def wordings(self) -> set[Words]:
        """Every wording that can be looked for."""
        others = (*self._by_stems.values(), *self._cased.values())
        return {words for found in others for words in found} | self._by_stems.keys()

    def others(self, key: Words, typed: str = "") -> tuple[Words, ...] | None:
        """Other wordings than these stems; None where they are no wording of anything known.

        `typed` is what stood there, for abbreviations that count in capitals only.
        """
        found = {**self._cased.get(typed, {}), **self._by_stems.get(key, {})}
        if key not in self._by_stems and typed not in self._cased:
            return None
        found.pop(key, None)
        return tuple(found)[:MOST]

    def names(self, wordings: Sequence[Words]) -> tuple[str, ...]:
        """The wordings after the first, as the lists write them."""
        first = self._written.get(wordings[0], "").casefold() if wordings else ""
        found: dict[str, str] = {}
        for words in wordings[1:]:
            name = self._written.get(words)
            if name and name.casefold() != first:
                found.setdefault(name.casefold(), name)
        return tuple(found.values())


def _keys(wordings: Iterable[str]) -> list[Words]:
    return [key for key in map(stems, wordings) if key]

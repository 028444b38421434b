"""Words that the index knows and the reader meant: endings not yet typed, and misspellings."""

from __future__ import annotations

from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA
from tantivy import Searcher

from . import fields

_SHORTEST_BEGUN = 3
_SWAP_ONLY = 3
"""Of a word of three letters ("fgo") a slip can only be two letters that changed places: with a
letter exchanged it would be another word or abbreviation."""


class Vocabulary:
    """The words of an index, unstemmed, with the number of studies that hold each."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._by_letter: dict[str, tuple[list[str], list[int]]] = {}

    def count(self, word: str) -> int:
        """In how many studies the word stands."""
        return self._searcher.doc_freq(fields.PLAIN, word)

    def stem_count(self, stem: str) -> int:
        """In how many studies any form of the word stands."""
        return self._searcher.doc_freq(fields.ALL, stem)

    def begun(self, word: str, most: int = 12) -> list[str]:
        """Words that begin so, the commonest first; none for one or two letters."""
        if len(word) < _SHORTEST_BEGUN:
            return []
        found = self._searcher.terms_with_prefix(fields.PLAIN, word)
        return [w for w, _ in sorted(found, key=lambda f: (-f[1], f[0]))[:most]]

    def nearest(self, word: str, least: int = 1) -> str | None:
        """The known word that differs least, and of equals the commonest; None if none is near.

        The distance counts letters added, left out, changed, or exchanged with the neighbour
        (optimal string alignment). A slip is seldom in the first letter, so words with the same
        one are asked first. `least`: in how many studies the word must stand.
        """
        allowed = _allowed(word)
        if not allowed:
            return None
        return self._near(word, *self._beginning(word[0]), allowed, least) or self._near(
            word, *self._everything, allowed, least
        )

    def _near(
        self, word: str, words: list[str], counts: list[int], allowed: int, least: int
    ) -> str | None:
        found = process.extract(
            word, words, scorer=OSA.distance, score_cutoff=allowed, limit=None, processor=None
        )
        good = [
            (d, -counts[at], w)
            for w, d, at in found
            if d and counts[at] >= least and (len(word) > _SWAP_ONLY or sorted(w) == sorted(word))
        ]
        return min(good)[2] if good else None

    def _beginning(self, letter: str) -> tuple[list[str], list[int]]:
        if letter not in self._by_letter:
            found = self._searcher.terms_with_prefix(fields.PLAIN, letter)
            self._by_letter[letter] = ([w for w, _ in found], [n for _, n in found])
        return self._by_letter[letter]

    @cached_property
    def _everything(self) -> tuple[list[str], list[int]]:
        found = self._searcher.terms_with_prefix(fields.PLAIN, "")
        return [w for w, _ in found], [n for _, n in found]


def _allowed(word: str) -> int:
    """How many slips a word of this length may hold; numbers and the shortest words none."""
    if len(word) < _SWAP_ONLY or any(c.isdigit() for c in word):
        return 0
    return 1 if len(word) < 7 else 2

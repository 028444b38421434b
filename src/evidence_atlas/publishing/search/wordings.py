"""Synonyms of several words, found in a text when it is indexed: each is then one term.

To look for `cognitive impairment` as a phrase, the engine compares the places of both words in
every study that has both. As a term it is one list to read. What is no such term (a new synonym,
other words in quotes) is looked for as a phrase; both find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .fields import stem_by_stem
from .synonyms import Words


def as_term(words: Words) -> str:
    """A wording as the index holds it."""
    return " ".join(words)


class Wordings:
    """Wordings of at least two words, to be found in texts."""

    def __init__(self, wordings: Iterable[Words]) -> None:
        self.all = frozenset(w for w in wordings if len(w) > 1)
        self._begun: dict[str, list[Words]] = {}
        for words in self.all:
            self._begun.setdefault(words[0], []).append(words)

    def within(self, texts: Iterable[str]) -> Iterator[str]:
        """Each time that a wording stands in one of the texts, as a term."""
        if not self.all:
            return
        for text in texts:
            found = stem_by_stem(text)
            begun = [at for at, word in enumerate(found) if word in self._begun]
            for at in begun:
                for words in self._begun[found[at]]:
                    if found[at : at + len(words)] == words:
                        yield as_term(words)

"""How words begin, by which those of one thing are known: "bleeding" and "bleeds"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

LETTERS = 6
"""So many letters of a word tell which thing it names; its ending does not matter."""


def stems(words: Iterable[str], common: Callable[[str], object] | None = None) -> frozenset[str]:
    """The beginnings of words in small letters, without those that are `common`."""
    folded = (word.casefold() for word in words)
    return frozenset(w[:LETTERS] for w in folded if common is None or not common(w))

"""Which of many things with a pattern each stand in a text, without searching every pattern.

One pass with an Aho-Corasick automaton over the strings that the patterns cannot do without
(`needles`) leaves the few that may stand; only these are searched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

import ahocorasick_rs

from .needles import fold, needles, parsed


class Patterned(Protocol):
    """A thing of a table whose spellings are a regular expression."""

    @property
    def pattern(self) -> str: ...


T = TypeVar("T", bound=Patterned)
_KEPT = 512
"""So many texts are remembered with what stands in them: a page asks of each many times."""


class Finder(Generic[T]):
    """The things of one table, to be found in texts; case is not regarded."""

    def __init__(self, things: Sequence[T]) -> None:
        self._things = [(t, re.compile(t.pattern, re.IGNORECASE)) for t in things]
        sought = [needles(parsed(t.pattern)) for t in things]
        self._always = frozenset(i for i, strings in enumerate(sought) if not strings)
        pairs = [(string, i) for i, strings in enumerate(sought) for string in strings]
        self._whose = [i for _, i in pairs]
        self._automaton = ahocorasick_rs.AhoCorasick([string for string, _ in pairs])
        self._known: dict[str, tuple[T, ...]] = {}

    def found(self, text: str) -> list[T]:
        """Those whose pattern matches somewhere in the text, in the order of the table."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[text] = self._found(text)
        return list(known)

    def _found(self, text: str) -> tuple[T, ...]:
        matches = self._automaton.find_matches_as_indexes(fold(text), overlapping=True)
        may = self._always.union(self._whose[found[0]] for found in matches)
        return tuple(self._things[i][0] for i in sorted(may) if self._things[i][1].search(text))


_FINDERS: dict[int, tuple[object, Finder]] = {}  # type: ignore[type-arg]


def finder(things: tuple[T, ...]) -> Finder[T]:
    """The finder of a table that is kept as one tuple, made at the first call for it."""
    known = _FINDERS.get(id(things))
    if known is None:
        # The tuple is kept beside its finder, so that no other can come to have its identity.
        known = _FINDERS[id(things)] = (things, Finder(things))
    return known[1]

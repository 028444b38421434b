"""One pass over a text finds all needles of all cues at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import ahocorasick_rs

from .needles import SIGNS, fold_in_place

_FREQUENT = (
    "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve "
    "co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no "
    "ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts "
    "mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo "
    "sa ay ex ke ui fr oo ag ap gi go bo iz ua up if by my do"
)
_EVERYWHERE = frozenset(_FREQUENT.split(" "))
"""Single letters and pairs that stand in nearly every text, and so tell nothing."""
_KEPT = 512
_LATEST_ARE_FEW = 8
"""The latest needles join the others when there are more than one of them to so many others."""


class Scan(NamedTuple):
    """Which needles stand in a text, and the text folded, to find their places if asked."""

    needles: frozenset[str]
    folded: str


class _Needles:
    """Every needle of every cue, and the scans of the texts seen last.

    To make an automaton of all takes a tenth of a second, and the cues of an illness, or of a
    table that is read when first asked for, come a few at a time: their needles have a second,
    small automaton, until they are many.
    """

    def __init__(self) -> None:
        self.scans: dict[str, Scan] = {}
        self._most: set[str] = set()
        self._latest: set[str] = set()
        self._automata: list[ahocorasick_rs.AhoCorasick] = []

    def add(self, needles: frozenset[str]) -> None:
        new = needles - self._most - self._latest
        if new:
            self._latest |= new
            self.scans.clear()
            del self._automata[1:]

    def scan(self, text: str) -> Scan:
        """The text's scan, made anew; `scans` holds those made before."""
        if len(self._automata) < 2:
            self._make()
        if len(self.scans) >= _KEPT:
            self.scans.clear()
        folded = fold_in_place(text)
        standing: set[str] = set()
        for automaton in self._automata:
            standing.update(automaton.find_matches_as_strings(folded, overlapping=True))
        found = self.scans[text] = Scan(frozenset(standing), folded)
        return found

    def _make(self) -> None:
        if len(self._latest) * _LATEST_ARE_FEW > len(self._most):
            self._most |= self._latest
            self._latest = set()
            self._automata = [_automaton(self._most)]
        self._automata.append(_automaton(self._latest))


def _automaton(needles: set[str]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(
        needles,
        store_patterns=True,
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
    )


ALL = _Needles()
SCANS = ALL.scans


def tells(string: str) -> bool:
    """Whether it is worth knowing that a text has this string: not every text has it."""
    return (len(string) > 1 or string in SIGNS) and string.strip() not in _EVERYWHERE


def sure(strings: Collection[str]) -> frozenset[str]:
    """The strings as needles that every scan looks for; none where one of them tells nothing."""
    if not all(map(tells, strings)):
        return frozenset()
    needles = frozenset(strings)
    ALL.add(needles)
    return needles

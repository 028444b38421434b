"""Regular expressions that are searched only where they can stand.

Hundreds of patterns are looked for in every abstract, and few stand in any one. Each `Cue`
knows plain strings that it cannot do without (`needles`). One pass over a text with an
Aho-Corasick automaton finds all needles of all cues at once (Aho & Corasick 1975, CACM
18:333); a cue none of whose needles stand is not searched, and one that begins with its
needle is tried only at the needle's places. The answers are those of `re`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import ahocorasick_rs

from .needles import branches, fold_in_place, heads, needles

_SHORTEST_TEXT = 48
"""Shorter texts are searched straight away: to scan them would cost more."""
_SHORTEST_NEEDLE = 2
_FREQUENT = (
    "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve "
    "co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no "
    "ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts "
    "mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo "
    "sa ay ex ke ui fr oo ag ap gi go bo iz ua up if by my do a n e t s d"
)
_EVERYWHERE = frozenset(_FREQUENT.split(" "))
"""Single letters and pairs that stand in nearly every text, and so tell nothing."""
_KEPT = 512


class _Branch(NamedTuple):
    """One alternative: its expression, the needles that it needs, and those it begins with.

    Either is empty where none are sure.
    """

    regex: re.Pattern[str]
    needs: frozenset[int]
    heads: frozenset[int]


class _Scan(NamedTuple):
    """Which needles stand in a text, and where each begins."""

    ids: frozenset[int]
    places: dict[int, list[int]]


class _Needles:
    """Every needle of every cue, and the scans of the texts seen last."""

    def __init__(self) -> None:
        self.scans: dict[str, _Scan] = {}
        self._ids: dict[str, int] = {}
        self._automaton: ahocorasick_rs.AhoCorasick | None = None

    def ids(self, strings: Iterable[str]) -> frozenset[int]:
        found = set()
        for string in strings:
            if string not in self._ids:
                self._ids[string] = len(self._ids)
                self._automaton = None
                self.scans.clear()
            found.add(self._ids[string])
        return frozenset(found)

    def scan(self, text: str) -> _Scan:
        """The text's scan, made anew; `scans` holds those made before."""
        if self._automaton is None:
            self._automaton = ahocorasick_rs.AhoCorasick(list(self._ids))
        if len(self.scans) >= _KEPT:
            self.scans.clear()
        places: dict[int, list[int]] = {}
        hits = self._automaton.find_matches_as_indexes(fold_in_place(text), overlapping=True)
        for needle, start, _ in hits:
            if needle in places:
                places[needle].append(start)
            else:
                places[needle] = [start]
        found = self.scans[text] = _Scan(frozenset(places), places)
        return found


_ALL = _Needles()
_SCANS = _ALL.scans


class Cue:
    """A compiled pattern with the methods of `re.Pattern` that readers use."""

    __slots__ = ("_always", "_branches", "_by_needle", "_ids", "pattern", "regex")

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self.regex = re.compile(pattern, flags)
        self._ids = _ids(needles(pattern, flags, fold_in_place))
        self._branches: tuple[_Branch, ...] = ()
        self._by_needle: dict[int, list[int]] = {}
        self._always: list[int] = []
        parts = branches(pattern)
        # A match made by one alternative alone knows no other's groups.
        named = self.regex.groupindex
        apart = not named or len(parts) == 1 or all(p.startswith("(?P<") for p in parts)
        if apart and not self.regex.flags & re.VERBOSE:
            self._branches = tuple(_branch(p, flags) for p in parts)
        for i, branch in enumerate(self._branches):
            for needle in branch.needs:
                self._by_needle.setdefault(needle, []).append(i)
            if not branch.needs:
                self._always.append(i)
        if not self._by_needle:
            self._branches = ()
        elif not self._always:
            self._ids = frozenset(self._by_needle)

    def may_stand(self, text: str) -> bool:
        """False where the pattern matches nowhere in the text; True says nothing."""
        if not self._ids or len(text) < _SHORTEST_TEXT:
            return True
        scan = _SCANS.get(text) or _ALL.scan(text)
        return not self._ids.isdisjoint(scan.ids)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The leftmost match, as `re.Pattern.search` gives it."""
        if not (self._ids or self._branches) or len(text) < _SHORTEST_TEXT:
            return self.regex.search(text, pos, endpos)
        scan = _SCANS.get(text) or _ALL.scan(text)
        if self._ids and self._ids.isdisjoint(scan.ids):
            return None
        if endpos < len(text) or not self._branches:
            return self.regex.search(text, pos, endpos)
        return _leftmost(self._present(scan), scan, text, pos)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """A match that begins at `pos`."""
        return self.regex.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """A match of the whole text from `pos` on."""
        return self.regex.fullmatch(text, pos)

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Every match, from left to right."""
        if not (self._ids or self._branches) or len(text) < _SHORTEST_TEXT:
            return self.regex.finditer(text, pos, endpos)
        scan = _SCANS.get(text) or _ALL.scan(text)
        if self._ids and self._ids.isdisjoint(scan.ids):
            return iter(())
        if endpos < len(text) or not self._branches:
            return self.regex.finditer(text, pos, endpos)
        return _every(self._present(scan), scan, text, pos)

    def _present(self, scan: _Scan) -> list[_Branch]:
        """The alternatives that can stand in a text, in their order."""
        found = set(self._always)
        for needle in self._by_needle.keys() & scan.ids:
            found.update(self._by_needle[needle])
        return [self._branches[i] for i in sorted(found)]

    def findall(self, text: str) -> list[str]:
        """Every match's text (or its only group's)."""
        return self.regex.findall(text) if self.may_stand(text) else []

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        if not self.may_stand(text):
            return text
        if isinstance(by, str):
            return self.regex.sub(by, text)
        pieces, at = [], 0
        for match in self.finditer(text):
            pieces += [text[at : match.start()], by(match)]
            at = match.end()
        return "".join([*pieces, text[at:]])

    def split(self, text: str) -> list[str]:
        """The text cut at every match."""
        return self.regex.split(text) if self.may_stand(text) else [text]


def _branch(pattern: str, flags: int) -> _Branch:
    return _Branch(
        re.compile(pattern, flags),
        _ids(needles(pattern, flags, fold_in_place)),
        _ids(heads(pattern, flags)),
    )


def _ids(strings: tuple[str, ...]) -> frozenset[int]:
    if any(len(s) < _SHORTEST_NEEDLE or s.strip() in _EVERYWHERE for s in strings):
        return frozenset()
    return _ALL.ids(strings)


def _leftmost(present: list[_Branch], scan: _Scan, text: str, pos: int) -> re.Match[str] | None:
    """The first match from `pos` on; of two at one place, that of the earlier alternative."""
    best: re.Match[str] | None = None
    for branch in present:
        if branch.heads:
            found = _at_head(branch, scan, text, pos)
        else:
            found = branch.regex.search(text, pos)
        if found is not None and (best is None or found.start() < best.start()):
            best = found
    return best


def _every(present: list[_Branch], scan: _Scan, text: str, pos: int) -> Iterator[re.Match[str]]:
    while (found := _leftmost(present, scan, text, pos)) is not None:
        yield found
        pos = max(found.end(), found.start() + 1)


def _at_head(branch: _Branch, scan: _Scan, text: str, pos: int) -> re.Match[str] | None:
    """The first match of a branch that begins with one of its needles."""
    best: re.Match[str] | None = None
    for needle in branch.heads & scan.ids:
        for place in scan.places[needle]:
            if place < pos:
                continue
            if best is not None and place >= best.start():
                break
            found = branch.regex.match(text, place)
            if found is not None:
                best = found
                break
    return best


def cue(pattern: str, flags: int = re.IGNORECASE) -> Cue:
    """The pattern, ready to be searched; without regard to case unless told otherwise."""
    return Cue(pattern, flags)

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
from typing import Any, Generic, TypeVar

from .alternatives import branches
from .needles import at_beginning, endings, fold_in_place, heads, needles, parsed
from .scans import ALL, SCANS, Scan, sure, tells

_SHORTEST_TEXT = 12
"""Shorter texts are searched straight away: to ask what stands in them would cost more."""
_SHORT_PART = 48
"""To scan a part of a text that is no longer costs more than to search it for one cue."""
_MOST_LOOKED_UP = 12
"""More heads than this are looked up only where the scan tells which of them stand."""
_NAMED_OR_FLAGGED = re.compile(r"\(\?P<|\A\(\?[a-zA-Z]+\)")
"""Named groups, or flags set in the pattern itself."""


class _Branch:
    """One alternative: its place among them, its expression, and where it can begin.

    With one of `heads`, which are needles, or of `common`, which stand in many texts, it begins
    (none: it may begin anywhere), and `only_first` says that it can stand at the beginning of a
    text only. The expression is compiled when it is first tried: most never are.
    """

    __slots__ = ("_flags", "_pattern", "common", "heads", "only_first", "order", "regex")

    regex: re.Pattern[str]

    def __init__(
        self, order: int, pattern: str, flags: int, begins: tuple[str, ...], only_first: bool
    ) -> None:
        self.order, self.only_first = order, only_first
        common = tuple(s for s in begins if not tells(s))
        if len(common) > _MOST_LOOKED_UP or not all(map(_worth_looking_up, common)):
            begins = common = ()
        self.heads, self.common = sure(frozenset(begins) - set(common)), common
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Only what is not there yet is asked here."""
        if name != "regex":
            raise AttributeError(name)
        self.regex = re.compile(self._pattern, self._flags)
        return self.regex

    def first(self, scan: Scan, text: str, pos: int, endpos: int) -> re.Match[str] | None:
        """The first match from `pos` on."""
        if self.only_first:
            return self.regex.match(text, 0, endpos) if pos == 0 else None
        if not self.heads and not self.common:
            return self.regex.search(text, pos, endpos)
        best: re.Match[str] | None = None
        last = len(text)
        for needle in (*self.common, *(self.heads & scan.needles)):
            found = self.at(needle, scan, text, pos, endpos, last)
            if found is not None:
                best, last = found, found.start() - 1
        return best

    def at(
        self, needle: str, scan: Scan, text: str, pos: int, endpos: int, last: int
    ) -> re.Match[str] | None:
        """The first match that begins with this needle, between `pos` and `last`."""
        place = scan.folded.find(needle, pos)
        while 0 <= place <= last:
            found = self.regex.match(text, place, endpos)
            if found is not None:
                return found
            place = scan.folded.find(needle, place + 1)
        return None


class Cue:
    """A compiled pattern with the methods of `re.Pattern` that readers use."""

    __slots__ = (
        "_always", "_beginning", "_endings", "_flags", "_holding", "_needles", "fullmatch",
        "match", "needed", "pattern", "regex",
    )  # fmt: skip

    regex: re.Pattern[str]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self._flags = flags
        # The alternatives that begin with a needle, that hold one, and that need none.
        self._beginning: dict[str, list[_Branch]] = {}
        self._holding: dict[str, list[_Branch]] = {}
        self._always: list[_Branch] = []
        # Where a match reaches to the end of a text, what the text must end with.
        self._endings: tuple[str, ...] = ()
        for order, (part, items) in enumerate(self._parts()):
            self._endings = endings(items) if order == 0 else ()
            needed, begins = sure(needles(items, fold_in_place)), heads(items)
            branch = _Branch(order, part, flags, begins, at_beginning(items))
            for needle in needed:
                by_needle = self._beginning if needed == {*begins} else self._holding
                by_needle.setdefault(needle, []).append(branch)
            if not needed:
                self._always.append(branch)
        self._needles = frozenset((*self._beginning, *self._holding))
        # A text with none of these is not searched at all.
        self.needed = self._needles if not self._always else frozenset()

    def __getattr__(self, name: str) -> Any:
        """The whole expression is compiled when it is first asked for: most never are."""
        if name not in ("regex", "match", "fullmatch"):
            raise AttributeError(name)
        self.regex = re.compile(self.pattern, self._flags)
        # Where a match must begin is given: no needle is of use, and these are asked most.
        self.match = self.regex.match
        self.fullmatch = self.regex.fullmatch
        return getattr(self, name)

    def _parts(self) -> Iterator[tuple[str, Any]]:
        """The alternatives as written and as parsed, where a match of one by itself is a match
        of the whole; else the whole."""
        parts = branches(self.pattern)
        # To read the whole as well costs as much again, and most have neither of these.
        if len(parts) > 1 and (self._flags & re.VERBOSE or _NAMED_OR_FLAGGED.search(self.pattern)):
            whole = parsed(self.pattern, self._flags)
            # A match made by one alternative alone knows no other's groups.
            named = whole.state.groupdict
            apart = not named or all(p.startswith("(?P<") for p in parts)
            if not apart or whole.state.flags & re.VERBOSE:
                parts = [self.pattern]
        for part in parts:
            yield part, parsed(part, self._flags)

    def may_stand(self, text: str) -> bool:
        """False where the pattern matches nowhere in the text; True says nothing."""
        if not self.needed or len(text) < _SHORTEST_TEXT:
            return True
        scan = SCANS.get(text) or ALL.scan(text)
        return not self.needed.isdisjoint(scan.needles)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The leftmost match, as `re.Pattern.search` gives it."""
        if not self._needles or len(text) < _SHORTEST_TEXT:
            if self._endings and endpos >= len(text) and not self._ends(text):
                return None
            return self.regex.search(text, pos, endpos)
        scan = SCANS.get(text) or ALL.scan(text)
        if self.needed and self.needed.isdisjoint(scan.needles):
            return None
        return self._leftmost(scan, text, pos, endpos)

    def within(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """What `search(text[start:end])` finds, for a part of a text that is scanned anyhow.

        What stands nowhere in the text is not searched, and few characters are not scanned.
        """
        if not self.may_stand(text):
            return None
        part = text[max(0, start) : end]
        return self.search(part) if len(part) > _SHORT_PART else self.regex.search(part)

    def _ends(self, text: str) -> bool:
        """Whether the text ends with what a match ends with."""
        return fold_in_place(text.rstrip()).endswith(self._endings)

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Every match, from left to right."""
        if not self._needles or len(text) < _SHORTEST_TEXT:
            return self.regex.finditer(text, pos, endpos)
        scan = SCANS.get(text) or ALL.scan(text)
        if self.needed and self.needed.isdisjoint(scan.needles):
            return iter(())
        return self._every(scan, text, pos, endpos)

    def _every(self, scan: Scan, text: str, pos: int, endpos: int) -> Iterator[re.Match[str]]:
        while (found := self._leftmost(scan, text, pos, endpos)) is not None:
            yield found
            pos = max(found.end(), found.start() + 1)

    def _leftmost(self, scan: Scan, text: str, pos: int, endpos: int) -> re.Match[str] | None:
        """The first match from `pos` on; of two at one place, that of the earlier alternative."""
        best: re.Match[str] | None = None
        start, order = len(text), 0
        loose = self._always
        for needle in self._needles & scan.needles:
            for branch in self._beginning.get(needle, ()):
                found = branch.at(needle, scan, text, pos, endpos, start)
                if found is not None and (found.start() < start or branch.order < order):
                    best, start, order = found, found.start(), branch.order
            if needle in self._holding:
                loose = loose + self._holding[needle]
        for branch in loose if len(loose) < 2 else dict.fromkeys(loose):
            found = branch.first(scan, text, pos, endpos)
            if found is not None and (
                best is None
                or found.start() < start
                or (found.start() == start and branch.order < order)
            ):
                best, start, order = found, found.start(), branch.order
        return best

    def findall(self, text: str) -> list[str]:
        """Every match's text (or its only group's)."""
        return self.regex.findall(text) if self.may_stand(text) else []

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        if not self.may_stand(text):
            return text
        pieces, at = [], 0
        for match in self.finditer(text):
            said = by(match) if callable(by) else match.expand(by) if "\\" in by else by
            pieces += [text[at : match.start()], said]
            at = match.end()
        return "".join([*pieces, text[at:]])

    def split(self, text: str) -> list[str]:
        """The text cut at every match."""
        return self.regex.split(text) if self.may_stand(text) else [text]


Row = TypeVar("Row")


class Cues(Generic[Row]):
    """Many cues, each with what it is for, asked all at once which can stand in a text."""

    def __init__(self, rows: Iterable[tuple[Cue, Row]]) -> None:
        self._rows = list(rows)
        self._by_needle: dict[str, list[int]] = {}
        self._always: list[int] = []
        for i, (cue, _) in enumerate(self._rows):
            for needle in cue.needed:
                self._by_needle.setdefault(needle, []).append(i)
            if not cue.needed:
                self._always.append(i)

    def standing(self, text: str) -> list[tuple[Cue, Row]]:
        """The rows in their order, but those whose cue surely matches nowhere in the text."""
        if len(text) < _SHORTEST_TEXT:
            return self._rows
        scan = SCANS.get(text) or ALL.scan(text)
        found = set(self._always)
        for needle in self._by_needle.keys() & scan.needles:
            found.update(self._by_needle[needle])
        return [self._rows[i] for i in sorted(found)]


def _worth_looking_up(string: str) -> bool:
    """Whether a string stands at so few places of a text that to try them all is quicker."""
    return len(string) > 2 or (not string.isalnum() and not string.isspace())


def cue(pattern: str, flags: int = re.IGNORECASE) -> Cue:
    """The pattern, ready to be searched; without regard to case unless told otherwise."""
    return Cue(pattern, flags)

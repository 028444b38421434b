"""What finds the record's main condition, and all conditions of the title, in this text."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from evidence_atlas.records.cues import Cue

from ..document import Document, once
from ..patterns import Named
from . import short_forms

Pattern = Cue | re.Pattern[str]


class Names(NamedTuple):
    """What finds the main condition, every condition of the title, and what follows another.

    `later` finds a condition of the text that follows another of it ("still ill after asthma"),
    `earlier` the one that it follows;
    `followed` where any of them is one of these two.
    """

    main: tuple[Pattern, ...]
    titled: tuple[Pattern, ...]
    later: tuple[Pattern, ...] = ()
    earlier: tuple[Pattern, ...] = ()
    followed: bool = False

    def tell(self, words: str) -> bool:
        """Whether words name a condition of the title or the main one."""
        return any(n.search(words) for n in self.titled)

    def first(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place in the text that names the main condition."""
        found = (n.search(text, start, end) for n in self.main)
        return min((m for m in found if m is not None), key=lambda m: m.start(), default=None)

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in the text that names the main condition."""
        return itertools.chain.from_iterable(n.finditer(text) for n in self.main)


@once
def of(document: Document, main: Named | None) -> Names:
    """The names of the main condition and of the title's, with their short forms in this text."""
    names = [n for n in document.illness.names if document.may_hold(n.pattern)]
    titled = [n for n in names if n.pattern.search(document.title)]
    mains = [] if main is None else [main]
    chosen = [*titled, *mains]
    if not chosen:
        chosen = [n for n in names if n.pattern.search(document.abstract)]
    before = {n.name for n in chosen}
    chosen += [n for n in names if n.follows in before and n.pattern.search(document.abstract)]
    follows = {n.follows for n in chosen if n.follows}
    later = [n for n in chosen if n.follows]
    earlier = [n for n in names if n.name in follows]
    short = short_forms.find(document)

    def patterns(wanted: list[Named]) -> tuple[Pattern, ...]:
        own = document.illness.any_own
        found = dict.fromkeys(own if n.own else n.pattern for n in wanted)
        forms = [f for f, long in short.items() if any(n.pattern.search(long) for n in wanted)]
        return (*found, *(re.compile(rf"\b{re.escape(form)}\b") for form in forms))

    followed = bool(later) or any(n.follows in before for n in document.illness.names)
    return Names(patterns(mains), patterns(chosen), patterns(later), patterns(earlier), followed)

"""Small words between words that are the same in a sentence and in its source.

Four letters turn a sentence: "benefits through control" for "benefits beyond control", "may
influence" for "may be influenced by", "a risk of COVID" for "a risk of long COVID".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from evidence_atlas.records import Flag

from .case import Case, may_tell_a_finding, table
from .codes import flag
from .in_order import reorders
from .tokens import Token, is_short
from .word_for_word import Beside, beside

_TABLE = table("between_the_same.toml")
_KEPT = re.compile(_TABLE["kept"])
_EXCHANGED = re.compile(f"{_TABLE['kept']}|{_TABLE['exchanged']}")
_TOLD_AS = frozenset(tuple(line.split(" / ")) for line in _TABLE["told_as"])
_BROUGHT = re.compile(_TABLE["brought"])
_ANOTHER_LIST = re.compile(_TABLE["another_list"])
_FEW = 2
"""Where more words go, or others come, another clause may have gone with them."""


def between_the_same(case: Case) -> Iterator[Flag]:
    """No small word left out, put in or exchanged between words that are the same."""
    for statement in case.statements:
        if not may_tell_a_finding(statement) or reorders(statement):
            continue
        laid = beside(case.as_laid(statement), case.quoted_from(statement))
        fault = laid and small_word_changed(laid)
        if fault:
            yield flag("word-not-in-support", statement, f"{fault} in: {statement.text}")


def small_word_changed(laid: Beside) -> str | None:
    """What small word is not as in the source, with what stands in its place there or here."""
    ours, theirs = (Counter(t.key for t in side) for side in (laid.ours, laid.theirs))
    for words in _left_out(laid):
        if another := _ANOTHER_LIST.search(" ".join(w.text for w in words)):
            return f"“{another.group()}” left out"
        if gone := next((w.text for w in _kept(words) if ours[w.key] < theirs[w.key]), None):
            return f"“{gone}” left out"
    for words in _put_in(laid):
        new = (w.text for w in _kept(words) if theirs[w.key] < ours[w.key])
        if brought := next((w for w in new if not _BROUGHT.fullmatch(w)), None):
            return f"“{brought}” put in"
    for words, others in laid.changed:
        if max(len(words), len(others)) <= _FEW and (fault := _exchanged(words, others)):
            return fault
    return None


def _kept(words: Sequence[Token]) -> Iterator[Token]:
    """The small words of a few; none where a figure or a short form stands beside them, since
    these are left out with the brackets around them."""
    if len(words) <= _FEW and not any(w.number is not None or is_short(w) for w in words):
        yield from (w for w in words if _KEPT.fullmatch(w.text))


def _left_out(laid: Beside) -> Iterator[Sequence[Token]]:
    """What theirs has between two words that stand together in ours."""
    ours_at = {theirs: ours for ours, theirs in laid.pairs.items()}
    for start, end in laid.left_out:
        before, behind = ours_at.get(start - 1), ours_at.get(end)
        if before is not None and behind == before + 1:
            yield laid.theirs[start:end]


def _put_in(laid: Beside) -> Iterator[Sequence[Token]]:
    """What ours has between two words that stand together in theirs."""
    for one, other in pairwise(sorted(laid.pairs)):
        if other > one + 1 and laid.pairs[other] == laid.pairs[one] + 1:
            yield laid.ours[one + 1 : other]


def _exchanged(ours: Sequence[Token], theirs: Sequence[Token]) -> str | None:
    if any(w.number is not None or is_short(w) for w in (*ours, *theirs)):
        return None
    said, had = (" ".join(w.text.casefold() for w in words) for words in (ours, theirs))
    kept = {w.key for w in ours} & {w.key for w in theirs}
    small = any(_EXCHANGED.fullmatch(w.text) and w.key not in kept for w in theirs)
    return f"“{said}” for “{had}”" if small and (had, said) not in _TOLD_AS else None

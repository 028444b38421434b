"""Which plain strings a pattern cannot do without, so that most searches need not be made.

Of hundreds of patterns few stand in any one abstract. `\\bcross-?over trial` can stand only in
a text that has `crossover trial` or `cross-over trial`, and to look for these two is many
times faster than to search the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]  # CPython's own reader of patterns:
from re import _parser  # type: ignore[attr-defined]  # there is no public one
from typing import Any

_MOST = 600
"""More strings than this are not sought one by one."""
_MOST_JOINED = 24
"""More spellings of one phrase than this are not listed: a part of it is sought instead."""
_MOST_HEADS = 600
"""More strings than this that a pattern can begin with are not listed."""

SIGNS = frozenset("%/;:()[]<>=≤≥±©?{}+*#&")
"""Signs that stand in few sentences, so that even one by itself tells something."""

_ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)


def fold(text: str) -> str:
    """The text so that characters which `re.IGNORECASE` takes for equal are equal."""
    return text.casefold().replace("ı", "i").replace("\u0307", "")


def may_stand(pattern: re.Pattern[str], folded: str) -> bool:
    """False where the pattern cannot match anywhere in the text that was folded.

    True says nothing: the pattern must then be searched.
    """
    sought = _needles(pattern.pattern)
    for needle in sought:  # asked so often that `any(...)` would cost twice as much
        if needle in folded:
            return True
    return not sought


@lru_cache(maxsize=8192)
def _needles(pattern: str) -> tuple[str, ...]:
    return needles(parsed(pattern))


def parsed(pattern: str, flags: int = 0) -> Any:
    """The pattern as CPython reads it. Raises re.error where it is none."""
    return _parser.parse(pattern, flags)


def needles(items: Any, folded: Callable[[str], str] = fold) -> tuple[str, ...]:
    """Strings of which one stands, folded, in every text that the parsed pattern matches.

    Empty where there are none that are sure.
    """
    found = {folded(n) for n in _needed(items) or ()}
    if not found or "" in found:
        return ()
    shortest_first = sorted(found, key=lambda n: (len(n), n))
    kept: list[str] = []
    for needle in shortest_first:
        if not any(other in needle for other in kept):
            kept.append(needle)
    return tuple(kept)


def heads(items: Any) -> tuple[str, ...]:
    """Strings with one of which, folded, every match of a parsed pattern begins; empty where
    none are sure.

    What a pattern asks for without taking it (a word boundary, what stands before) may come
    first.
    """
    return tuple(sorted({fold_in_place(n) for n in _first(items) or ()}))


def endings(items: Any) -> tuple[str, ...]:
    """Strings with one of which, folded and before white space, a text ends where a parsed pattern
    that says `\\Z` matches; empty where it does not say so, or none are sure.
    """
    if items.data[-1:] != [(op.AT, op.AT_END_STRING)]:
        return ()
    found = {fold_in_place(n).rstrip() for n in _last(items.data[:-1]) or ()}
    return () if "" in found else tuple(sorted(found))


def _last(data: list[Any]) -> Strings | None:
    """The last strings of all that can stand at the end of these items, if they can be listed."""
    while data and _takes_only_space(*data[-1]):
        data = data[:-1]
    if not data:
        return None
    kind, value = data[-1]
    if kind is op.BRANCH:
        return _any_of(_last(one.data) for one in value[1])
    if kind is op.IN and all(k is op.LITERAL for k, _ in value):
        return frozenset(chr(v) for _, v in value)
    exact = _exact(kind, value)
    if exact is None:
        return _last(value[3].data) if kind is op.SUBPATTERN else None
    if kind is op.LITERAL and len(data) > 1 and data[-2][0] is op.LITERAL:
        return frozenset({chr(data[-2][1]) + chr(value)})
    return None if "" in exact else exact


def _takes_only_space(kind: Any, value: Any) -> bool:
    """Whether an item takes white space or nothing."""
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return all(_takes_only_space(*item) for item in value[2].data)
    if kind is op.IN:
        return all(one == (op.CATEGORY, op.CATEGORY_SPACE) for one in value)
    return kind in _ZERO_WIDTH or (kind is op.LITERAL and chr(value).isspace())


def at_beginning(items: Any) -> bool:
    """Whether a parsed pattern says of itself that it stands at the beginning of a text only."""
    starts = ((op.AT, op.AT_BEGINNING), (op.AT, op.AT_BEGINNING_STRING))
    return bool(items) and items[0] in starts and not items.state.flags & re.MULTILINE


def _first(items: Any) -> Strings | None:
    """All strings that a match of these items can begin with, as long as they can be listed."""
    run: Strings = _NOTHING
    for kind, value, exact in _in_a_row(items):
        if exact is None and kind is op.SUBPATTERN:
            exact = _first(value[3])
            return _sure(run) if exact is None else _joined(run, exact, _MOST_HEADS) or _sure(run)
        if exact is None and kind is op.BRANCH:
            every = [_first(branch) for branch in value[1]]
            exact = (
                None if any(b is None for b in every)
                else frozenset(s for b in every if b is not None for s in b)
            )  # fmt: skip
            return _sure(run) if exact is None else _joined(run, exact, _MOST_HEADS) or _sure(run)
        joined = _joined(run, exact, _MOST_HEADS) if exact is not None else None
        if joined is None:
            break
        run = joined
    return _sure(run)


def _sure(run: Strings) -> Strings | None:
    return None if "" in run else run


def fold_in_place(text: str) -> str:
    """`fold`, character for character: every place in the text stays where it is."""
    folded = text.casefold()
    # No character is folded to none, so that texts of one length agree place by place.
    if len(folded) == len(text):
        return folded.replace("ı", "i")
    return "".join(_fold_one(c) for c in text)


@lru_cache(maxsize=1024)
def _fold_one(char: str) -> str:
    folded = fold(char)
    return folded if len(folded) == 1 else char.lower()[0]


Strings = frozenset[str]
_NOTHING: Strings = frozenset({""})


def _in_a_row(items: Any) -> Iterator[tuple[Any, Any, Strings | None]]:
    """The parsed items that take characters, each with all that it matches (None: too much to
    list); single characters that follow one another are one string."""
    word = ""
    for kind, value in items.data:
        if kind is op.LITERAL:
            word += chr(value)
        elif not _takes_nothing(kind, value):
            if word:
                yield op.LITERAL, None, frozenset({word})
                word = ""
            yield kind, value, _exact(kind, value)
    if word:
        yield op.LITERAL, None, frozenset({word})


def _takes_nothing(kind: Any, value: Any) -> bool:
    """Whether an item only asks what stands around a place, as `\\b` and `(?:(?<=x)|^)` do."""
    if kind is op.SUBPATTERN:
        return bool(value[3].data) and all(_takes_nothing(*item) for item in value[3].data)
    if kind is op.BRANCH:
        return all(all(_takes_nothing(*item) for item in one.data) for one in value[1])
    return kind in _ZERO_WIDTH


def _needed(items: Any) -> Strings | None:
    """The best set of strings of which one stands in every match of these items in a row."""
    best: Strings | None = None
    run: Strings = _NOTHING
    for kind, value, exact in _in_a_row(items):
        joined = _joined(run, exact) if exact is not None else None
        if joined is not None:
            run = joined
            continue
        best = _better(best, run)
        best = _better(best, exact if exact is not None else _inside(kind, value))
        run = exact if exact is not None else _NOTHING
    return _better(best, run)


def _exact(kind: Any, value: Any) -> Strings | None:
    """Everything that one item matches; None where that is too much to list."""
    if kind is op.LITERAL:
        return frozenset({chr(value)})
    if kind is op.IN and len(value) <= 6 and all(k is op.LITERAL for k, _ in value):
        return frozenset(chr(v) for _, v in value)
    if kind is op.SUBPATTERN:
        return _all_exact(value[3])
    if kind is op.BRANCH:
        return _any_of(map(_all_exact, value[1]))
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[:2] == (0, 1):
        once = _all_exact(value[2])
        return None if once is None else once | {""}
    return None


def _all_exact(items: Any) -> Strings | None:
    run: Strings = _NOTHING
    for _, _, exact in _in_a_row(items):
        joined = None if exact is None else _joined(run, exact)
        if joined is None:
            return None
        run = joined
    return run


def _inside(kind: Any, value: Any) -> Strings | None:
    """What one item needs that matches too much to be listed."""
    if kind is op.SUBPATTERN:
        return _needed(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] >= 1:
        return _needed(value[2])
    if kind is op.BRANCH:
        return _any_of(map(_needed, value[1]))
    return None


def _any_of(branches: Iterable[Strings | None]) -> Strings | None:
    """The strings of all alternatives; None where one has none, or they are too many."""
    every: set[str] = set()
    for one in branches:
        if one is None:
            return None
        every |= one
    return frozenset(every) if len(every) <= _MOST else None


def _joined(heads: Strings, tails: Strings, most: int = _MOST_JOINED) -> Strings | None:
    if len(heads) * len(tails) > most:
        return None
    return frozenset([a + b for a in heads for b in tails])


def _better(a: Strings | None, b: Strings | None) -> Strings | None:
    """Of two sets the one whose shortest string is longer: it stands in fewer texts."""
    if a is None or b is None:
        return a if b is None else b
    return max(a, b, key=lambda s: (min(map(_worth, s)), -len(s)))


def _worth(string: str) -> int:
    return 2 if string in SIGNS else len(string)

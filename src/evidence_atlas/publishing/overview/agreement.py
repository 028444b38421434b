"""How studies stand to one another on one outcome: agreement, conflict, or neither.

Two studies conflict only where they measured the same outcome against the same thing. A study
that found no clear difference stands against one that found something only where it is at
least as large, and large enough to count; else the matter is uncertain.
"""

from __future__ import annotations

from collections.abc import Sequence

from .values import Mark, Verdict


def by_comparison(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The findings of one outcome apart by what they were set against.

    Where an abstract does not say against what, nothing is known to be the same.
    """
    found: dict[tuple[str, ...], list[Mark]] = {}
    for mark in marks:
        key = tuple(sorted(c.casefold() for c in mark.comparators))
        if not key:
            known = mark.comparison == "within_group"
            key = (mark.comparison, "" if known else mark.study.slug)
        found.setdefault(key, []).append(mark)
    return list(found.values())


def verdict(marks: Sequence[Mark], large: int) -> Verdict:
    """The verdict on findings that were set against the same thing.

    `large` is how many people make a study large enough for finding nothing to count.
    """
    if len(marks) == 1:
        return "one"
    pairs = {_pair(a, b, large) for i, a in enumerate(marks) for b in marks[i + 1 :]}
    if "conflict" in pairs:
        return "conflict"
    if "uncertain" in pairs:
        return "uncertain"
    return "none found" if marks[0].way == "none" else "agree"


def _pair(one: Mark, other: Mark, large: int) -> Verdict:
    if one.way == other.way:
        return "uncertain" if one.way == "mixed" else "agree"
    if "mixed" in (one.way, other.way) or one.part != other.part:
        return "uncertain"
    if "none" not in (one.way, other.way):
        return "conflict"
    null, clear = (one, other) if one.way == "none" else (other, one)
    if null.people is None or clear.people is None:
        return "uncertain"
    return "conflict" if null.people >= max(large, clear.people) else "uncertain"

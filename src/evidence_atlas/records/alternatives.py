"""The alternatives of a pattern, as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise


def branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, in order, those of groups that stand alone among them."""
    found: list[str] = []
    for part in _top(pattern):
        inside = _ungrouped(part)
        found += [part] if inside is None else branches(inside)
    return found


def _ungrouped(part: str) -> str | None:
    """What stands in a group that is the whole of an alternative; None where it is not."""
    if not part.startswith("(?:"):
        return None
    closed = next((at for at, char, depth in _outline(part) if char == ")" and depth == 0), -1)
    return part[3:-1] if closed == len(part) - 1 else None


def _top(pattern: str) -> list[str]:
    """The alternatives at the top of a pattern."""
    bars = [at for at, char, depth in _outline(pattern) if char == "|" and depth == 0]
    edges = [-1, *bars, len(pattern)]
    return [pattern[a + 1 : b] for a, b in pairwise(edges)]


def _outline(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Every bracket and bar outside character classes: its place, itself, the depth after it."""
    depth, in_class, escaped, first = 0, False, False, 0
    for at, char in enumerate(pattern):
        if escaped or char == "\\":
            escaped = not escaped
        elif in_class:
            # What stands first in a class is a member of it, a closing bracket too.
            in_class = char != "]" or at == first
        elif char == "[":
            in_class, first = True, at + 1 + pattern.startswith("^", at + 1)
        elif char in "()|":
            depth += {"(": 1, ")": -1, "|": 0}[char]
            yield at, char, depth

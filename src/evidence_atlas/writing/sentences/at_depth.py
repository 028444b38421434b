"""A finding at two depths: in Standard without its statistics, in Deep with them.

Shares and counts say how many, and stay; p, intervals, ratios and spreads say it to those who
read Deep, where the names of the figures are explained.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..said import DEEP, STANDARD_ONLY, Said
from ..tables import table
from ..words.edges import needs_its_brackets, without_brackets
from ..words.hidden_way import hides_its_way

_TABLE = table("sentences/at_depth.toml")
_STATISTIC = re.compile(_TABLE["statistic"])
_KEPT = re.compile(_TABLE["kept"])
_BEHIND_A_COMMA = re.compile(_TABLE["behind_a_comma"])
_PARTS = re.compile(r"\s*(?:;|,(?=[\sA-Za-z]))\s*")
_MARKS = {"(": ")", "[": "]"}


def at_depths(told: list[Said]) -> list[Said]:
    """Each finding that has statistics in brackets twice: for Standard, then for Deep."""
    found: list[Said] = []
    for sentence in told:
        plain = without_statistics(sentence.text)
        if plain == sentence.text or sentence.depths == DEEP:
            found.append(sentence)
            continue
        found += [
            replace(sentence, text=plain, depths=STANDARD_ONLY),
            replace(sentence, depths=DEEP),
        ]
    return found


def without_statistics(text: str) -> str:
    """The sentence without what only a statistician reads, or as it is if it needs brackets."""
    if needs_its_brackets(text) or hides_its_way(text) or "“" in text:
        return text
    out, at = [], 0
    for start, end in _brackets(text):
        held = text[start + 1 : end - 1]
        if not _STATISTIC.search(held):
            continue
        kept = [p for p in _PARTS.split(without_brackets(held)) if _KEPT.fullmatch(p.strip())]
        before = text[at:start]
        out.append(f"{before}({'; '.join(kept)})" if kept else before.rstrip())
        at = end
    plain = _BEHIND_A_COMMA.sub("", "".join(out) + text[at:])
    # What is left of a spread would lose the bracket that says what it is.
    return text if "±" in plain else plain


def _brackets(text: str) -> list[tuple[int, int]]:
    """Where the outermost brackets begin and end; none where they do not close."""
    found: list[tuple[int, int]] = []
    closing: list[str] = []
    start = 0
    for at, mark in enumerate(text):
        if mark in _MARKS:
            if not closing:
                start = at
            closing.append(_MARKS[mark])
        elif closing and mark == closing[-1]:
            closing.pop()
            if not closing:
                found.append((start, at + 1))
    return [] if closing else found

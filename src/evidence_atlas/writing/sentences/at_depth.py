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
_VALUE, _NAMED_VALUE, _INTERVAL, _ONLY_A_NAME = (
    re.compile(_TABLE[name]) for name in ("value", "named_value", "interval", "only_a_name")
)
_SIZE = re.compile(r"n ?= ?\d[\d,]*", re.IGNORECASE)
_TIME, _TIME_LEFT = re.compile(_TABLE["time"]), re.compile(_TABLE["time_left"])
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
    places = _brackets(text)
    parts = _without_sizes(_whole_pairs([text[start + 1 : end - 1] for start, end in places]))
    out, at = [], 0
    for kept, (start, end) in zip(parts, places, strict=True):
        if kept is None:
            continue
        before = text[at:start]
        # "5.1 mg, (p = 0.02)." would leave its comma at the end.
        last = text[end : end + 1] in ("", ".", ";")
        bare = before.rstrip()
        bare = bare.removesuffix(",").rstrip() if last else bare
        out.append(f"{before}({'; '.join(kept)})" if kept else bare)
        at = end
    plain = _BEHIND_A_COMMA.sub("", "".join(out) + text[at:])
    gone = " ".join(text[a:b] for kept, (a, b) in zip(parts, places, strict=True) if kept == [])
    if len(set(_TIME.findall(gone))) > 1:
        plain = _TIME_LEFT.sub("", plain)
    # What is left of a spread would lose the bracket that says what it is.
    return text if "±" in plain else plain


def _whole_pairs(brackets: list[str]) -> list[list[str] | None]:
    """What of each bracket stays, without a value whose like beside it goes.

    "(0.93) than those without" is half of a pair; an interval means nothing without the ratio
    that the first of its kind was called.
    """
    parts = [_staying(held) for held in brackets]
    if [] not in parts:
        return parts
    named = [p is None and _NAMED_VALUE.fullmatch(h) for p, h in zip(parts, brackets, strict=True)]
    values = sum(1 for p in parts for part in p or () if _VALUE.fullmatch(part))
    if values + sum(map(bool, named)) == 1:
        parts = [p and [part for part in p if not _VALUE.fullmatch(part)] for p in parts]
        parts = [[] if name else p for name, p in zip(named, parts, strict=True)]
    intervals = [p is None and _INTERVAL.fullmatch(h) for p, h in zip(parts, brackets, strict=True)]
    return [[] if interval else p for interval, p in zip(intervals, parts, strict=True)]


def _without_sizes(brackets: list[list[str] | None]) -> list[list[str] | None]:
    """The same without how many a statistic was made of, told again and again without it."""
    alone = [kept[0] for kept in brackets if kept and len(kept) == 1 and _SIZE.fullmatch(kept[0])]
    again = {size for size in alone if alone.count(size) > 1}
    return [[] if kept and set(kept) <= again else kept for kept in brackets]


def _staying(held: str) -> list[str] | None:
    """What of a bracket stays in Standard; None where it holds no statistic, and stays whole."""
    if not _STATISTIC.search(held):
        return None
    parts = [part.strip() for part in _PARTS.split(without_brackets(held))]
    # Of "median age, 48 [37 to 61] years" the name would go and the figure stay.
    return [
        part
        for i, part in enumerate(parts)
        if _KEPT.fullmatch(part) and not (i and _ONLY_A_NAME.fullmatch(parts[i - 1]))
    ]


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

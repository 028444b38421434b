"""A text with its numbers as figures, and times and ages set aside."""

from __future__ import annotations

import re
from bisect import bisect_right

from evidence_atlas.records.text import with_plain_hyphens

from ..text import numbers

_TIMES_AND_AGES = re.compile(
    r"\b\d+(?:-? ?(?:to|-|and) ?\d+)?[- ](?:year|month|week|day|hour|minute)(?:s|[- ]olds?)?\b"
)
_DIGIT = re.compile(r"\d")


def in_figures(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with its numbers as plain figures, and where its pieces stood before."""
    text = with_plain_hyphens(text)
    pieces, places, done, length = [], [(0, 0)], 0, 0
    for number in numbers.find(text):
        if number.value is None or (number.value == 1 and number.in_words):
            continue
        year = numbers.is_year(text, number)  # "In 2011" counts nobody.
        pieces += [text[done : number.start], "x" * 4 if year else str(number.value)]
        length += number.start - done
        places.append((length, number.start))
        length += len(pieces[-1])
        places.append((length, number.end))
        done = number.end
    return _TIMES_AND_AGES.sub(_masked, "".join([*pieces, text[done:]])), places


def _masked(match: re.Match[str]) -> str:
    return _DIGIT.sub("x", match[0])


def place_before(places: list[tuple[int, int]], place: int) -> int:
    """Where a place of the text in figures stood in the text."""
    now, before = places[bisect_right(places, (place, 1 << 40)) - 1]
    return before + place - now

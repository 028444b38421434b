"""Everybody split in two in one sentence: those who have a condition, and those who do not.

"847 people (179 asthma, 668 non-asthma)"; "of 578, 167 had asthma and 411 did not". Two
numbers that stand next to each other and make up the total say it, where one of them is denied
and the other names a condition of the title. In a bracket behind the total they say it even where
they miss it by a few, as abstracts do: both are kept, and it is flagged that they do not add up.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from . import numbers, short_forms
from .document import Document
from .people_words import CUES
from .places import Count

MISSED = 0.02
"""The share of the total by which groups that were meant to make it up may miss it."""
_IN_BRACKET = re.compile(r"\w\s?\((?:n\s?=\s?)?\Z", re.IGNORECASE)


class Split(NamedTuple):
    """Those with the condition and those without."""

    having: Count
    lacking: Count


def find(document: Document, total: Count) -> Split | None:
    """The first sentence that splits the total."""
    if total.value < 4 or not document.may_hold(CUES["lacking_words"]):
        return None
    names = _names(document)
    if not names:
        return None
    for _, sentence in document.parts("methods", "results", "aim"):
        if not CUES["lacking_words"].search(sentence.text):
            continue
        found = [
            n for n in numbers.find(sentence.text)
            if n.value and not numbers.is_percent(sentence.text, n.end)
        ]  # fmt: skip
        for first, second in itertools.pairwise(found):
            split = _split(document, sentence.text, sentence.start, first, second, total, names)
            if split is not None:
                return split
    return None


def _names(document: Document) -> list[re.Pattern[str]]:
    """The conditions that the title names, and their short forms in this text."""
    in_title = [n for n in document.illness.names if n.pattern.search(document.title)]
    short = short_forms.find(document)
    forms = [form for form, long in short.items() if any(n.pattern.search(long) for n in in_title)]
    found = [n.pattern.regex for n in in_title]
    if any(n.own for n in in_title):
        found.append(document.illness.any_own.regex)
    if forms:
        found.append(re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b"))
    return found


def _split(
    document: Document,
    text: str,
    offset: int,
    first: numbers.Number,
    second: numbers.Number,
    total: Count,
    names: list[re.Pattern[str]],
) -> Split | None:
    """Whether these two make up the total, one group with the condition and one without."""
    a, b = first.value or 0, second.value or 0
    missed = abs(a + b - total.value)
    behind = text[max(0, first.start - 60) : first.start]
    near = missed <= total.value * MISSED and _IN_BRACKET.search(behind) is not None
    if min(a, b) < 2 or (missed and not near):
        return None
    labelled = CUES["n_equals_before"].search(text[max(0, first.start - 8) : first.start])
    if labelled:
        words = (
            text[max(0, first.start - 70) : first.start],
            text[first.end : second.start],
        )
    else:
        words = text[first.end : second.start], text[second.end : second.end + 70]
    denied = [CUES["lacking_words"].search(w) is not None for w in words]
    if denied[0] == denied[1]:
        return None
    having, lacking = (second, first) if denied[0] else (first, second)
    if not any(n.search(words[1] if denied[0] else words[0]) for n in names):
        return None
    quote = document.quote(offset + first.start, offset + second.end)
    return Split(Count(having.value or 0, quote), Count(lacking.value or 0, quote))

"""A word told for its opposite: "men" for "women", "after" for "before", "will" for "may".

Most of these are small words, which stand in any text, so that content_words.py asks for no
source of them. Yet each may turn a sentence round. A sentence may say one of a pair no oftener
than what it rests on, where this says the other oftener than the sentence does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from evidence_atlas.records import Flag

from .case import Case, claimed, denied, folded, table
from .codes import flag

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_TABLE = table("opposites.toml")
Sides = dict[str, list[tuple[frozenset[str], frozenset[str]]]]


def _sides(rows: Iterable[Sequence[str]]) -> Sides:
    found: Sides = {}
    for row in rows:
        one, other = (frozenset(side.split()) for side in row)
        for mine, its in ((one, other), (other, one)):
            for word in mine:
                found.setdefault(word, []).append((mine, its))
    return found


_OPPOSED = _sides(_TABLE["opposed"])
OPPOSED_IN_PLACE = _sides((*_TABLE["opposed"], *_TABLE["opposed_in_place"]))
"""By word, the sides that it is of, each with the side that says the opposite."""


def opposites(case: Case) -> Iterator[Flag]:
    """No word that its source has only for the opposite."""
    for statement in case.statements:
        if denied(statement):
            continue
        text = case.spelled_out(claimed(statement))
        if (word := told_for_its_opposite(text, case.rests_on(statement))) is not None:
            yield flag(
                "word-not-in-support",
                statement,
                f"“{word}”, of which the support says the opposite: {statement.text}",
            )


def told_for_its_opposite(text: str, sources: Iterable[str]) -> str | None:
    """A word of the text that its sources say less often, where they say its opposite more often.

    In a source a part of a word accounts for the word: "24-month" for "months".
    """
    ours = _words(text)
    told = [word for word in ours if word in _OPPOSED]
    held = [_words_and_parts(source) for source in dict.fromkeys(sources)] if told else []
    for word in told:
        for mine, other in _OPPOSED[word]:
            if _often(mine, ours) <= sum(_often(mine, parts) for _, parts in held):
                continue
            if sum(_often(other, words) for words, _ in held) > _often(other, ours):
                return word
    return None


def opposed(one: str, other: str) -> bool:
    """Whether a word says the opposite of another."""
    return any(folded(other) in its for _, its in OPPOSED_IN_PLACE.get(folded(one), ()))


def _often(side: frozenset[str], counted: Mapping[str, int]) -> int:
    return sum(counted[word] for word in side & counted.keys())


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(folded(text)))


@lru_cache(maxsize=4096)
def _words_and_parts(text: str) -> tuple[Counter[str], Counter[str]]:
    """The words of a text, and these with the parts of those that a hyphen joins."""
    words = _words(text)
    joined = Counter({word: n for word, n in words.items() if not word.isalnum()})
    return words, joined + Counter(_PART.findall(folded(text)))

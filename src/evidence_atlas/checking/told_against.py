"""Against whom a comparison is told: "A had more than B" is not "B had more than A".

Asked of sentence and source alone, in whoever's voice; `sides` asks the reading instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .case import table
from .direction import OPPOSITE, POINTING, classes_of, said
from .tokens import Token, tokens, without_brackets

_TABLE = table("told_against.toml")
_BEHIND = re.compile(_TABLE["behind"], re.IGNORECASE)
_IN_FRONT = re.compile(_TABLE["in_front"], re.IGNORECASE)
_FOR_COMPARISON = re.compile(_TABLE["for_comparison"], re.IGNORECASE)
_NO_NAME = re.compile(_TABLE["no_name"], re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z\d]|and |while |whereas )")
_BUT_NOT = re.compile(r",? but not [^,.;]+,?|\bnonetheless\b", re.IGNORECASE)
"""Of another thing than the comparison, or no denial at all."""
_THEY = " thosethatoneiscomparedwith "
"""What stands for people for comparison while a name is taken apart."""
_HOW_ILL = re.compile(_TABLE["how_ill"], re.IGNORECASE)
_ILL = re.compile(_TABLE["ill"], re.IGNORECASE)
_ILL_ALONE = frozenset({"the ill"})
"""The name of a group that is called patients and nothing else."""
_OF_WHOM = re.compile(_TABLE["of_whom"], re.IGNORECASE)
_FOLLOWING = 3
"""So many words of substance behind a way tell what it is of."""
_DEGREE = re.compile(_TABLE["degree"], re.IGNORECASE)
_MOST = 0.6
"""A side is found again where so much of its name is."""
_OF_THE_SAME = 0.7
"""What a comparison is of is another's where so much of it is: its way of telling aside."""


@dataclass(frozen=True)
class Comparison:
    """What one comparison says is higher or lower, of whom, and against whom."""

    ways: frozenset[str]
    of: frozenset[str]
    against: frozenset[str]
    words: str
    order: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    """Its ways one by one, each with the words of substance that follow it."""

    @property
    def against_others(self) -> bool:
        """Whether it is told against people, or a treatment, for comparison."""
        return _FOR_COMPARISON.search(self.words) is not None


def told_the_other_way(text: str, sources: Sequence[str]) -> str | None:
    """The words of a comparison that the source has the other way round; None without one.

    Its sides are exchanged, or its way is turned and its sides are not. What is lower in the one
    is higher in the other, so that both together say the same.
    """
    theirs = [c for source in sources for c in comparisons(source)]
    for ours in comparisons(text):
        agree = [_agreement(ours, c) for c in theirs]
        if -1 in agree and 1 not in agree:
            return ours.words
    return None


def told_alike(text: str, sources: Sequence[str]) -> bool:
    """Whether the sources have a comparison of the text, from whichever side it is told."""
    theirs = [c for source in sources for c in comparisons(source)]
    return any(_agreement(ours, c) == 1 for ours in comparisons(text) for c in theirs)


def names_the_other_side(text: str, source: str) -> bool:
    """Whether a text without a comparison tells, the same way, of whom the source tells it against.

    "Higher in controls" of what is higher in patients than in controls.
    """
    if comparisons(text):
        return False
    ways = said(text).classes & POINTING
    if _same_word_of_degree(text, source) and told_from_the_other_side(text, source):
        return True
    named = names(text) | (_ILL_ALONE if _ILL.search(text) else frozenset())
    return any(ways & c.ways and stands_in(c.against - c.of, named) for c in comparisons(source))


def tells_a_degree(text: str) -> bool:
    """Whether a text has a word of degree ("earlier"), which may point neither up nor down."""
    return _DEGREE.search(text) is not None


def _same_word_of_degree(text: str, source: str) -> bool:
    """Whether both have the word that is compared: "earlier ... than", and ours "earlier"."""
    found = {m.group().casefold() for m in _DEGREE.finditer(text)}
    return any(m.group().casefold() in found for m in _DEGREE.finditer(source))


def told_from_the_other_side(text: str, source: str) -> bool:
    """Whether a text without a comparison tells of whom the source tells something against."""
    named = names(text)
    return not comparisons(text) and any(
        stands_in(c.against - c.of, named) for c in comparisons(source)
    )


def _agreement(ours: Comparison, theirs: Comparison) -> int:
    """1 where two comparisons say the same, -1 where the opposite, 0 where that is not sure."""
    if not ours.ways or not theirs.ways:
        return 0
    if _crossed(ours, theirs):
        return -_way(ours, theirs)
    if ours.against & theirs.against:
        way = _way(ours, theirs)
        return way if way > 0 or stands_in(ours.of, theirs.of, _OF_THE_SAME) else 0
    return 0


def _way(ours: Comparison, theirs: Comparison) -> int:
    """1 where both point the same way, -1 where they point apart, 0 where one points both ways."""
    if ours.ways == theirs.ways and not _apart(ours.ways):
        return 1
    if len(ours.order) > 1 and _in_one_order(ours, theirs):
        return 1  # "fell more" and "fell more", "higher X and lower Y" in both
    if any(OPPOSITE[way] in side.ways for side in (ours, theirs) for way in side.ways):
        return 0
    if ours.ways & theirs.ways:
        return 1
    return -1 if any(OPPOSITE[way] in theirs.ways for way in ours.ways) else 0


def _apart(ways: frozenset[str]) -> bool:
    return any(OPPOSITE[way] in ways for way in ways)


def _in_one_order(ours: Comparison, theirs: Comparison) -> bool:
    """Whether two comparisons name the same ways one after the other, each of the same thing."""
    return len(ours.order) == len(theirs.order) and all(
        way == other and (of & their_of or not of or not their_of)
        for (way, of), (other, their_of) in zip(ours.order, theirs.order, strict=True)
    )


@lru_cache(maxsize=2048)
def comparisons(text: str) -> tuple[Comparison, ...]:
    """The comparisons that a text makes."""
    plain = without_brackets(text)
    return tuple(c for sentence in _SENTENCE.split(plain) for c in _of_sentence(sentence))


def _of_sentence(sentence: str) -> Iterator[Comparison]:
    if (front := _IN_FRONT.search(sentence)) is not None:
        yield _comparison(front["rest"], front["b"], front.group())
    start = 0
    for found in _BEHIND.finditer(sentence):
        yield _comparison(sentence[start : found.start()], found["b"], found.group())
        start = found.end()


def _comparison(rest: str, against: str, words: str) -> Comparison:
    # "Without" in a name denies nothing of what is told of them.
    told = said(_HOW_ILL.sub(" ", _FOR_COMPARISON.sub(_THEY, _BUT_NOT.sub(" ", rest))))
    ways = frozenset() if told.none else frozenset(told.classes & POINTING)
    name = names(against) or (_ILL_ALONE if _ILL.search(against) else frozenset())
    of = names(rest) | (_ILL_ALONE if _ILL.search(rest) else frozenset())
    return Comparison(ways, of, name, " ".join(words.split()), _order(rest))


def _order(text: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    held = tokens(text)
    ways = [
        frozenset() if _HOW_ILL.fullmatch(t.text) else classes_of(t.text) & POINTING for t in held
    ]
    return tuple((way, _thing(held, ways, i)) for i, way in enumerate(ways) if way)


def _thing(held: Sequence[Token], ways: Sequence[frozenset[str]], i: int) -> frozenset[str]:
    """The words of substance behind a way: of what, not of whom."""
    found: list[str] = []
    for token, way in zip(held[i + 1 :], ways[i + 1 :], strict=True):
        if way or len(found) == _FOLLOWING or _OF_WHOM.fullmatch(token.text):
            break
        if token.weight == 1:
            found.append(token.key)
    return frozenset(found)


def names(text: str) -> frozenset[str]:
    """What a text names, as the names of comparisons are taken apart."""
    plain = _FOR_COMPARISON.sub(_THEY, text)
    return frozenset(
        t.key for t in tokens(plain)
        if t.weight and not _NO_NAME.fullmatch(t.text)
        and (_HOW_ILL.fullmatch(t.text) or not classes_of(t.text) & POINTING)
    )  # fmt: skip


def _crossed(ours: Comparison, theirs: Comparison) -> bool:
    mine, other = ours.against - theirs.against, theirs.against - ours.against
    return stands_in(mine, theirs.of) and stands_in(other, ours.of)


def stands_in(name: frozenset[str], within: frozenset[str], least: float = _MOST) -> bool:
    """Whether most of a name stands among what a text names."""
    return bool(name) and len(name & within) >= least * len(name)

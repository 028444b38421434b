"""What carries a claim in one text and has nothing like it in another, in terms or plain words."""

from __future__ import annotations

import re

from ..case import folded
from ..content_words import FREE, content, unaccounted
from ..direction import POINTING, classes_of, said
from ..told_against import Comparison, comparisons
from .abstract import LIGHT, Abstract
from .clauses import TABLE
from .grounds import own_words

_OCCURS = re.compile(TABLE["occurs"], re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w-])[A-Za-z][a-z]{2}(?![\w-])")
_NAME = re.compile(TABLE["name"])
_OTHERS = re.compile(TABLE["others"], re.IGNORECASE)
_SAME_OTHERS = [re.compile(p, re.IGNORECASE) for p in TABLE["same_others"]]
_YOUNG = re.compile(TABLE["young"], re.IGNORECASE)
_ANYBODY = frozenset(TABLE["anybody"].split())
_NOTHING = frozenset(TABLE["nothing"].split())
_SMALL = frozenset(TABLE["small"].split())
_ADULTS = frozenset(TABLE["adults"].split())
_WITH_A_FIGURE = re.compile(TABLE["with_a_figure"], re.IGNORECASE)
_WITH_OR_WITHOUT = re.compile(TABLE["with_or_without"], re.IGNORECASE)
_SEXES = [
    (re.compile(s["held"], re.IGNORECASE), frozenset(s["words"].split())) for s in TABLE["sexes"]
]
_FEWEST_ARMS = 2
MANY = 4
"""One in so many words of substance may stand anywhere."""


def missing(abstract: Abstract, ours: str, *held: str, every: bool = False) -> set[str]:
    """The words and names of ours that no form of a word in the texts held accounts for.

    `every`: those too with which any summary tells that there was a study ("answered").
    """
    long = "\n".join(map(abstract.made_plain, held))
    bare = abstract.illness_as_one(ours, everywhere=False)
    theirs, none = said(" ; ".join(held)), said(ours).none
    words = content(bare) if every else own_words(bare)
    excused = _ANYBODY if _YOUNG.search(abstract.whole) else _ANYBODY | _ADULTS
    excused |= one_sex(abstract.whole) | LIGHT
    lacks = {
        w for w in unaccounted(" ".join(words), long)
        if w not in excused and not classes_of(w) & theirs.classes
        and not (none and theirs.none and w in _NOTHING)
    }  # fmt: skip
    if not every or _OCCURS.search(long):
        lacks = {w for w in lacks if not _OCCURS.fullmatch(w)}
    short = {w.lower() for w in _SHORT.findall(bare)} - _SMALL - FREE - _ANYBODY
    lacks |= {w for w in short if not re.search(rf"\b{w}", folded(long))}
    if "adult" not in long:
        lacks |= (_ADULTS - excused) & set(words)
    letters = _letters(long)
    lacks |= {name for name in _NAME.findall(bare) if _letters(name) not in letters}
    return lacks | others_missing(ours, long)


def one_sex(whole: str) -> frozenset[str]:
    """The words for women, or for men, where nobody else took part."""
    held = [words for pattern, words in _SEXES if pattern.search(whole)]
    return held[0] if len(held) == 1 else frozenset()


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", folded(text))


def others_missing(ours: str, held: str) -> set[str]:
    """Words for people or treatments for comparison of which the held text has none."""
    lacks = set()
    for m in _OTHERS.finditer(_WITH_OR_WITHOUT.sub(" ", ours)):
        kinds = [k for k in _SAME_OTHERS if k.search(m.group())]
        if not any(k.search(held) for k in kinds) and _letters(m.group()) not in _letters(held):
            lacks.add(m.group())
    return lacks


def against_people(text: str) -> tuple[Comparison, ...]:
    """The comparisons of a text, but those with a figure ("less than 500")."""
    return tuple(c for c in comparisons(text) if not _WITH_A_FIGURE.match(c.words))


def points(words: set[str]) -> bool:
    """Whether one of these words points a way: such a word is never told in passing."""
    return any(classes_of(w) & POINTING for w in words)


def weighty(text: str) -> set[str]:
    """The words of a text that tell what it is of: neither who in general nor which way."""
    return {w for w in own_words(text) if w not in _ANYBODY and not classes_of(w) & POINTING}


def arms(abstract: Abstract, text: str) -> set[str]:
    """The words of a text that name a treatment, where the abstract has more than one."""
    names = (*abstract.reading.interventions, *abstract.reading.comparators)
    if len(names) < _FEWEST_ARMS:
        return set()
    known = "\n".join(names)
    return {w for w in own_words(text) if not unaccounted(w, known)}

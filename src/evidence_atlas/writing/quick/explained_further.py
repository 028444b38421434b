"""More of Quick's hard words explained, where the words of a gloss still fit.

Quick is chosen and cut with one gloss in mind, so that no gloss decides what is told. What room is
left then goes to the words that a reader would stumble on (WCAG 2.2, 3.1.3; "each glossed at first
use"), as long as Quick stays within its words and as easy to read as it was, or easy anyway.
"""

from __future__ import annotations

import re

from evidence_atlas.records.readability import grade

from ..glossary.plain_words import Glosser
from ..said import Said
from ..words.names import alike
from .size import QUICK_GRADE_OF_MORE, within_words

_GLOSS = re.compile(r" \([^()]*\)")
_GLOSSED = re.compile(r"((?:[\w'’-]+ ){0,3}[\w'’-]+) \([^()]*\)")
"""The last words before a gloss, which may all be what it explains."""
MOST_GLOSSES = 3
"""More brackets than these in so few sentences are a hurdle of their own."""


def explained_further(told: list[Said], glosser: Glosser, given: tuple[str, ...]) -> list[Said]:
    """The sentences with up to three glosses in all, each where it fits, in reading order."""
    kept = list(told)
    for i, sentence in enumerate(told):
        before = glosser.known
        more = glosser.apply(sentence, most=MOST_GLOSSES)
        way = [*kept[:i], more, *kept[i + 1 :]]
        most = max(QUICK_GRADE_OF_MORE, _grade(kept, given))
        fits = within_words(way) and _grade(way, given) <= most
        if fits and _only_explained(sentence.text, more.text):
            kept = way
        else:
            glosser.known = before
    return kept


def _only_explained(before: str, after: str) -> bool:
    """Whether no word has changed, and no gloss stands inside a longer name that has its own."""
    if _GLOSS.sub("", before) != _GLOSS.sub("", after):
        return False
    return all(glossed[0] in after for glossed in _GLOSSED.finditer(before))


def _grade(told: list[Said], given: tuple[str, ...]) -> float:
    return grade(alike(" ".join(s.text for s in told), given))

"""Two groups that neighbouring sentences tell of, each in its own: both are told, or neither.

"The intervention group's score was 48 and later 46. The control group's was 47 and later 44."
Which of the two comes first, or fared better, plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..material import Material
from ..results.full_results import full_result
from ..said import Said
from ..sentences.in_full import unexplained
from ..sentences.sentence_of import sentence_of, sentences_of
from ..sentences.standing import leans
from ..slots import Slots
from ..tables import table
from ..words.edges import without_brackets
from ..words.verbs import main_verb
from .opposed import theirs

_GROUPS, _FARED = (
    [
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in pair)
        for pair in table("authors/groups_beside.toml")[name]
    ]
    for name in ("pairs", "fared")
)
MOST_FORMS = 2
WORDS_IN_FRONT = 6
"""So much of a sentence is of whom it tells, where no table knows its verb."""


def with_groups_beside(m: Material, slots: Slots, told: list[Said]) -> list[Said]:
    """The findings; beside that of one group the one of the other group, from the next sentence."""
    for at, other in _neighbours(m):
        places = [sentence_of(m, s) for s in told]
        held = set[int]().union(*(sentences_of(m, s) for s in told))
        if (at in held) is (other in held):
            continue
        here, missing = (at, other) if at in held else (other, at)
        if here not in places:
            continue
        if (beside := _told(m, slots, missing)) is None:
            told = [s for s, place in zip(told, places, strict=True) if place != here]
            continue
        first = places.index(here)
        last = max(i for i, place in enumerate(places) if place == here)
        told.insert(first if missing < here else last + 1, beside)
    return told


def _neighbours(m: Material) -> Iterator[tuple[int, int]]:
    """The places of neighbouring sentences of which each tells of one group of a pair."""
    sentences = m.reading.sentences
    texts = [s.text if s.role == "results" else "" for s in sentences]
    for at, (one, other) in enumerate(pairwise(texts)):
        of_whom = _subject(one), _subject(other)
        if any(_opposite(p, *of_whom) for p in _GROUPS) or any(
            _opposite(p, one, other) for p in _FARED
        ):
            yield at, at + 1


def _opposite(pair: tuple[re.Pattern[str], ...], one: str, other: str) -> bool:
    """Whether the one text holds one cue of a pair alone, and the other text the other."""
    names = [[bool(cue.search(text)) for cue in pair] for text in (one, other)]
    return sorted(names) == [[False, True], [True, False]]


def _subject(text: str) -> str:
    """What stands in front of the verb, or its first words: of whom a sentence tells."""
    text = without_brackets(text)
    at = main_verb(text)
    return text[:at] if at else " ".join(text.split()[:WORDS_IN_FRONT])


def _told(m: Material, slots: Slots, at: int) -> Said | None:
    """What a sentence tells: its first result that stands by itself, else as the authors report."""
    here = [i for i in m.brief.results if m.reading.results[i].sentence == at]
    ours = (full_result(m, slots, i) for i in here)
    found = next((s for s in ours if s is not None and not leans(s.text)), None) or theirs(m, at)
    return None if found is None or len(unexplained(m, found.text)) > MOST_FORMS else found

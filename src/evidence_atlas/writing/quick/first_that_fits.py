"""Of several ways to tell Quick, the first that is short and plain enough to be read.

`quick_fitted` holds every Quick to the same limits by letting go of sentences one by one; where a
paper's subject and its message are both long, that would lose the one for the other. So the ways
are tried here, the fullest first.
"""

from __future__ import annotations

from collections.abc import Iterable

from evidence_atlas.records import texts
from evidence_atlas.records.readability import grade

from ..glossary.plain_words import MOST_QUICK_GLOSSES, Glosser
from ..material import Material
from ..said import Said
from ..words.names import alike
from .size import QUICK_GRADE_OF_A_PAPER, QUICK_SENTENCES, within_words


def first_that_fits(
    m: Material, ways: Iterable[list[Said]], most: float = QUICK_GRADE_OF_A_PAPER
) -> list[Said] | None:
    """The first of the ways that is within the limits; None where none is.

    `most` is the grade up to which a way is plain enough.
    """
    glosser = Glosser(m.condition, "\n".join(texts(m.record).values()), m.record.title)
    given = (*m.reading.interventions, *m.reading.comparators)
    return next((way for way in ways if _fits(way, glosser, given, most)), None)


def _fits(told: list[Said], glosser: Glosser, given: tuple[str, ...], most: float) -> bool:
    bare = [glosser.apply(s, gloss=False) for s in told]
    if len(bare) > QUICK_SENTENCES or not within_words(bare):
        return False
    glosser.forget()
    plain = [glosser.apply(s, most=MOST_QUICK_GLOSSES) for s in told]
    plain = plain if within_words(plain) else bare
    return grade(alike(" ".join(s.text for s in plain), given)) <= most

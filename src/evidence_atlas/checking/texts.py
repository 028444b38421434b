"""The gate's wording rules on texts that are not about one study: guides, questions and answers.

Such a text has no abstract to be held against, so what needs one does not apply. What remains
is how things may be said: no advice, no dose, no claim about all patients, no loaded word.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence_atlas.records import (
    Condition,
    Dates,
    Flag,
    Grades,
    Journal,
    Page,
    Reading,
    Record,
    RuleSupport,
    Section,
    Statement,
    TopicGrade,
)
from evidence_atlas.records.page import ReadingMinutes
from evidence_atlas.records.readability import grade, sentences, words

from .case import Case
from .codes import flag
from .warnings import HIGHEST_GRADE, LONGEST_SENTENCE
from .wording import words as wording

_SECTION = "guide"
_NOT_READ = "0"


def check_texts(told: Sequence[str], condition: Condition, *, plain: bool = False) -> list[Flag]:
    """Flags against sentences in the atlas's own voice; critical ones are not to be published.

    `plain` asks also what Quick asks of a study's page: short sentences, a low reading grade.
    """
    statements = tuple(
        Statement(
            id=f"t{n}",
            text=text,
            section=_SECTION,
            depths=("quick",),
            support=(RuleSupport(rule=_SECTION, text=""),),
        )
        for n, text in enumerate(told)
    )
    found = list(wording(_case(statements, condition)))
    if plain:
        for statement in statements:
            for sentence in sentences(statement.text):
                if len(words(sentence)) > LONGEST_SENTENCE:
                    found.append(flag("long-sentence", statement, sentence))
        grade_found = grade(" ".join(told))
        if grade_found > HIGHEST_GRADE:
            found.append(flag("reading-grade", None, f"grade {grade_found:.1f}"))
    return found


def _case(statements: tuple[Statement, ...], condition: Condition) -> Case:
    """A page of these sentences over an empty record: nothing in it can excuse a word."""
    page = Page(
        study=_SECTION,
        version=_NOT_READ,
        sections=(Section(name=_SECTION, statements=statements),),
        reading_minutes=ReadingMinutes(quick=0, standard=0, deep=0),
    )
    record = Record(
        source=_SECTION, raw_hash="", title="", authors=(), journal=Journal(), dates=Dates()
    )
    grades = Grades(badges={}, topics=TopicGrade(value=(), because=(), version=_NOT_READ))
    return Case(page, record, Reading(version=_NOT_READ), grades, (), {}, condition)

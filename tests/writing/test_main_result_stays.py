"""Quick keeps the main result where nothing clearly plainer could be told in its place."""

from dataclasses import replace

from evidence_atlas.conditions import load
from evidence_atlas.records.readability import grade
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.quick.fitted import CLEARLY_PLAINER, fitted
from evidence_atlas.writing.quick.size import (
    NOT_TOLD,
    QUICK_GRADE,
    QUICK_GRADE_OF_ALL,
    QUICK_GRADE_OF_THE_MAIN,
    QUICK_GRADE_OR_NOTHING,
)
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.words.names import alike

CONDITION = load("mecfs")
OPENING = Said("This study followed 40 adults.", (), about=("participants",), lay=True, keep=10)
UNTOLD = Said("What was found cannot be told here.", (), about=NOT_TOLD, lay=True, keep=6)
MAIN = "The authors report that {} made no clear difference to later employment or independence."
OTHER = "The authors report that {} made no difference to later independence."
HARD = "education and disability"
HARDER = "occupational disability"
HARDLY_LESS = "income and disability"
TOO_HARD = "electrophysiological abnormality and neuropsychological deterioration"


def finding(text, at):
    return Said(text, (), about=(f"sentences.{at}",), lay=True, keep=8, voice="authors")


def quick(main, instead):
    told = fitted([OPENING, replace(main, plainer=(instead,))], Glosser(CONDITION, ""), ())
    return [s.text for s in told]


def graded(sentence):
    return grade(alike(f"{OPENING.text} {sentence.text}"))


def test_the_main_result_stays_where_another_is_hardly_plainer():
    main, other = finding(MAIN.format(HARD), 5), finding(OTHER.format(HARDLY_LESS), 6)
    assert QUICK_GRADE < graded(main) <= QUICK_GRADE_OF_THE_MAIN
    assert graded(other) > graded(main) - CLEARLY_PLAINER
    assert quick(main, other) == [OPENING.text, main.text]


def test_it_goes_for_what_is_clearly_plainer():
    main, other = finding(MAIN.format(HARD), 5), finding("Most of them slept well at night.", 6)
    assert quick(main, other) == [OPENING.text, other.text]


def test_it_stays_where_nothing_else_could_be_told():
    main = finding(MAIN.format(HARDER), 5)
    assert QUICK_GRADE_OR_NOTHING < graded(main) <= QUICK_GRADE_OF_ALL
    assert quick(main, UNTOLD) == [OPENING.text, main.text]


def test_what_few_could_read_is_not_told():
    main = finding(MAIN.format(TOO_HARD), 5)
    assert graded(main) > QUICK_GRADE_OF_ALL
    assert quick(main, UNTOLD) == [OPENING.text, UNTOLD.text]

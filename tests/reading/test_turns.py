"""Treatments taken in turn are told from groups side by side, in words that no cue names."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")
IN_TURN = (
    "Thirty bakers wore clogs for two weeks and trainers for two weeks. "
    "Which they began with was decided by a coin.",
    "Forty clerks were put at random on tea or coffee for a month. Then all changed places.",
    "Nineteen pilots were given melatonin on one night and sugar on another night, "
    "in a sequence drawn by lot.",
    "On two evenings a week apart 22 singers took honey or syrup. "
    "The spoon of the first evening was drawn from a hat.",
    "Each of 26 gardeners had a week on the old gloves and a week on the new gloves. "
    "A list of random numbers gave the order.",
    "Sixty people were randomised to a stiff or a soft pillow. In the second season those who had "
    "had the one took the other.",
    "Twelve men were randomised to rye or wheat bread with a four-week wash-out between periods.",
)
SIDE_BY_SIDE = (
    "Eighty clerks were randomised to yoga at once or to wait. Those who waited then got yoga too.",
    "Fifty men were randomised to one of two drugs. The treatment period was six weeks.",
    "Ninety women were randomised. The tea group drank tea for eight weeks, followed by a two-week "
    "wash-out period. The others drank water.",
    "Seventy men were randomised to two diets. Blood was drawn on two mornings, a week apart.",
    "Sixty pupils were randomised. They were seen at 6 months, and 12 months after the course.",
    "Forty people were randomised to a tablet or none, each day for 12 weeks.",
    "Hospitals were randomised to the date on which they changed over to the new drip.",
    "Randomised to swimming or running, 40 men trained for six weeks, had two weeks of rest and "
    "trained for six weeks in the same sport.",
    "People who crossed over to the neighbouring country for surgery were compared with others.",
    "The two groups were randomised to rinse twice, once in the morning and once at night.",
    "Thirty adults had one side of the face treated with a laser and the other with a cream, in a "
    "randomised split-face trial, separated by an interval of a month.",
)
DUMMIES = (
    "Sixty nuns took either zinc or dummies for a year, by random allotment.",
    "Ninety children were randomised to drops of the herb or of the alcohol in which it is "
    "dissolved.",
)
NO_DUMMIES = (
    "This randomised, double-dummy, active-controlled trial set drug A against B in 90 men.",
    "Sixty women were randomised to clonidine diluted to 5 ml with normal saline or to fentanyl.",
    "Forty volunteers were randomised to a drip of saline versus 5% glucose.",
    "We brought together 31 trials and looked at the placebo arms alone.",
)


def _read(abstract: str) -> Reading:
    parts = (AbstractSection(label="METHODS", text=abstract),)
    title = "A study"
    record = Record(source="t", raw_hash="", title=title, abstract=parts, abstract_kind="original")
    return read(record, MECFS)


@pytest.mark.parametrize("abstract", IN_TURN)
def test_the_same_people_had_both_in_turn(abstract: str) -> None:
    assert _read(abstract).design.crossover is True


@pytest.mark.parametrize("abstract", SIDE_BY_SIDE)
def test_groups_side_by_side_are_no_crossover(abstract: str) -> None:
    assert _read(abstract).design.crossover is None


@pytest.mark.parametrize("abstract", DUMMIES)
def test_a_dummy_is_told_of(abstract: str) -> None:
    assert _read(abstract).design.placebo is True


@pytest.mark.parametrize("abstract", NO_DUMMIES)
def test_what_only_dissolves_or_goes_with_the_other_drug_is_no_placebo(abstract: str) -> None:
    assert _read(abstract).design.placebo is None


def test_an_exercise_trial_twice_in_one_study_is_no_review() -> None:
    reading = _read(
        "In a randomised crossover study twelve rowers performed two trials separated by a "
        "14-day washout, once with soda and once with table salt."
    )
    assert reading.design.crossover is True


@pytest.mark.parametrize(
    "abstract",
    (
        "The effect of rest in women after surgery is not known. Sixty women were randomised to "
        "rest or none.",
        "Ninety men were randomised. Differences between the two groups were not shown in the "
        "evaluation of patients' harms.",
        "Seventy adults were randomised. The sequence was concealed from the researchers until "
        "the interventions were assigned.",
        "Fifty people were randomised to be told of the weighing before (informed group) or after "
        "(uninformed group) they gave their weight.",
    ),
)
def test_gaps_nulls_and_a_closed_list_are_no_blinding(abstract: str) -> None:
    assert _read(abstract).design.blinding in (None, "open")

"""Those who have the illness and those compared with them, told by a clause as a whole."""

from __future__ import annotations

import pytest

from .test_people_of_other_texts import counted

TITLE = "Breath and sleep in asthma"


def numbers(told: str, title: str = TITLE) -> tuple[int | None, int | None, int | None]:
    people = counted(
        title, f"METHODS: {told} Levels were read twice. RESULTS: They did not differ."
    )
    return people.total, people.patients, people.controls


@pytest.mark.parametrize(
    "told",
    ["We drew 40 adults with a first code for asthma and the same number without it.",
     "For 40 farmers with asthma and one reference farmer for each, wages were looked up.",
     "Each of the forty women with asthma was matched by age with a healthy friend of her choice.",
     "Airways were looked at in 40 people with asthma and their 40 wheeze-free neighbours.",
     "Forty pairs, each made up of a person with asthma and a control of equal age, gave blood.",
     "Forty sister pairs, in each of which one sister had asthma and one was free of it, ran."],
)  # fmt: skip
def test_as_many_others_are_counted_whatever_they_are_called(told: str) -> None:
    assert numbers(told) == (80, 40, 40)


def test_twice_as_many_are_counted_whether_or_not_the_first_have_a_noun() -> None:
    assert numbers("Sway was read in 20 asthma and in twice as many controls (n=40).") == (
        60, 20, 40,
    )  # fmt: skip


@pytest.mark.parametrize(
    "told",
    ["Lungs were tested in 90 adults, half of whom had asthma; the other half were well.",
     "People with asthma and people of equal age without wheeze (45 and 45) blew into a tube.",
     "We enrolled 45 people per group (asthma; controls).",
     "We took in 90 clerks. One half (n=45) had asthma and one half (n=45) were symptom-free."],
)  # fmt: skip
def test_halves_of_everybody_are_the_ill_and_the_others(told: str) -> None:
    assert numbers(told) == (90, 45, 45)


@pytest.mark.parametrize(
    "told",
    ["Of the 400 clerks who could be asked, 10% (40) said that they had asthma; the others (90%) "
     "did not.",
     "We asked 400 clerks. Asthma was found in 40 (10%), and not found in 360.",
     "We asked 400 clerks. Those who met asthma criteria (40; 10%) were compared with those who "
     "did not (360; 90%)."],
)  # fmt: skip
def test_the_rest_of_everybody_are_those_compared(told: str) -> None:
    assert numbers(told) == (400, 40, 360)


@pytest.mark.parametrize(
    "told",
    ["An exposed cohort of 70 clerks with asthma and an unexposed cohort of 90 clerks were seen.",
     "Air was drawn from seventy asthma sufferers and ninety normals while they read."],
)  # fmt: skip
def test_two_groups_are_told_by_the_clause_that_sets_them_side_by_side(told: str) -> None:
    assert numbers(told) == (160, 70, 90)


def test_those_who_care_for_the_ill_are_not_the_ill() -> None:
    told = "Thirty parents of children with asthma and 30 parents of healthy children walked."
    assert numbers(told)[1] != 30


def test_everybody_who_was_counted_with_it_has_it_whoever_got_well_later() -> None:
    told = "We followed 90 people with asthma. By May 60 had lasting asthma and 30 had recovered."
    assert numbers(told)[:2] == (90, 90)


def test_a_treatment_that_some_had_divides_the_ill() -> None:
    told = "Of 36 people with asthma 22 patients had the pump and 14 did not have it."
    assert numbers(told)[1] == 36


def test_two_controls_for_each_are_no_two_controls() -> None:
    assert numbers("The register gave 3,000 asthma cases with two matched controls.")[2] != 2


@pytest.mark.parametrize(
    "told",
    ["Blood was drawn from people with asthma (n = 70; 40 women) and, as a comparison, people in "
     "good health (n = 90; 50 women).",
     "Blood came from 70 asthma sufferers; 90 clerks without a cough served for comparison.",
     "We asked 160 women (70 asthma, 90 pain-free).",
     "A walk was done by 70 mothers with asthma and by 90 mothers in good health.",
     "The walks of 70 patients were compared with the walks of 90 people whose COVID-19 had left "
     "no trace.",
     "Air was given by 160 people, 90 of whom were free of a cough while the others had asthma.",
     "Seventy 13- to 17-year-olds with asthma and ninety of the same age without took part."],
)  # fmt: skip
def test_groups_are_told_behind_each_other_in_brackets_or_by_the_rest(told: str) -> None:
    assert numbers(told) == (160, 70, 90)


def test_a_ratio_counts_nobody_where_everybody_is_not_counted() -> None:
    told = "Asthma cases (n = 100) were matched 1:2 to people without it."
    assert numbers(told)[2] is None
    assert numbers(told + " In all, 300 people were analysed.") == (300, 100, 200)


def test_a_year_counts_nobody() -> None:
    told = "We followed 734 people with asthma from Leeds and 2011 to 2015 comparators were sought."
    assert numbers(told)[0] == 734
    told = "We read the notes of 734 people with asthma, with 2011 as the reference year for all."
    assert numbers(told)[:2] == (734, 734)

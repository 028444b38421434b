"""Where a study takes people in for an earlier illness, its page does not give them a later one."""

from __future__ import annotations

import pytest

from .pages import page, row


def illness_row(title: str, abstract: str) -> str:
    return row(page(title, abstract), "Illness, as named")


TITLE = "Long COVID and knitting in six towns: a survey"


@pytest.mark.parametrize(
    "counted",
    [
        "We asked 840 adults testing positive for COVID-19.",
        "We asked 840 adults who had recovered from COVID-19.",
        "In all, 840 people answered. We asked a sample of COVID-19-confirmed adults in hospital.",
        "In all, 840 patients answered. We asked adults discharged with a diagnosis of COVID-19.",
    ],
)
def test_the_row_says_that_people_taken_in_for_the_first_need_not_have_the_later(counted):
    told = illness_row(TITLE, f"METHODS: {counted} RESULTS: Knitting was slower in older adults.")
    assert told.endswith("; those who took part had had COVID-19, and need not all have it")


@pytest.mark.parametrize(
    "counted",
    [
        # They were taken in for what stayed.
        "We asked 840 adults with persistent symptoms after COVID-19.",
        "We asked 840 adults with long COVID after COVID-19.",
        "We asked 840 adults with COVID-19 who met criteria for long COVID.",
        # Some had another illness.
        "We asked 840 adults with COVID-19 or influenza.",
        # The name is that of a register.
        "We asked 840 adults of the Support for Patients With COVID-19 Registry.",
        # Nobody is said to have had it.
        "We asked 840 adults after the prevalence of COVID-19 had fallen.",
    ],
)
def test_the_row_says_it_of_nobody_else(counted):
    told = illness_row(TITLE, f"METHODS: {counted} RESULTS: Knitting was slower in older adults.")
    assert "had had" not in told


def test_told_beside_the_first_the_later_is_not_given_to_all():
    told = illness_row(
        "Severe COVID-19 and long COVID in six towns: a cohort study",
        "METHODS: We followed 840 adults with COVID-19 for a year. RESULTS: Knitting was slower in "
        "older adults, and long COVID symptoms were rare.",
    )
    assert "; those who took part had had COVID-19, and need not all have long COVID" in told


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        (
            "Long COVID and new gout: a large database study",
            "METHODS: This was a retrospective cohort study of records. Two cohorts were compared: "
            "(1) Knitters, long COVID; (2) Knitters, no long COVID. RESULTS: Gout was more "
            "frequent in the first.",
        ),
        (
            "Knitting speed of long COVID and non-long COVID patients: a cohort study",
            "METHODS: Records of a clinic were used. RESULTS: Knitting was slower.",
        ),
        (
            "Long COVID and knitting: a national survey",
            "METHODS: We asked 9,400 adults. Three groups were compared: gout, long COVID, and "
            "controls. RESULTS: Knitting was slower in gout.",
        ),
    ],
)
def test_a_study_that_sets_others_without_it_beside_them_is_not_of_people_who_all_had_it(
    title, abstract
):
    assert "not everyone who took part had it" in illness_row(title, abstract)


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        (
            "Long COVID and knitting among veterans with diabetes",
            "METHODS: This was a retrospective cohort study of records of 412,000 veterans with "
            "diabetes. RESULTS: Knitting was slower with long COVID.",
        ),
        (
            "COVID-19 and the risk of wheeze and long COVID in people with lung disease",
            "METHODS: This was a retrospective cohort study of records of 312,000 people with lung "
            "disease. RESULTS: Wheeze was more frequent after COVID-19.",
        ),
    ],
)
def test_of_two_illnesses_in_the_records_of_very_many_not_everyone_had_both(title, abstract):
    assert illness_row(title, abstract).endswith("; not everyone who took part had both")


def test_whom_a_trial_took_in_for_the_first_need_not_have_the_later():
    told = illness_row(
        "Wool against long COVID: a randomized controlled trial",
        "METHODS: We put 120 adults with COVID-19 by chance into groups that had wool or placebo. "
        "RESULTS: Knitting was faster with wool than with placebo (p = 0.01).",
    )
    assert told.endswith("; those who took part had had COVID-19, and need not all have it")


def test_a_difference_between_groups_is_no_word_on_what_all_had():
    told = illness_row(
        "Deaths and wheeze in COVID-19-associated lung clots: a nationwide study",
        "METHODS: This was a retrospective cohort study. We compared wheeze between patients with "
        "COVID-19 (COVID-PE) and without (non-COVID-PE). RESULTS: Among the 136,505 patients "
        "included, 2% were diagnosed with wheeze in two years with a significant difference "
        "between COVID-PE and non-COVID-PE.",
    )
    assert told.endswith("not everyone who took part had it")

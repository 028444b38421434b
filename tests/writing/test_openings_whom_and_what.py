"""The opening says what makes those counted these people, and in what they were studied."""

from __future__ import annotations

import pytest

from .test_openings import quick


def test_all_who_were_seen_after_an_infection_are_told_so():
    said = quick(
        "Handwriting after COVID-19: a cohort study",
        "METHODS: We followed 40 adults for 5 months. RESULTS: Writing was slower in 12 adults.",
    )
    assert "40 adults after COVID-19" in said


@pytest.mark.parametrize(
    "others",
    [
        "Half of them were never infected.",
        "Of 40 adults, 11 had a documented COVID-19 infection.",
        "Uninfected adults took part, too.",
    ],
)
def test_where_some_never_had_it_nothing_is_told_of_all(others):
    said = quick(
        "Handwriting after COVID-19: a cohort study",
        f"METHODS: We followed 40 adults for 5 months. {others} RESULTS: Writing was slower.",
    )
    assert "after COVID-19" not in said.partition(".")[0]


def test_years_after_a_pandemic_are_no_illness_of_those_asked():
    said = quick(
        "Handwriting in schools after the COVID-19 pandemic: a survey",
        "METHODS: In this cross-sectional survey 600 children answered. RESULTS: Most wrote less.",
    )
    assert "600 children after" not in said


def test_people_are_told_by_the_words_that_the_methods_take_them_in_by():
    said = quick(
        "Handwriting and long shifts: a survey",
        "METHODS: In this cross-sectional study, we included residents of a lighthouse village. "
        "In total, 70 participants answered. RESULTS: Writing was slower in 12 participants.",
    )
    assert "70 residents of a lighthouse village" in said


def test_a_kind_of_two_kinds_is_not_told_for_all():
    said = quick(
        "Handwriting and long shifts: a survey",
        "METHODS: In this cross-sectional study, we recruited lighthouse keepers and bakers. "
        "In total, 70 participants answered. RESULTS: Writing was slower in 12 participants.",
    )
    assert "70 lighthouse keepers" not in said


def test_a_title_that_says_a_result_tells_in_plain_words_what_it_was_about():
    said = quick(
        "Monocytes of the lung are altered in long COVID",
        "METHODS: We compared 30 people with long COVID with 20 healthy people. "
        "RESULTS: Breath holding was shorter in people with long COVID.",
    )
    assert "The study was about immune cells and the lungs." in said


def test_a_method_or_a_part_of_a_name_is_no_subject():
    said = quick(
        "Brain natriuretic peptide is raised by mRNA doses and seen by magnetic resonance",
        "METHODS: We compared 30 people with long COVID with 20 healthy people. "
        "RESULTS: The peptide was higher in people with long COVID.",
    )
    assert "about the brain" not in said and "genes" not in said


def test_an_article_is_told_by_more_than_its_illness():
    said = quick(
        "How gut leaks could shape long COVID",
        "This narrative review sums up the literature on long COVID.",
        ("Review",),
    )
    assert "This article is about long COVID and the gut." in said


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Long COVID: how to define it and how to manage it", "how it is defined and its manage"),
        ("Does complement in long COVID run wild?", "long COVID and the immune system"),
        ("Do long COVID and asthma travel together?", "long COVID and asthma"),
        ("Long COVID: a comprehensive review", "gives an overview of long COVID"),
        ("Which pregnant women with long COVID were never asked?", "long COVID and pregnancy"),
    ],
)
def test_an_article_of_an_illness_says_what_of_it(title, told):
    said = quick(title, "This narrative review sums up the literature on long COVID.", ("Review",))
    assert told in said


@pytest.mark.parametrize(
    ("title", "never"),
    [
        ("Long COVID: lessons from asthma", "asthma"),
        ("Do asthma drugs matter in long COVID?", "COVID and asthma."),
    ],
)
def test_an_illness_that_only_lends_a_lesson_or_a_name_is_not_the_subject(title, never):
    said = quick(title, "This narrative review sums up the literature on long COVID.", ("Review",))
    assert never not in said


def test_people_in_interviews_are_told_with_what_they_were_asked_about():
    said = quick(
        "Telerehabilitation by post is what people with long COVID want: a qualitative study",
        "METHODS: We interviewed 14 people with long COVID. RESULTS: Most liked the letters.",
    )
    assert "14 people with long COVID about rehabilitation" in said
    assert "for their own accounts" not in said

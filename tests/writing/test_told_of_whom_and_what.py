"""A result is told of the people, the part and the place that the text tells it of, or not."""

from __future__ import annotations

import pytest

from .pages import page, section

COUNTED = "METHODS: We compared 31 people with long COVID with 42 healthy controls. RESULTS: "


def all_of(title: str, text: str, types: tuple[str, ...] = ()) -> str:
    told = page(title, text, types)
    return " ".join(s.text for s in told.statements())


def test_what_fell_in_the_course_of_something_was_compared_with_nobody():
    told = all_of(
        "Beeswax in blood in long COVID: a case-control study",
        COUNTED + "Beeswax was linked with honey (p = 0.01), whereas infection decreased during "
        "the later weeks (-0.6, p = 0.02).",
    )
    assert "nfection was lower in people" not in told


@pytest.mark.parametrize(
    "placed",
    [
        "Reduced honey proteins were seen in the muscles of the neck in long COVID (p = 0.01).",
        "Compared with controls, patients showed lower levels of proteins after rowing (p = 0.01).",
        "Patients had lower honey-making proteins than controls (p = 0.01).",
    ],
)
def test_what_was_so_in_one_place_or_of_one_kind_is_not_told_of_all(placed):
    told = all_of("Proteins in long COVID: a case-control study", COUNTED + placed)
    assert "roteins were lower in" not in told


def test_a_plain_difference_is_still_told_plainly():
    told = all_of(
        "Walking in long COVID: a case-control study",
        COUNTED + "Walking speed was lower in patients than in controls (p = 0.01).",
    )
    assert "lower in" in told and "than in" in told


def test_all_who_are_ill_are_no_part_of_the_people():
    told = all_of(
        "Nerves of the skin in long COVID: a case-control study",
        "METHODS: We compared 31 people with long COVID with 42 healthy controls, and made a "
        "subgroup analysis. RESULTS: Nerves were fewer in patients with long COVID than in "
        "controls, both in the full sample and in the subgroup with dry skin (p = 0.01).",
    )
    assert "concerns only patients with long COVID" not in told
    assert "holds for everyone" not in told


def test_a_part_that_the_aim_names_is_not_called_unplanned():
    told = all_of(
        "Loneliness after long COVID: a survey",
        "BACKGROUND: Our aim was to see how lonely people with long COVID are, also stratified by "
        "sex. METHODS: In this cross-sectional survey 900 adults with long COVID answered. "
        "RESULTS: Loneliness was not linked with noise. Among women, loneliness was higher with "
        "noise (p = 0.02, n = 400).",
    )
    assert "does not say that this group was planned" not in told


def test_those_who_finished_in_each_group_are_not_all_who_finished():
    told = all_of(
        "Rowing for long COVID: a randomised trial",
        "METHODS: 220 adults with long COVID were randomly assigned to rowing or rest. "
        "RESULTS: 108 participants in each group completed the trial. Fatigue fell.",
        ("Randomized Controlled Trial",),
    )
    assert "Only 108" not in told and "108 finished" not in told


def test_when_harms_came_is_not_how_old_people_were():
    told = section(
        page(
            "Clips for long COVID: a cohort study",
            "METHODS: We followed 90 adults with long COVID. RESULTS: Harms came between 1 and 5 "
            "years in three people.",
            (),
        ),
        "study_at_a_glance",
    )
    assert not any("between 1 and 5" in row for row in told)


def test_people_up_to_29_years_are_not_called_children():
    told = section(
        page(
            "Long COVID in young people: a survey",
            "METHODS: In this cross-sectional survey we asked children and young people aged 15-29 "
            "years with long COVID; 765 participants answered. RESULTS: Cough was common.",
            (),
        ),
        "study_at_a_glance",
    )
    assert not any(row.endswith("; children") or row == "children" for row in told)


@pytest.mark.parametrize(
    ("title", "counted", "told"),
    [
        ("Nerves in painful long COVID: a study",
         "31 patients with painful long COVID", "painful long COVID"),
        ("Mood in patients with lasting COVID-19 smell loss: a survey",
         "31 patients", "lasting COVID-19 smell loss"),
        ("Balance in older adults with long COVID: a survey",
         "31 older adults with long COVID", "older adults with long COVID"),
    ],
)  # fmt: skip
def test_a_kind_of_the_illness_or_of_people_is_told_as_that(title, counted, told):
    text = f"METHODS: This cross-sectional survey was of {counted}. RESULTS: Sleep was short."
    assert told in all_of(title, text)


def test_young_and_older_adults_are_not_all_older():
    told = all_of(
        "Wishes of young and older adults with long COVID: a survey",
        "METHODS: In this cross-sectional survey 40 adults with long COVID answered. RESULTS: "
        "Sleep was short.",
    )
    assert "40 older" not in told


def test_one_person_with_three_illnesses_is_told_with_all_of_them():
    told = all_of(
        "A watch in long COVID: case report",
        "CASE: This report is of a male with long COVID, asthma, and chronic fatigue syndrome "
        "(CFS), who wore a watch. His pulse slowed over time.",
        ("Case Reports",),
    )
    assert "asthma and chronic fatigue syndrome" in told


def test_a_case_with_an_illness_that_only_the_title_names_is_told_with_it():
    told = all_of(
        "Ten years with Brown's syndrome: a case report",
        "CASE: A 35-year-old woman was diagnosed at the age of 26. Her sight was weak. She got "
        "glasses and saw better.",
        ("Case Reports",),
    )
    assert "Brown's syndrome" in told


def test_data_of_people_are_told_with_how_many_they_were():
    text = (
        "METHODS: This retrospective study included 330 long COVID patients from three hospitals; "
        "a machine learning model was trained. RESULTS: The model had an AUC of 0.8."
    )
    told = all_of("Machine learning to tell who sleeps well in long COVID", text)
    assert "The data came from 330 people with long COVID." in told
    modelled = all_of("Machine learning on long COVID: a computational modelling study", text)
    assert "By computer, this study looked at data on 330 people with long COVID." in modelled


def test_a_model_that_reckons_ahead_is_no_test_or_set_of_questions():
    told = all_of(
        "Forecasting models of an epidemic: an assessment of their validity",
        "METHODS: This technical report addresses the validity of long-term epidemiological "
        "forecasting of COVID-19. RESULTS: Forecasts held for some months.",
    )
    assert "a set of questions" not in told


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Correction: Rowing for long COVID", "has been corrected"),
        ("RETRACTION: Rowing for long COVID", "has been retracted"),
    ],
)
def test_a_notice_says_what_has_become_of_the_other_paper(title, says):
    assert says in all_of(title, "", ("Published Erratum",))


def test_what_a_title_says_is_brought_about_was_not_measured_for_that():
    told = all_of(
        "Honey may trigger fatigue in long COVID",
        "BACKGROUND: Long COVID brings fatigue. METHODS: We compared proteins in the blood of 31 "
        "people with long COVID and 42 healthy controls. RESULTS: Proteins differed.",
    )
    assert "measured fatigue" not in told


def test_how_a_study_was_made_is_no_conclusion():
    told = all_of(
        "Bubbles in blood in long COVID: a case-control study",
        COUNTED + "Bubbles were larger in patients (p = 0.01). CONCLUSIONS: Bubbles were isolated "
        "from the blood of patients and controls. Larger bubbles may be a sign of long COVID.",
    )
    assert "conclude that bubbles were isolated" not in told


def test_a_label_glued_to_a_word_is_not_told():
    told = all_of(
        "Smell in long COVID: a survey",
        "METHODS: In this cross-sectional survey 90 adults with long COVID answered. RESULTS: "
        "Smell was weak in 40%. ConclusionThe loss of smell is linked with low mood in long COVID.",
    )
    assert "ConclusionThe" not in told

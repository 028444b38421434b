"""Pages tell those who were meant, and what was found in them, without a part of either lost."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.people.in_hospital import called_hospital_patients
from evidence_atlas.writing.words.numbers import number_words_in_front
from evidence_atlas.writing.words.theirs import first_part

from .pages import page, page_that_passes, quick_of, row, section, told_in


def test_people_in_hospital_are_not_told_as_all_who_fall_ill():
    made = page_that_passes(
        "Asthma and the heart: a follow-up at one centre",
        "We asked how asthma bears on the heart. METHODS: This prospective cohort study included "
        "99 patients hospitalized due to the severe and very severe forms of asthma attacks in "
        "our city's oldest clinic. RESULTS: During their stay, 47% of patients had a "
        "new heart complaint.",
    )
    first = section(made, "quick_summary")[0]
    assert "hospital" in first
    assert "99 people with asthma" not in told_in(made, "fair_to_say")


@pytest.mark.parametrize(
    ("quoted", "told", "said"),
    [
        ("hospitalised for severe asthma", "99 people with asthma",
         "99 hospital patients with asthma"),
        ("patients admitted to the lung unit", "454 people", "454 hospital patients"),
        ("inpatients with asthma", "patients with asthma", "hospital patients with asthma"),
        ("non-hospitalised bakers", "12 people", "12 people"),
        ("hospitalised and non-hospitalised bakers", "12 people", "12 people"),
        ("outpatients", "12 people", "12 people"),
        ("hospitalised for asthma", "12 adults with asthma", "12 adults with asthma"),
    ],
)  # fmt: skip
def test_those_whom_a_text_calls_hospitalised_are_hospital_patients(quoted, told, said):
    assert called_hospital_patients(quoted, told) == said


def test_a_step_of_a_scale_is_no_trait_of_those_who_took_part():
    asked = "We looked back at 50 adults with asthma who took the drug. METHODS: "
    steps = "The scale of daily life runs from I (well) to V (bed-bound). RESULTS: It fell."
    assert "bed-bound" not in row(page("A drug for asthma", asked + steps), "Who they were")
    people = "All of them were bed-bound. RESULTS: The score fell."
    assert "bed-bound" in row(page("A drug for asthma", asked + people), "Who they were")


def test_a_number_before_the_short_form_of_a_unit_stays_a_figure():
    assert number_words_in_front("1 h after the tablet, grip rose") == (
        "1 h after the tablet, grip rose"
    )
    assert number_words_in_front("4 hours later grip rose") == "Four hours later grip rose"


def test_the_aim_is_what_the_study_did_and_not_why_it_was_done():
    told = told_in(
        page(
            "Damp homes and the lungs of adults with asthma",
            "To address concern that damp may speed up the loss of lung function, this study "
            "examined breath markers of swelling among older adults with asthma. METHODS: 40 of "
            "them blew into a tube. RESULTS: Markers were higher in damp homes.",
        ),
        "why_it_matters",
    )
    assert "examine breath markers" in told
    assert "concern" not in told


def test_no_group_is_cut_from_a_list_that_counts_them():
    aim = (
        "compare the pace of walking among bakers in three groups: those with asthma now, those "
        "whose asthma has gone without leaving a trace, and bakers who never had any trouble"
    )
    assert first_part(aim, 4, 24) == aim.partition(":")[0]
    assert first_part(aim, 4, 60) == aim


def test_data_that_no_computer_model_made_are_not_said_to_be_made_by_computer():
    told = quick_of(
        "This study explores the link between asthma and road accidents across the states. "
        "METHODS: Published data on asthma and accidents from 2020 to 2023 were analysed. RESULTS: "
        "Asthma was linked with more road accidents.",
        "Driving with asthma: public data on accidents",
    )
    assert not any("made by computer" in s for s in told)


def test_a_slow_recovery_is_not_told_as_one_that_lasts():
    told = told_in(
        page(
            "Asthma after a fire",
            "We asked 40 adults with asthma after a fire. RESULTS: Cough was seen in 20. "
            "CONCLUSIONS: Patients who still cough may experience prolonged recovery.",
        ),
        "inferred_conclusions",
    )
    assert "long-lasting recovery" not in told

"""Who reads only Quick learns what the study found, not what it found besides."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.words.quoting import change_told, without_examples

from .pages import quick_of

ASKED = "We aimed to compare sleep quality in 60 adults with asthma and 60 healthy controls. "


def test_what_the_study_asked_is_told_before_what_it_found_besides():
    told = quick_of(
        ASKED + "RESULTS: Height was higher in adults with asthma than in healthy controls. "
        "Sleep quality was lower in adults with asthma than in healthy controls. "
        "CONCLUSIONS: Sleep quality is lower in adults with asthma."
    )
    said = [s for s in told if "was higher" in s or "was lower" in s]
    assert said and said[0].startswith("Sleep")


def test_a_null_of_one_part_at_one_time_is_no_null_of_all():
    told = " ".join(quick_of(
        ASKED + "RESULTS: Muscle lactate at rest did not differ between the groups. "
        "CONCLUSIONS: Muscle lactate at rest is alike."
    ))  # fmt: skip
    assert "difference in lactate" not in told


def test_what_the_sentence_takes_back_is_told_with_it():
    told = " ".join(quick_of(
        "We randomised 80 adults with asthma to salt air or placebo. RESULTS: Cough scores fell in "
        "both groups, but the fall was greater in the salt air group than in the placebo group."
    ))  # fmt: skip
    assert "both groups" not in told or "greater in the salt air group" in told


def test_the_half_that_an_and_denies_is_not_left_off():
    told = " ".join(quick_of(
        "OBJECTIVE: To look at muscle signals in asthma. METHODS: We studied 20 adults with asthma "
        "and 20 controls. RESULTS: None of the recordings was abnormal. CONCLUSION: Wheeze at "
        "night was found in all cases of asthma, and the electrical findings did not indicate the "
        "muscle or its nerve as a relevant factor in this condition."
    ))  # fmt: skip
    assert "in all cases of asthma" not in told or "did not" in told


def test_how_often_a_test_was_right_is_told_in_plain_words():
    told = quick_of(
        "We developed a breath test for asthma and tried it in 80 adults with asthma and 80 "
        "healthy controls. RESULTS: The test had a sensitivity of 92% and a specificity of 81%.",
        "Diagnostic accuracy of a breath test for asthma",
    )
    assert (
        "The test was right for 92% of the people it looks for, and for 81% of the others." in told
    )


def test_what_others_found_before_is_no_finding():
    told = " ".join(quick_of(
        ASKED + "RESULTS: Poor sleep has been associated with cold homes. Sleep quality was lower "
        "in adults with asthma than in healthy controls."
    ))  # fmt: skip
    assert "cold homes" not in told


@pytest.mark.parametrize("text, words", [
    ("Short use led to a clear reduction in breath strength.",
     "a clear reduction in breath strength"),
    ("There was no reduction in breath strength.", None),
    ("It showed impairment of DL(CO), strength and health.", None),
    ("We saw a reduction in strength, but only in men.", None),
])  # fmt: skip
def test_a_change_is_quoted_whole_and_never_where_it_is_denied(text, words):
    assert change_told(text) == words


@pytest.mark.parametrize("text, left", [
    ("Salt air lowered cough scores such as X and Y", "Salt air lowered cough scores"),
    ("Cough, especially at night, was worse than before", "Cough, especially at night, was worse than before"),  # noqa: E501
])  # fmt: skip
def test_only_examples_are_left_off(text, left):
    assert without_examples(text) == left

"""Quick says what the study was to find out, where the text says so and there is room."""

from __future__ import annotations

import pytest

from .pages import page
from .test_openings import quick

NURSES = "We sent a survey to 116 nurses who care for people with long COVID. "
FOUND = "RESULTS: Compassion fatigue was higher in nurses with long COVID than in the others."


def test_what_was_asked_goes_before_a_word_of_the_title():
    said = quick(
        "Fatigue and long COVID in nurses",
        f"OBJECTIVE: To measure compassion fatigue in nurses. METHODS: {NURSES}{FOUND}",
    )
    assert "The aim was to measure compassion fatigue in nurses." in said
    assert "was about" not in said


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (
            "To assess association between noise and sleeping badly.",
            "study the link between noise and sleeping badly.",
        ),
        ("To determine whether pay changes sleep.", "see whether pay changes sleep."),
        ("To investigate how nurses sleep at home.", "find out how nurses sleep at home."),
        ("To quantify the sleep of nurses at home.", "measure the sleep of nurses at home."),
    ],
)
def test_verbs_of_research_are_told_in_everyday_words(stated, told):
    said = quick("Sleep of nurses", f"OBJECTIVE: {stated} METHODS: {NURSES}{FOUND}")
    assert f"The aim was to {told}" in said


@pytest.mark.parametrize(
    "stated",
    [
        "To fill a gap in the literature on nurses.",
        "To report on data of the Long Night Study of nurses.",
        "To identify the most influential predictors.",
        "To examine 116 nurses from three towns.",
        "To compare sleep in three groups of nurses: those who work by day, those who work by "
        "night, and those who work by day and by night in turn in the wards of large hospitals.",
    ],
)
def test_an_aim_that_says_little_or_has_lost_its_end_is_not_told(stated):
    said = quick("Sleep of nurses", f"OBJECTIVE: {stated} METHODS: {NURSES}{FOUND}")
    assert "The aim was to" not in said


def test_two_aims_in_one_sentence_end_where_the_second_begins():
    said = quick(
        "Sleep of nurses",
        "OBJECTIVE: We aimed to describe the sleep of nurses, and sought the reasons for it. "
        f"METHODS: {NURSES}{FOUND}",
    )
    assert "Part of the aim was to describe the sleep of nurses." in said


def test_a_step_on_the_way_is_no_aim_but_what_a_whole_study_was_for_is():
    step = quick(
        "Sleep of nurses",
        f"METHODS: {NURSES}To identify clusters of bad sleep, we used three models. {FOUND}",
    )
    assert "The aim was to" not in step
    whole = quick(
        "Sleep of nurses",
        "METHODS: To describe bad sleep in nurses, we conducted a survey in three towns. "
        f"{NURSES}{FOUND}",
    )
    assert "The aim was to describe bad sleep in nurses." in whole


def test_whom_a_study_looked_at_is_not_what_it_asked():
    made = page(
        "Sleep of nurses with long COVID",
        "METHODS: This study investigated 116 participants of the Long Night Study in 2023, "
        f"focusing on their sleep. {FOUND}",
        (),
    )
    assert not any("set out to" in s.text for s in made.statements())


def test_points_in_time_that_are_not_told_end_no_aim():
    said = quick(
        "Sleep of nurses",
        "OBJECTIVE: To describe the sleep of nurses at both points in time. "
        f"METHODS: {NURSES}{FOUND}",
    )
    assert "both points" not in said.partition("Compassion")[0]


def test_what_came_of_it_is_no_part_of_an_aim():
    made = page(
        "Noise and sleep of nurses",
        "BACKGROUND: Here, we investigated whether noise keeps nurses awake and demonstrated that "
        f"it does. METHODS: {NURSES}{FOUND}",
    )
    aims = [s.text for s in made.statements() if s.text.startswith("The authors set out")]
    assert all("demonstrated" not in text for text in aims)


@pytest.mark.parametrize(
    "beside_the_point",
    [
        " using national records of pay",
        ", focusing on night shifts",
        " at two hospitals in Leeds",
        " between April 2020 and May 2022",
        " by analyzing their records with a model",
    ],
)
def test_where_when_and_by_what_is_left_to_the_page_below(beside_the_point):
    said = quick(
        "Sleep of nurses",
        "OBJECTIVE: To study the link between pay and sleeping badly among nurses"
        f"{beside_the_point}. METHODS: {NURSES}{FOUND}",
    )
    assert "The aim was to study the link between pay and sleeping badly among nurses." in said

"""What the studies of a review were like, and what was done with them, is not what it found."""

import pytest

from evidence_atlas.writing.sentences.empty_results import only_announced
from evidence_atlas.writing.sentences.standing import no_aim

from .pages import page_that_passes, quick_of, told_in


@pytest.mark.parametrize(
    "text",
    [
        "The kind of asthma was not reported in 0.4% of the cases",
        "The included studies varied in design, ranging from small to large trials",
        "The 12 best pieces of evidence were summarized from 4 aspects",
        "Treatments were categorized as given at home and given in hospital",
        "Eleven of these were deemed relevant and read twice",
        "Most studies presented data on coughs, while a few reported deaths",
        "Respondents with a test were then categorized into those with asthma and without asthma",
        "We present BreathNet, a deep network trained on five years of records",
    ],
)
def test_it_is_no_finding(text: str):
    assert only_announced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Recommendations were grouped as strong in most guidelines and weak in one",
        "Asthma was not reported by those who slept well",
        "Studies differed in how much asthma they found",
        "We present BreathNet, which tells asthma from a cold",
    ],
)
def test_what_was_found_stays_one(text: str):
    assert not only_announced(text)


def test_the_share_of_all_is_told_and_not_the_share_that_was_not_reported():
    told = " ".join(quick_of(
        "We searched four databases. RESULTS: 43 studies were included. The overall prevalence of "
        "new asthma after a cold was 1.4%, while the kind of asthma was not reported in 0.5% of "
        "the cases.",
        "New asthma after a cold: a systematic review", ("Systematic Review",),
    ))  # fmt: skip
    assert "not reported" not in told


def test_a_review_of_animal_models_is_told_as_one():
    made = page_that_passes(
        "Is there an animal model for long COVID? A systematic review",
        "We reviewed 81 studies of mice and hamsters. Several models answer some questions, but no "
        "single model shows all signs of long COVID.",
        ("Systematic Review",),
    )
    assert "81 studies of animal models of long COVID" in told_in(made, "quick_summary")


def test_an_aim_that_points_back_to_the_latter_is_none():
    assert no_aim("address the latter issue with a course for students")
    assert not no_aim("compare asthma with a cold")


def test_studies_that_were_only_included_at_first_are_not_those_gathered():
    made = page_that_passes(
        "Wearable devices in asthma: a scoping review",
        "A total of 400 articles were identified, and after screening, 15 studies were initially "
        "included, with 11 studies meeting the criteria for the final synthesis. Watches were the "
        "devices used most.",
        ("Scoping Review",),
    )
    told = told_in(made, "quick_summary")
    assert "15 studies" not in told
    assert "11 studies" in told or "Eleven studies" in told or "eleven studies" in told


def test_the_subject_of_a_title_stands_behind_its_figure_of_speech():
    told = quick_of(
        "Asthma is common. In this review, we discuss scars of the lungs and how they come about. "
        "We look at tests.",
        "Breathless Days: Post-Pneumonia Lung Scarring", ("Review",),
    )  # fmt: skip
    assert told[0] == "This article is about post-pneumonia lung scarring."


def test_a_lack_of_knowledge_is_not_the_message_of_a_review():
    told = " ".join(quick_of(
        "Asthma is common. This review looks at asthma in people with weak hearts. Although weak "
        "hearts could shape the course of asthma, there is an important shortfall of what is known "
        "of asthma in people with weak hearts.",
        "Asthma in people with weak hearts: a review", ("Review",),
    ))  # fmt: skip
    assert "shortfall" not in told


def test_the_health_of_the_public_is_not_what_was_measured():
    told = " ".join(quick_of(
        "Uptake of the vaccine remains low. This study aimed to estimate the public health and "
        "economic impact of a second asthma vaccine in adults. METHODS: A decision model was "
        "adapted. RESULTS: In the base case, a second vaccine was estimated to prevent 271 cases "
        "of asthma and 8 deaths. CONCLUSION: A second vaccine was estimated to ease the burden of "
        "asthma.",
        "Public Health and Economic Impact of Increased Uptake of a Second Asthma Vaccine",
    ))  # fmt: skip
    assert "on public health" not in told

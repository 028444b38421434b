"""What groups had in common at the start is no finding, and a main result that is long is told."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.authors.has_verb import has_verb
from evidence_atlas.writing.brief.alike_at_start import alike_at_start
from evidence_atlas.writing.sentences.in_two import in_two

from .pages import page_of, quick_of

TWO_GROUPS = (
    "We asked 210 adults with asthma who had used a steam bath and 190 who had not about their "
    "breath. RESULTS: "
)
TRIAL = (
    "We compared two courses in asthma. 120 adults with asthma were randomised to a breathing "
    "course or a singing course. RESULTS: "
)


@pytest.mark.parametrize(
    "text",
    [
        "The two groups did not differ significantly in age, sex and BMI",
        "Age and sex were similar between the groups",
        "There were no differences between the groups with regard to age, gender or smoking status",
        "Baseline characteristics were well balanced between the arms",
    ],
)
def test_who_the_groups_were_is_known_as_such(text: str):
    assert alike_at_start(text)


@pytest.mark.parametrize(
    "text",
    [
        "Breathlessness did not differ by age or sex",
        "The groups did not differ in age and breathlessness",
        "Breathlessness was similar across age groups",
        "The groups were similar in age and sex, but bathers coughed less",
    ],
)
def test_a_null_of_what_was_measured_is_a_finding(text: str):
    assert not alike_at_start(text)


def test_no_part_of_the_page_tells_that_groups_were_alike_at_the_start_as_a_finding():
    told = page_of(
        TWO_GROUPS + "The groups did not differ significantly in age, sex and BMI. Those who used "
        "the bath had less cough than those who did not (p = 0.01). CONCLUSIONS: Bathers coughed "
        "less.",
        "Cough in people with asthma who use steam baths",
    ).statements()
    assert not any("sex and BMI" in s.text for s in told)
    assert any("cough" in s.text and s.section == "quick_summary" for s in told)


def test_a_trial_that_reports_no_interaction_says_that_the_groups_changed_alike():
    told = quick_of(
        TRIAL + "Analysis revealed a significant improvement with time in breath, sleep, mood and "
        "daily life (all p < 0.03), but no group-by-time interaction. However, some improvements "
        "were specific to one course. CONCLUSIONS: Longer courses should be tried.",
        "A breathing or a singing course for asthma: a randomised controlled trial",
        ("Randomized Controlled Trial",),
    )
    assert "The study found no clear difference between the groups in how they changed." in told


def test_what_holds_in_one_outcome_only_is_not_said_of_all():
    told = quick_of(
        TRIAL + "There was no group-by-time interaction for sleep. The singing course had less "
        "cough than the breathing course (p = 0.01). CONCLUSIONS: Singers coughed less.",
        "A breathing or a singing course for asthma: a randomised controlled trial",
        ("Randomized Controlled Trial",),
    )
    assert not any("in how they changed" in s for s in told)


def test_a_sentence_full_of_ratios_is_told_by_its_main_clause():
    told = quick_of(
        "We asked 1,813 adults about asthma. RESULTS: The mean age was 50 years. The likelihood of "
        "asthma increased with damp rooms, prevalence ratios (95% CI) for 1, 2-3 and ≥ 4 rooms "
        "versus none were 1.90 (1.16-3.13), 3.32 (2.07-5.35) and 5.65 (3.41-9.38), respectively.",
        "Damp rooms and asthma: a cross-sectional survey",
    )
    assert any("the chance of asthma increased with damp rooms." in s for s in told)


def test_a_long_sentence_is_told_as_two_and_keeps_its_turn():
    halves = in_two(
        "damp rooms were linked with asthma in most of the towns, although the strength of this "
        "link was small in the north",
        has_verb,
    )
    assert halves == (
        "damp rooms were linked with asthma in most of the towns",
        "the strength of this link was small in the north",
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "adults had cough, fever, and sleep was poor",
        "in men with asthma, cough was worse, while sleep was better",
        "cough was worse in the north, and was linked with damp",
        "cough was worse in the north, but no change in sleep, which was poor",
    ],
)
def test_what_leans_on_the_other_half_is_not_told_apart(text: str):
    assert in_two(text, has_verb) is None


def test_what_a_sentence_only_grants_is_not_told_in_the_place_of_the_other_thing():
    told = " ".join(quick_of(
        "We asked 400 adults with asthma about salt. RESULTS: While adults with asthma had higher "
        "salt levels than adults without asthma, women among them had normal salt levels, with "
        "pronounced loss of water.",
        "Asthma and salt",
    ))  # fmt: skip
    assert "women among them had normal salt levels" in told


def test_a_sentence_of_its_own_behind_a_semicolon_is_no_further_item():
    told = " ".join(quick_of(
        "We asked 400 adults with asthma about dust. RESULTS: The prevalence of cough was 51.4% in "
        "adults with asthma; of these, most at night.",
        "Cough in asthma",
    ))  # fmt: skip
    assert "51.4%" in told
    assert "among other things" not in told

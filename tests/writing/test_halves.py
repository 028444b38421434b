"""What is told of a sentence keeps its sense: both halves, every group, and what it is set against.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.records import AbstractSection, Record
from evidence_atlas.writing.brief.since_start import time_told
from evidence_atlas.writing.sentences.standing import leans, no_aim, no_conclusion
from evidence_atlas.writing.subject.outcome_words import part_of_what_changed
from evidence_atlas.writing.words.clause import swapped
from evidence_atlas.writing.words.edges import needs_its_brackets
from evidence_atlas.writing.words.short_forms import explained
from evidence_atlas.writing.words.theirs import bare, held_brackets, with_brackets

from .test_whole_sentences import COHORT, both, page

__all__ = ["page"]


def test_both_halves_of_a_contrast_are_told(page):
    told = page(
        "Peak flow was higher after the morning walk than after the evening walk by 8%, but the "
        "two walks together exceeded the morning walk alone by 20%.",
        COHORT,
    )["observed_findings"]
    assert any("morning walk than after the evening walk" in t for t in told)
    assert any("two walks together" in t for t in told)


def test_half_of_a_contrast_that_cannot_be_told_whole_is_not_told(page):
    told = page(
        "Oxygen was lower in miners with asthma, whereas "
        + "that of the others, of whom some smoked, some did not, and many had stopped long ago, "
        "elevated in the mornings, at noon, in the evenings, and at night in all of the seasons. "
        "Cough was higher in miners with asthma than in controls."
    )["observed_findings"]
    assert not any("Oxygen was lower" in t and "whereas" not in t for t in told)
    assert any("Cough was higher" in t for t in told)


def test_a_semicolon_ends_a_contrast(page):
    told = page(
        "Wheeze was higher in miners with asthma than in controls; cough was higher in those who "
        "smoked, but not in the others."
    )["observed_findings"]
    assert any(t.startswith("Wheeze was higher") for t in told)


def test_what_turns_from_a_finding_follows_it(page):
    told = page(
        "56% of the miners had a clear improvement of their breathing. "
        "However, 15% of the miners had a clear deterioration of their breathing.",
        COHORT,
    )["observed_findings"]
    assert any("worsening" in t for t in told)


def test_those_who_got_worse_are_told_with_those_who_got_better(page):
    told = page(
        "At 12 weeks, 10 miners improved, 3 miners were unchanged, and 4 miners got worse.", COHORT
    )["observed_findings"]
    assert any("improved" in t for t in told)
    assert any("worse" in t for t in told)


def test_those_counted_as_worse_under_a_treatment_are_no_silence_on_harms(page):
    told = page(
        "Breathing improved in 11 patients (22%), while 6 patients (12%) experienced worsening "
        "symptoms.",
        "Fifty adults with asthma were all treated with theophylline for 12 weeks. ",
        title="Theophylline for asthma: a single-arm trial",
    )
    everything = " ".join(t for texts in told.values() for t in texts)
    assert "does not mention harms, but says that some people got worse" in everything
    assert "does not mention harms." not in everything


def record_of(text: str) -> Record:
    return Record(
        source="test", raw_hash="0" * 64, title="Asthma in miners",
        abstract=(AbstractSection(text=text),), abstract_kind="original",
    )  # fmt: skip


def test_a_short_form_is_no_sentence_that_compares_two_groups():
    of = record_of(
        "Women with asthma (LAF) had more wheeze. It was stronger in LAF compared to males (LAM)."
    )
    assert not explained(of, "LAM")


def test_a_short_form_may_hold_that_of_another_thing():
    of = record_of("Long asthma (LA) is common. We asked people with LA (PwLA) about work.")
    assert explained(of, "PwLA")


@pytest.mark.parametrize(
    ("text", "outcome", "is_part"),
    [
        ("Virus-specific T cells fell over time.", "T cells", True),
        ("A higher intensity of sleep symptoms was seen over time.", "sleep", True),
        ("Fatigue decreased at 12 weeks.", "fatigue", False),
        ("The level of antibodies declined over two years.", "antibodies", False),
    ],
)
def test_a_change_in_a_part_is_no_change_in_the_whole(text: str, outcome: str, is_part: bool):
    assert part_of_what_changed(text, outcome) is is_part


def test_a_change_is_one_from_the_start_only_where_time_is_told():
    assert time_told("Wheeze decreased over time.")
    assert time_told("Wheeze was lower after 12 weeks.")
    assert not time_told("Antibodies gave robust protection when given beforehand.")


def test_a_large_challenge_is_no_clear_one():
    assert swapped("Miners face significant challenges at work") == "Miners face challenges at work"
    assert "clear difference" in swapped("There was a significant difference in wheeze")


def test_brackets_that_say_which_group_had_what_are_not_dropped():
    assert needs_its_brackets("13% (C2) and 7% (C3) had wheeze (C2) and cough (C3).")
    assert not needs_its_brackets("Wheeze was seen in 12 of 40 people (30%).")


def test_brackets_that_list_or_explain_stay_in_an_aim():
    text = "examine strain at work (dust, heat, and noise) in miners (n = 40)"
    assert with_brackets(bare(held_brackets(text))) == (
        "examine strain at work (dust, heat, and noise) in miners"
    )


@pytest.mark.parametrize("text", ["224 (55.2%) did not.", "81 patients were not."])
def test_what_was_not_done_is_not_told_without_what_it_was(text: str):
    assert leans(text)


def test_an_aim_and_a_conclusion_that_point_at_no_one_are_not_told():
    assert no_aim("document the lives of such patients")
    assert no_conclusion("these symptoms may be linked with dust")
    assert no_conclusion("it includes breathing exercises and rest")
    assert not no_conclusion("these findings suggest that dust may matter")
    assert not no_conclusion("it is likely that dust matters")


def test_what_was_known_before_the_study_is_no_conclusion_of_it():
    assert no_conclusion("the way in which dust harms has not yet been fully elucidated")
    assert no_conclusion("asthma in miners is a major public health challenge")
    assert not no_conclusion("asthma in miners is a major health burden where dust is common")
    assert not no_conclusion("dust is a challenge for miners with asthma")


def test_what_is_more_likely_under_a_condition_keeps_it(page):
    text = (
        "Miners are more likely to wear protection underground and at home, such as masks with "
        "filters and gloves, when they report feeling at risk of asthma or wheeze."
    )
    told = " ".join(both(page("Masks were worn by 40 miners. " + text)))
    assert "more likely" not in told or "when they report" in told

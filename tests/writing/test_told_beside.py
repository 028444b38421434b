"""Quick tells the main result, and beside it what else may be the main one."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.among_others import among_others

from .pages import page, quick_of

SURVEY = "We asked 400 adults with asthma about work and sleep. "


def test_a_share_told_further_down_stands_beside_the_first_result():
    told = quick_of(
        SURVEY + "RESULTS: Adults with asthma were absent from work more often than adults without "
        "asthma. Poor sleep was linked with absence from work. "
        "CONCLUSIONS: Asthma is associated with more absence from work.",
        "Asthma and absence from work",
    )
    assert any("absent from work more often" in s for s in told)
    assert any("Poor sleep" in s for s in told)


def test_the_conclusion_that_says_the_same_again_is_not_told_twice():
    told = quick_of(
        SURVEY + "RESULTS: Adults with asthma were absent from work more often than adults without "
        "asthma. CONCLUSIONS: Adults with asthma were more often absent from work than others.",
        "Asthma and absence from work",
    )
    assert sum("absent from work" in s for s in told) == 1


def test_who_took_part_is_no_finding_under_a_heading_glued_to_it():
    told = quick_of(
        SURVEY + "Results \u2003There were 400 people evaluated. Sleep quality was lower in adults "
        "with asthma than in adults without asthma.",
        "Sleep in asthma",
    )
    assert not any("There were 400" in s for s in told)
    assert any("Sleep quality was lower" in s for s in told)


def test_a_long_list_is_told_by_its_first_members():
    told = among_others(
        "asthma was linked with damp homes, dust, cold rooms, smoking, pets, and poor sleep"
    )
    assert told == "asthma was linked with damp homes, dust and cold rooms, among others"


def test_a_list_whose_members_say_more_than_names_is_told_whole_or_not_at_all():
    for text in (
        "asthma was linked with dust, pets, smoking, and was not linked with cold homes",
        "asthma was linked with dust, neurological, emotional, locomotive, and pain problems",
        "damp homes, dust, pets, and smoking were linked with asthma",
        "asthma was linked with dust and pets",
        "asthma was linked with dust, pets, smoking, and cold rooms, respectively",
    ):
        assert among_others(text) is None


def test_a_questionnaire_goes_by_what_it_measures():
    told = " ".join(quick_of(
        "We compared 60 nurses with long COVID with 60 nurses without it. RESULTS: Notably, all "
        "of them it was seen that GAD-7 scores were higher in nurses with long COVID, reflecting "
        "worry. CONCLUSIONS: Nurses with long COVID had higher GAD-7 scores than those without it.",
        "Worry in nurses with long COVID",
    ))  # fmt: skip
    assert "higher anxiety scores than those without it" in told


def test_what_was_announced_never_stands_without_it():
    told = " ".join(quick_of(
        SURVEY + "RESULTS: Regression analysis identified two predictors of absence from work: "
        "self-reported tiredness and the daily count of steps.",
        "Predictors of absence from work in asthma",
    ))  # fmt: skip
    assert "two predictors" not in told or "steps" in told


def test_the_subject_of_the_title_gives_way_to_what_was_found():
    subject = (
        "the long road from early absence at work to poor sleep and from poor sleep to later "
        "absence at work among adults"
    )
    told = quick_of(
        SURVEY + "RESULTS: Adults with asthma who woke up often in the night were absent from "
        "work more often than adults with asthma who slept through most of their nights. "
        "Older adults with asthma, and those who lived in damp homes near a busy road, took more "
        "short naps in the day than younger adults with asthma in dry homes. CONCLUSIONS: Waking "
        "up in the night was linked to more days of absence from work in the year that followed.",
        f"Asthma: {subject}",
    )
    assert any("absent from work more often" in s for s in told)
    assert any("days of absence" in s or "naps" in s for s in told)
    assert sum(len(s.split()) for s in told) <= 80


def test_a_verb_is_known_behind_those_who_did_it():
    told = " ".join(quick_of(
        SURVEY + "RESULTS: In a second look, 44% (95% CI 40-48) reported broken sleep in most of "
        "their nights.",
        "Sleep in asthma",
    ))  # fmt: skip
    assert "44% reported broken sleep" in told


def test_a_null_of_one_half_is_none_of_what_the_other_half_suggests():
    told = " ".join(quick_of(
        SURVEY + "RESULTS: Although naps did not significantly affect tiredness, our findings "
        "suggest that naps may steady the pulse at night.",
        "Naps in asthma",
    ))  # fmt: skip
    assert (
        "no clear difference in the pulse" not in told
        and "no clear difference in pulse" not in told
    )


@pytest.mark.parametrize("told", ["Rest", "In conclusion, rest"])
def test_what_only_the_conclusions_say_is_no_finding(told):
    made = page(
        "Sleep and absence from work in asthma",
        "Asthma is common. We aimed to study sleep in asthma. We asked 400 adults with asthma and "
        "300 adults without asthma about their sleep. Sleep quality was lower in adults with "
        "asthma than in adults without asthma (p < 0.01). Absence from work was higher in adults "
        "with asthma than in adults without asthma (p < 0.01). "
        f"{told} was lower in adults with asthma.",
    )
    sections = {s.section for s in made.statements() if "rest was" in s.text.casefold()}
    assert "inferred_conclusions" in sections and "observed_findings" not in sections

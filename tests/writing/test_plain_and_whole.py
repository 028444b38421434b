"""What a tired reader of Quick met and could not use: unnamed harms, torn sentences, codes."""

from __future__ import annotations

import pytest

from evidence_atlas.records import Harms
from evidence_atlas.writing.limits.harms_named import named_harms


def harmed(make, sentence):
    study = make.trial()
    study.text += f" {sentence}"
    study.retold = True
    study.facts["harms"] = Harms(status="reported", quote=study.quote(sentence))
    return study


def test_harms_that_are_reported_are_named(make):
    told = harmed(
        make, "The authors call it well tolerated; the most common AEs were rash and headaches."
    ).told("quick_summary")
    assert "Harms: the most common unwanted effects were rash and headaches." in told


def test_of_many_harms_the_serious_ones_are_named_first():
    told = "Two studies reported adverse events: mild ones in 50%, and serious worsening of wheeze."
    assert named_harms(told, 12, True) == ("some", "serious worsening of wheeze")


def test_mild_harms_are_not_called_serious():
    told = "Of side effects, there were rash, non-serious pain and nausea"
    assert named_harms(told, 4, True) is None


def test_harms_too_long_for_quick_are_told_below_and_quick_says_where(make):
    study = harmed(
        make,
        "The authors found no evidence that salt does more harm than no salt, either in the early "
        "part of the winter or in the late part.",
    )
    assert "Harms are told under Observed Findings." in study.told("quick_summary")
    assert any(
        "no evidence that salt does more harm" in text for text in study.told("observed_findings")
    )


def told_of_salt(make, sentence, direction, comparison="between_randomised", **more):
    study = make.trial()
    study.text += f" {sentence}."
    study.facts["results"] = (study.result(sentence, direction, comparison, **more),)
    return " ".join(study.told("quick_summary"))


def test_a_treatment_is_not_told_as_what_came_of_it(make):
    told = told_of_salt(
        make, "After salt caves at night wheeze had improved", "decrease", "within_group",
        outcome="salt caves at night", better_or_worse="better",
    )  # fmt: skip
    assert "salt caves at night was better" not in told


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The odds of a fall were 2.86 times greater", False),
        ("The odds of a fall were 2.86 times greater with asthma than without it", True),
        ("In that year the odds of a fall were 2.86 times greater with asthma than before", True),
    ],
)
def test_so_many_times_more_is_told_only_with_what_it_is_more_than(make, sentence, stands):
    told = told_of_salt(make, sentence, "higher", "between_groups")
    assert ("2.86 times greater" in told) is stands


def test_a_clause_of_unknown_letters_gives_way_to_a_plain_one(make):
    study = make.trial()
    coded, plain = "QC7 was higher in the EC arm", "Coughs were fewer in the salt group"
    study.text += f" {coded}. {plain}."
    study.facts["results"] = (
        study.result(coded, "higher", "between_groups"),
        study.result(plain, "lower", "between_groups"),
    )
    told = " ".join(study.told("quick_summary"))
    assert plain in told
    assert "QC7" not in told


def test_numbers_that_chance_can_give_are_told_as_no_clear_difference(make):
    told = told_of_salt(
        make,
        "Treatment was left by 64/535 (12%) with salt and by 53/534 (10%) with placebo "
        "(RR (CI): 1.21 (0.86, 1.69))",
        "no difference",
    )
    assert "12% with salt and by 10% with" in told
    assert "no clear difference" in told


def test_what_follows_a_colon_is_left_where_the_clause_in_front_is_whole(make):
    told = told_of_salt(
        make,
        "Salt, by contrast, was associated with a lower risk of wheeze: people who had it before "
        "or after their cold had fewer spells of it than those who never had any salt at all",
        "lower", "between_groups",
    )  # fmt: skip
    assert "Salt was linked with a lower risk of wheeze." in told


def test_announcing_the_main_outcome_is_no_finding(make):
    sentence = "Wheeze was the primary outcome, scored with a questionnaire"
    assert "primary outcome" not in told_of_salt(make, sentence, "descriptive")


def test_one_number_of_the_same_people_is_told_once(make):
    told = make.see().told("study_at_a_glance")
    assert any(row.startswith("People: 30 people; ") and row.count("30") == 1 for row in told)


def test_the_picture_and_the_text_have_one_name_for_a_dummy_treatment(make):
    picture = make.see().page().picture
    words = " ".join(f"{m.words} {m.said.text}" for m in picture.marks)
    assert "placebo" not in words
    assert "a dummy treatment" in words


def test_what_is_asked_between_two_treatments_needs_no_verb_that_must_agree(make):
    told = make.see().told("remaining_questions")
    assert any(text.startswith("Is there a difference in ") for text in told)

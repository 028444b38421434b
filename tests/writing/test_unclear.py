"""A fact that the abstract speaks of, in words that were not read, is never called "not stated"."""

from __future__ import annotations

import pytest

from evidence_atlas.records import QuoteSupport, Sentence


def row(study, label):
    return next(s for s in study.section("study_at_a_glance") if s.label == label)


def with_more(make, text, role="methods", study_type="Cross-sectional"):
    """A study whose abstract says `text` in a sentence of that role, of which nothing was read."""
    study = make.study(f"We asked people with asthma. {text}", study_type=study_type)
    start = study.text.index(text)
    study.facts["sentences"] = (Sentence(text=text, start=start, end=start + len(text), role=role),)
    return study


def test_the_abstract_s_own_words_stand_where_they_could_not_be_read(make):
    told = row(with_more(make, "The protocol was registered."), "Registration")
    assert told.text == "“protocol was registered”"
    assert [s.text for s in told.support if isinstance(s, QuoteSupport)] == [
        "protocol was registered"
    ]


def test_a_register_that_was_searched_registers_nothing(make):
    text = "We searched PubMed and ClinicalTrials.gov for trials."
    told = row(with_more(make, text, study_type="Systematic review"), "Registration")
    assert told.text == "Not stated."


def test_words_of_something_else_leave_it_not_stated(make):
    study = with_more(make, "Answers came from people of 46 years of age.", study_type="Protocol")
    assert row(study, "How long").text == "Not stated."


@pytest.mark.parametrize("label", ["How long", "Registration"])
def test_a_row_that_says_nothing_of_this_kind_of_study_is_left_away(make, label):
    told = with_more(make, "They wrote of their homes.").section("study_at_a_glance")
    assert not any(s.label == label for s in told)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Registration", "It was registered in a register of trials."),
        ("How long", "They had been ill for at least 6 months."),
        ("How long", "Articles from 2019 to 2024 were read."),
        ("How it was diagnosed", "The inclusion criteria were broad."),
        ("How it was diagnosed", "They met WHO criteria."),
        ("Who they were", "It costs much."),
        ("Who they were", "Swabs were taken from college students."),
        ("People", "In all, 309 teacher-training students answered."),
        ("People", "Of 28 284 pregnancies, most went well."),
        ("People", "The studies held 2.43 million participants."),
    ],
)
def test_a_row_is_left_away_where_not_stated_would_not_be_sure(make, label, text):
    told = with_more(make, text).section("study_at_a_glance")
    assert not any(s.label == label for s in told)


def test_words_of_a_retelling_are_not_shown_as_the_authors_own(make):
    study = with_more(make, "The protocol was registered.")
    study.retold = True
    told = row(study, "Registration").text
    assert told == "protocol was registered"

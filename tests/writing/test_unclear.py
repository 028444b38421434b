"""A fact that the abstract speaks of, in words that were not read, is never called "not stated"."""

from __future__ import annotations

import pytest

from evidence_atlas.records import QuoteSupport, Sentence


def row(study, label):
    return next(s for s in study.section("study_at_a_glance") if s.label == label)


def with_more(make, text, role="methods"):
    """A survey whose abstract says `text` in a sentence of that role, of which nothing was read."""
    study = make.study(f"We asked people with asthma. {text}", study_type="Cross-sectional")
    start = study.text.index(text)
    study.facts["sentences"] = (Sentence(text=text, start=start, end=start + len(text), role=role),)
    return study


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        ("People", "In all, 309 teacher-training students answered.", "309 teacher-training students"),  # noqa: E501
        ("Who they were", "Swabs were taken from college students.", "college students"),
        ("Who they were", "Mean age was 47.9 years.", "Mean age was 47.9 years"),
        ("How it was diagnosed", "They met WHO criteria.", "WHO criteria"),
    ],
)  # fmt: skip
def test_the_abstract_s_own_words_stand_where_they_could_not_be_read(make, label, text, words):
    told = row(with_more(make, text), label)
    assert told.text == f"Not clear. The abstract speaks of “{words}”"
    assert [s.text for s in told.support if isinstance(s, QuoteSupport)] == [words]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("How long", "Answers came from people of 46 years of age."),
        ("People", "It costs 5 million people much."),
    ],
)
def test_words_of_something_else_leave_it_not_stated(make, label, text):
    assert row(with_more(make, text), label).text == "Not stated."


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("How long", "They had been ill for at least 6 months."),
        ("How long", "Articles from 2019 to 2024 were read."),
        ("How it was diagnosed", "The inclusion criteria were broad."),
        ("Who they were", "It costs much."),
    ],
)
def test_a_row_is_left_away_where_not_stated_would_not_be_sure(make, label, text):
    told = with_more(make, text).section("study_at_a_glance")
    assert not any(s.label == label for s in told)


def test_what_others_are_like_is_not_asked_of_the_background(make):
    study = with_more(make, "There are 400 patients in this town.", role="background")
    assert row(study, "People").text == "Not stated."


def test_words_of_a_retelling_are_not_shown_as_the_authors_own(make):
    study = with_more(make, "They met WHO criteria.")
    study.retold = True
    told = row(study, "How it was diagnosed").text
    assert told == "Not clear. The abstract speaks of WHO criteria"

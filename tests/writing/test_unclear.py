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
        ("How long", "They came back at 3 and 6 months.", "at 3 and 6 months"),
        ("How long", "All were seen 12 months after acute infection.", "12 months after acute infection"),  # noqa: E501
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
        ("How long", "They had been ill for at least 6 months."),
        ("How long", "Long asthma was defined as symptoms at 3 months."),
        ("How long", "Answers came from people of 46 years of age."),
        ("People", "It costs 5 million people much."),
        ("How it was diagnosed", "The inclusion criteria were broad."),
    ],
)
def test_words_of_something_else_leave_it_not_stated(make, label, text):
    assert row(with_more(make, text), label).text == "Not stated."


def test_what_others_are_like_is_not_asked_of_the_background(make):
    study = with_more(make, "Asthma lasts for 12 months in children.", role="background")
    assert row(study, "How long").text == "Not stated."


def test_who_took_part_is_left_away_where_it_was_not_read(make):
    study = with_more(make, "It costs much.")
    assert not any(s.label == "Who they were" for s in study.section("study_at_a_glance"))


def test_words_of_a_retelling_are_not_shown_as_the_authors_own(make):
    study = with_more(make, "They came back at 6 months.")
    study.retold = True
    assert row(study, "How long").text == "Not clear. The abstract speaks of at 6 months"

"""A sentence brings in no word of its own: each that claims something stands in its source."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import SENTENCES, Desk

from evidence_atlas.checking.case import folded
from evidence_atlas.checking.content_words import SMALL_OF_THREE, content, unaccounted

SOME = (
    "Cough eased in miners who breathed salt air for six weeks; wheeze, 12 of 40 (30%), did not. "
    "Naïve β-blockers IL-6 people's"
)
WORDS = st.lists(st.sampled_from(SOME.split()), max_size=12).map(" ".join)


@given(st.text(max_size=200))
def test_a_text_accounts_for_itself(text: str):
    assert not unaccounted(text, text)


@given(text=WORDS, held=WORDS, more=WORDS)
def test_a_longer_source_never_accounts_for_less(text: str, held: str, more: str):
    assert unaccounted(text, f"{held} {more}") <= unaccounted(text, held)


@given(text=WORDS, held=WORDS)
def test_only_words_of_the_sentence_that_claim_something_are_missed(text: str, held: str):
    missed = unaccounted(text, held)
    assert {w for w in missed if len(w) > len("day")} <= set(content(text))
    assert missed <= {*re.findall(r"[^\W\d_]+", folded(text))} - SMALL_OF_THREE


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Scores improved.", "an improvement of the score"),
        ("It took three days.", "the third day"),
        ("Cough rose in women.", "a rise of cough in female miners"),
        ("This study compared people.", "cough"),
        ("COUGH EASED", "cough eased"),
    ],
)
def test_another_form_of_a_word_needs_no_other_source(text: str, held: str):
    assert not unaccounted(text, held)


def test_a_word_that_the_source_lacks_is_named():
    assert unaccounted("Cough eased in divers.", "Cough eased in miners.") == {"divers"}


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("The gut scarred.", {"gut"}),
        ("The lung scarred.", set()),
        ("Men and women of the same age scarred.", {"age", "men"}),
        ("It was one of the two, and not for CFS wards.", set()),
    ],
)
def test_words_of_three_letters_are_asked_of_the_source_too(text: str, missed: set[str]):
    assert unaccounted(text, "lungs scarred, the same women, wards") == missed


def test_the_gate_names_the_word_that_a_sentence_adds(desk: Desk):
    plain = desk.say("The asthma score was lower with the inhaler.", "score", about=("results.0",))
    added = desk.say("The pollen score was lower with the inhaler.", "score", about=("results.0",))
    told = [f for f in desk.flags(plain, added) if f.code == "word-not-in-support"]
    assert [f.detail.split(",")[0] for f in told] == ["pollen"]


def test_a_short_form_of_another_group_is_a_word_that_a_sentence_adds(desk: Desk):
    added = desk.say("The asthma score was lower with the SMC.", "score", about=("results.0",))
    told = [f for f in desk.flags(added) if f.code == "word-not-in-support"]
    assert any(f.detail.startswith("SMC, not in") for f in told)


def test_a_name_that_the_reading_gives_counts_only_where_its_words_are_quoted(desk: Desk):
    name = {"outcomes.dyspnoea": (desk.quote("breathing at night"),)}
    read = desk.with_reading(quotes=name)
    there = read.say("The inhaler may ease dyspnoea.", SENTENCES["end"])
    elsewhere = read.say("The inhaler may ease dyspnoea.", SENTENCES["score"])
    assert not [f for f in read.flags(there) if f.code == "word-not-in-support"]
    assert [f for f in read.flags(elsewhere) if f.code == "word-not-in-support"]

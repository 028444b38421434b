"""Design told by many authors in their own words, with any numbers and illness."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.drawn_abstracts import reading

from evidence_atlas.records import Design

ILLNESSES = ("ME/CFS", "long COVID", "chronic fatigue syndrome", "fibromyalgia", "migraine")
FACTS = tomllib.loads(
    Path(__file__).with_name("designs_in_other_words.toml").read_text("utf-8"),
)["facts"]
TOLD = [
    (fact["field"], True if fact["value"] == "yes" else fact["value"], sentence)
    for fact in FACTS
    if fact["value"] != "no"
    for sentence in fact["sentences"]
]
NOT_TOLD = [
    (fact["field"], sentence)
    for fact in FACTS
    if fact["value"] == "no"
    for sentence in fact["sentences"]
]
drawn = st.fixed_dictionaries(
    {"i": st.sampled_from(ILLNESSES), "h": st.integers(20, 90), "labelled": st.booleans()}
)


def design(sentence: str, numbers: dict) -> Design:
    illness, half = numbers["i"], numbers["h"]
    return reading(
        f"Strength and fatigue in {illness}",
        f"The cause of {illness} is not known. We looked at strength and fatigue.",
        sentence.format(i=illness, h=half, n=2 * half),
        "Strength was lower in those with more fatigue (p = 0.02).",
        "Strength and fatigue go together.",
        labelled=numbers["labelled"],
    ).design


@pytest.mark.parametrize(("field", "value", "sentence"), TOLD)
@settings(max_examples=2, deadline=None)
@given(numbers=drawn)
def test_how_it_was_made_is_read_in_any_words(field, value, sentence, numbers):
    assert getattr(design(sentence, numbers), field) == value


@pytest.mark.parametrize(("field", "sentence"), NOT_TOLD)
@settings(max_examples=2, deadline=None)
@given(numbers=drawn)
def test_what_was_not_done_is_not_read(field, sentence, numbers):
    assert not getattr(design(sentence, numbers), field)


@pytest.mark.verify
@settings(max_examples=3 * len(FACTS), deadline=None)
@given(fact=st.sampled_from(FACTS), numbers=drawn, data=st.data())
def test_no_illness_and_no_number_changes_what_is_read(fact, numbers, data):
    found = getattr(design(data.draw(st.sampled_from(fact["sentences"])), numbers), fact["field"])
    if fact["value"] == "no":
        assert not found
    else:
        assert found == (True if fact["value"] == "yes" else fact["value"])


@pytest.mark.parametrize(
    "illness", [*ILLNESSES, "myalgic encephalomyelitis/chronic fatigue syndrome"]
)
def test_the_length_of_an_illness_name_hides_no_words_of_blinding(illness):
    numbers = {"i": illness, "h": 30, "labelled": True}
    told = "All {n} patients with {i} knew that they received the drug."
    assert design(told, numbers).blinding == "open"

"""A gloss fits the word before its noun: microbes turn substances over, too.

The texts are invented.
"""

from __future__ import annotations

import pytest

from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.said import Said

from .pages import MECFS


def _told(text: str, *, lay: bool = False) -> str:
    return Glosser(MECFS, text, "Asthma in miners").apply(Said(text, (), lay=lay)).text


@pytest.mark.parametrize("whose", ["microbial", "muscle", "steroid"])
def test_what_is_turned_over_is_not_said_to_be_the_body(whose):
    told = _told(f"The authors report differences in {whose} metabolism in miners.")
    assert "the body" not in told


def test_to_talk_is_not_of_thinking_and_memory_alone():
    told = _told("Dust had effects on cognitive communication in miners.")
    assert "communication (of thinking" not in told


def test_a_cough_is_no_symptom_of_the_airways_alone():
    told = _told("Respiratory symptoms were frequent in miners.", lay=True)
    assert "irway" not in told


def test_a_thing_that_acts_with_specificity_clears_no_well_people_as_a_test_does():
    assert "test clears" not in _told("The salt stopped the enzyme with specificity.")
    assert "test clears" in _told("The questions had a specificity of 87% for asthma.")


def test_a_link_that_was_not_found_is_not_explained_as_one():
    assert "more of the other" not in _told("There was no positive association with dust.")
    assert "more of the other" in _told("There was a positive association with dust.")

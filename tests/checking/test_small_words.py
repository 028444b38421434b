"""Small words that turn a sentence round: "men" for "women", "will" for "may"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import Desk

from evidence_atlas.checking.negation import had_after_all
from evidence_atlas.checking.opposites import told_for_its_opposite
from evidence_atlas.checking.word_for_word import beside, only_left_out
from evidence_atlas.records import AbstractSection, Sentence

SOURCE = "In women aged ≥30 years, sleep may be short before the first winter, only without a lamp."


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("In men, sleep may be short.", "men"),
        ("In women, sleep will be short.", "will"),
        ("In women, sleep may be short after the first winter.", "after"),
        ("In women, sleep may be long.", "long"),
        ("In women, sleep may be short before the last winter.", "last"),
        ("In women, sleep may be short before the first winter.", None),
    ],
)
def test_a_word_is_not_told_for_its_opposite(told: str, word: str | None) -> None:
    assert told_for_its_opposite(told, [SOURCE]) == word


def test_a_word_that_the_source_has_once_is_not_told_twice_for_its_opposite() -> None:
    source = ["Sleep was shorter in women than in men."]
    assert told_for_its_opposite("Sleep was shorter in women than in women.", source) == "women"
    assert told_for_its_opposite("Sleep was shorter in women.", source) is None


def test_a_part_of_a_word_accounts_for_it() -> None:
    source = ["People came to a 24-month visit; at three years few came."]
    assert told_for_its_opposite("People came for 24 months.", source) is None


@given(st.text(max_size=200))
def test_nothing_in_a_text_is_the_opposite_of_itself(text: str) -> None:
    assert told_for_its_opposite(text, [text]) is None


def test_only_is_not_left_out_between_the_same_words() -> None:
    source = "Sleep was shorter in winter only among older people with a lamp at night."
    told = "Sleep was shorter in winter among older people with a lamp at night."
    laid = beside(told, [source])
    assert laid is not None and only_left_out(laid) == "only"
    same = beside(source, [source])
    assert same is not None and only_left_out(same) is None


HELD = "One serious event was reported with the lamp, and scores of 8 or more (≥8.5) were frequent."


def of_one_sentence(desk: Desk, text: str) -> Desk:
    changed = desk.with_record(abstract=(AbstractSection(text=text),))
    sentence = Sentence(text=text, start=0, end=len(text), role="results")
    return changed.with_reading(results=(), sentences=(sentence,), conclusions=())


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("The authors report that scores (≥8.5) were frequent.", None),
        ("The authors report that scores (≤8.5) were frequent.", "number-misplaced"),
        ("The authors report that scores (≥8.5) were rare.", "word-not-in-support"),
        ("The authors report that scores (≥8.5) were not frequent.", "direction-contradicts"),
    ],
)
def test_signs_denials_and_opposites_are_the_sources(told: str, code: str | None, desk: Desk):
    of = of_one_sentence(desk, HELD)
    said = of.say(told, HELD, section="observed_findings", voice="authors", about=("sentences.0",))
    found = {f.code for f in of.flags(said) if f.severity == "CRITICAL"}
    assert code in found if code else not found


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("No serious harms were reported.", True),
        ("Serious harms were reported.", False),
    ],
)
def test_a_sentence_denies_where_its_rule_does(told: str, right: bool, desk: Desk):
    rule = ("harms-none-serious", "The page says here that no serious harms were reported.")
    assert ("direction-contradicts" not in desk.codes(desk.say(told, rule=rule))) == right


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("The study is registered.", True),
        ("The study is not registered.", False),
    ],
)
def test_a_sentence_does_not_deny_what_its_rule_states(told: str, right: bool, desk: Desk):
    rule = ("registered", "A study that is registered has its plan on record.")
    said = desk.say(told, rule=rule, section="strengths")
    assert ("direction-contradicts" not in desk.codes(said)) == right


@pytest.mark.parametrize(
    ("told", "thing"),
    [
        ("Sleep was shorter in people without cough.", "cough"),
        ("Sleep was shorter in people without fever.", None),
        ("Sleep was shorter in people without a cough-free night.", "cough"),
        ("Sleep was shorter in people with cough.", None),
        ("Sleep was shorter in people without HIV.", "hiv"),
    ],
)
def test_nobody_is_without_what_the_source_says_they_had(told: str, thing: str | None) -> None:
    source = (
        "Sleep was shorter in people with cough, and this was seen in all five towns where they "
        "were asked and came to stay; others had no fever at all. "
        "In the year in which they came to the coast and stayed for good, it was short with HIV."
    )
    assert had_after_all(told, [source]) == thing

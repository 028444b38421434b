"""Which outcome a result is about: never guessed, and never the wrong way round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.publishing.overview.findings import sort_out
from evidence_atlas.publishing.overview.outcomes import Outcomes
from evidence_atlas.publishing.overview.values import Sentence, Told

OUTCOMES = Outcomes(load("mecfs"))


def told(clause: str, outcome: str = "", direction: str = "higher", **more: Any) -> Told:
    return Told(
        outcome=outcome, direction=direction, comparison="between_groups", scope="all",
        sentence=Sentence(id="s1", text="A sentence."), clause=clause, **more,
    )  # fmt: skip


def key(clause: str, outcome: str = "", **more: Any) -> str | None:
    found = OUTCOMES.known(told(clause, outcome, **more))
    return found.key if found else None


def lanes(result: Told, *, sense: bool = False) -> list[tuple[str, str]]:
    found, _ = sort_out([result], OUTCOMES, sense=sense)
    return [(f.outcome.key, f.way) for f in found]


@pytest.mark.parametrize(
    ("clause", "outcome"),
    [
        ("serum IGF-I was lower in patients", "other-hormones"),
        ("54 of 100 reported brain fog", "cognitive-problems"),
        ("V̇O2peak was reduced", "exercise-capacity"),
        ("heart rate variability was lower", "heart-rate-variability"),
        ("people who had long COVID more often lived alone", None),
        ("12 % of adults had developed long COVID", "prevalence"),
        ("all had COVID-19 before", None),
        ("fatigue and pain were higher", None),
    ],
)
def test_a_clause_is_about_the_one_thing_it_speaks_of(clause: str, outcome: str | None) -> None:
    assert key(clause) == outcome


def test_the_reading_s_own_name_of_an_outcome_comes_first() -> None:
    assert key("Pain fell as fatigue did", "fatigue") == "fatigue"
    assert key("Pain was lower in those with CTT2 errors", "CTT9") is None


def test_the_illness_s_name_is_no_symptom() -> None:
    assert key("Women were more often told that they had chronic fatigue syndrome") == "prevalence"
    assert key("the chronic fatigue syndrome group lived in towns") is None


def test_who_falls_ill_is_told_of_the_illness_not_of_what_they_had() -> None:
    clause = "people with anxiety disorders were more likely to develop ME/CFS"
    assert key(clause, "anxiety") == "prevalence"


def test_a_group_s_name_is_not_what_was_found() -> None:
    assert key("patients with insomnia lived in towns", who="patients with insomnia") is None


def test_more_of_a_lack_is_not_more_of_the_thing() -> None:
    assert lanes(told("more sleep problems in patients", "sleep")) == [("sleep-problems", "higher")]
    assert lanes(told("memory loss and joint pain were more common", "cognition")) == []
    assert lanes(told("Sleep quality was higher", "sleep")) == [("sleep", "higher")]


def test_a_score_of_something_good_has_no_lane_unless_the_text_says_better_or_worse() -> None:
    assert lanes(told("The PS score was lower than in the other group", direction="lower")) == []
    better = told("BRIEF-A improved more", direction="increase", sense="better")
    assert lanes(better, sense=True) == [("cognition", "better")]
    assert lanes(told("V̇O2peak was reduced", direction="lower")) == [("exercise-capacity", "lower")]


def test_what_is_named_in_passing_has_no_lane() -> None:
    assert key("In those with normal fatigability, variation was higher") == "fatigue"
    assert lanes(told("In those with normal fatigability, variation was higher")) == []
    assert lanes(told("Patients had higher levels of lactate")) == [("lactate", "higher")]


def test_what_tells_of_the_people_or_the_study_has_no_lane() -> None:
    assert key("Patients were older on average") == "who-took-part"
    assert lanes(told("Patients were older on average")) == []


NAMES = ("fatigue", "pain", "anxiety", "lactate", "cortisol", "cytokines")
ILLNESSES = ("chronic fatigue syndrome", "ME/CFS", "long COVID", "fibromyalgia", "migraine")


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(("and", "but not", "or")))
def test_two_things_are_a_choice_and_nothing_is_guessed(one: str, other: str, word: str) -> None:
    assert key(f"{one} {word} {other} was higher") == (one if one == other else None)


@given(st.sampled_from(NAMES), st.sampled_from(ILLNESSES), st.sampled_from(NAMES))
def test_who_was_studied_changes_nothing(name: str, illness: str, group: str) -> None:
    assert key(f"In people with {illness}, {name} was higher") == name
    assert (
        key(f"Those with high {group}: {name} was higher", who=f"Those with high {group}") == name
    )

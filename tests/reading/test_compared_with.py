"""What a result was measured against is what its own words say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.reading.results import p_values
from evidence_atlas.records import AbstractSection, Record, Result

CONDITION = load("mecfs")
TRIAL = (
    "METHODS: In this randomised controlled trial, 80 adults with asthma were randomised to yoga "
    "(n=40) or usual care (n=40) for 12 weeks. RESULTS: "
)


def results(sentence: str) -> tuple[Result, ...]:
    record = Record(
        source="plain",
        raw_hash="",
        title="Yoga in asthma: a randomised controlled trial",
        abstract=(AbstractSection(text=TRIAL + sentence),),
        abstract_kind="original",
    )
    return read(record, CONDITION).results


@pytest.mark.parametrize(
    "sentence",
    [
        "Over time, wheeze improved more in the yoga group.",
        "However, telephone support did not reduce wheeze at follow-up.",
        "Wheeze fell further in the yoga group (p < 0.01).",
        "The yoga group showed significantly greater improvements in wheeze at week 12.",
        "Wheeze was significantly lower with yoga than without it (p < 0.001).",
        "The fall in wheeze after yoga was larger than after breathing lessons (p = 0.02).",
        "Yoga was superior to breathing lessons in easing wheeze (p = 0.008).",
        "Wheeze improved in 20% versus 35% of those in the usual care group (p = 0.02).",
        "There was no time by group interaction for wheeze.",
    ],
)
def test_more_in_one_arm_is_a_comparison_of_the_arms(sentence: str) -> None:
    assert [r.comparison for r in results(sentence)] == ["between_randomised"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wheeze fell in both groups.",
        "Wheeze decreased significantly in both the yoga and usual care groups (p < 0.05).",
        "Wheeze did not change in either group.",
        "All three groups improved in wheeze over 12 weeks.",
    ],
)
def test_what_is_told_of_every_group_compares_none(sentence: str) -> None:
    assert [r.comparison for r in results(sentence)] == ["within_group"]


def test_the_second_half_of_a_sentence_is_told_of_the_same_score() -> None:
    both, further = results("ACQ scores fell in both groups, and fell further in the yoga group.")
    assert (both.comparison, further.comparison) == ("within_group", "between_randomised")
    assert further.outcome == "ACQ scores"


def test_a_null_between_the_groups_is_none_within_them() -> None:
    found = results(
        "Wheeze fell in both the yoga and usual care groups (p < 0.05), with no significant "
        "differences between the two."
    )
    assert [(r.direction, r.comparison) for r in found] == [
        ("decrease", "within_group"),
        ("no difference", "between_randomised"),
    ]


def test_each_outcome_of_a_list_has_its_own_p_and_its_own_name() -> None:
    found = results(
        "The yoga group improved significantly in wheeze (p = 0.001) and in parts of quality of "
        "life: physical function (p = 0.02), energy (p = 0.002), and mental health (p = 0.05)."
    )
    assert [(r.outcome, r.numbers) for r in found] == [
        ("wheeze", ("0.001",)),
        ("physical function", ("0.02",)),
        ("energy", ("0.002",)),
        ("mental health", ("0.05",)),
    ]
    assert all(r.better_or_worse == "better" for r in found), "p = 0.05 takes nothing back"


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Pain improved with yoga (p = 0.05).", "decrease"),
        ("Pain improved with yoga (p = 0.06).", "no difference"),
        ("Pain improved with yoga (p > 0.05).", "no difference"),
        ("Pain did not change with yoga (p = 0.05).", "no difference"),
    ],
)
def test_a_p_of_five_in_a_hundred_leaves_the_words_as_they_are(sentence: str, way: str) -> None:
    assert [r.direction for r in results(sentence)] == [way]


@given(st.integers(1, 999), st.sampled_from(["p = 0.{:03}", "P=.{:03}", "p-value: 0.{:03}"]))
def test_a_printed_p_is_below_the_border_above_it_or_on_it(thousandths: int, form: str) -> None:
    text = f"Wheeze fell ({form.format(thousandths)})"
    small, large = p_values.p_values(text)
    assert (small, large, p_values.at_the_border(text)) == (
        int(thousandths < 50),
        int(thousandths > 50),
        thousandths == 50,
    )

"""A sentence that reports several results gives several, each with its own figures."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import HARMS, AbstractSection, Reading, Record

CONDITION = load("mecfs")
FRAME = "We compared 40 adults with asthma and 40 healthy controls. RESULTS: "


def reading(sentence: str) -> Reading:
    record = Record(
        source="plain",
        raw_hash="",
        title="A study of asthma",
        abstract=(AbstractSection(text=FRAME + sentence),),
        abstract_kind="original",
    )
    return read(record, CONDITION)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "Wheeze (31% vs 11%; p < .001) and chest pain (13% vs 6%; p = .02) were more frequent "
            "in patients.",
            [("31%", "11%", ".001"), ("13%", "6%", ".02")],
        ),
        (
            "Risk factors were female sex (OR 3.4 [95% CI 1.9-6.0], p < 0.001), smoking (OR 3.0 "
            "[1.7-5.6]), and dust at work (OR 1.8 [1.02-3.0]).",
            [
                ("3.4", "95%", "1.9", "6.0", "0.001"),
                ("3.0", "1.7", "5.6"),
                ("1.8", "1.02", "3.0"),
            ],
        ),
    ],
)
def test_members_of_a_list_with_figures_of_their_own(
    sentence: str, figures: list[tuple[str, ...]]
) -> None:
    found = reading(sentence).results
    assert len(found) == len(figures)
    assert [r.numbers for r in found] == figures
    # The words that tell which way stand once, so each keeps the whole clause as its quote.
    assert all(r.quote.text == sentence for r in found)


def test_two_groups_side_by_side_are_one_result() -> None:
    found = reading("Mean scores were 12 (SD 3) in patients and 7 (SD 2) in controls.").results
    assert len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        (
            "Patients showed greater airway swelling, and lower nitric oxide than controls.",
            ["higher", "lower"],
        ),
        (
            "Lung function fell over the year, whereas quality of life did not change at all.",
            ["decrease", "no difference"],
        ),
        (
            "Wheeze was more frequent in patients than in controls; cough did not differ between "
            "the groups.",
            ["higher", "no difference"],
        ),
    ],
)
def test_what_is_set_beside_something_else_is_told_apart(sentence: str, ways: list[str]) -> None:
    assert [r.direction for r in reading(sentence).results] == ways


def test_a_further_difference_without_a_verb_concerns_the_same_groups() -> None:
    first, second = reading(
        "Patients had higher airway swelling than healthy controls, and lower nitric oxide."
    ).results
    assert (second.comparison, second.who, second.against) == (
        first.comparison,
        first.who,
        first.against,
    )


def test_numbered_themes_are_results_each() -> None:
    found = reading(
        "Three themes were found: (1) care was hard to find, (2) friends fell away, and (3) work "
        "had to be given up."
    ).results
    assert [r.quote.text for r in found] == [
        "care was hard to find", "friends fell away", "work had to be given up",
    ]  # fmt: skip


def test_that_no_harm_came_is_a_result_about_harms() -> None:
    found = reading("No serious adverse events occurred.").results
    assert [r.outcome for r in found] == [HARMS]


def test_of_many_results_at_most_eight_are_told() -> None:
    sentence = " ".join(f"Marker {n} was higher in patients than in controls." for n in range(20))
    assert len(reading(sentence).results) == 8


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        (
            "There was a marked reduction in marker relations in patients compared with controls, "
            "and patients kept only one (cortisol - cortisone).",
            "marker relations",
        ),
        ("Nitric oxide levels were higher in patients with more wheeze.", "Nitric oxide levels"),
        ("The new drug did not change lung function compared with placebo.", "lung function"),
    ],
)
def test_an_outcome_is_what_the_direction_is_said_of(sentence: str, outcome: str) -> None:
    assert reading(sentence).results[0].outcome == outcome

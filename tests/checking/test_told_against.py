"""Whose figure was higher, and against whose, is told as the source has it, in whoever's voice."""

from __future__ import annotations

import pytest

from evidence_atlas.checking.told_against import told_the_other_way
from evidence_atlas.checking.word_for_word import everybody_told_of

SOURCE = "Salt was significantly higher in patients with long COVID than in healthy controls."


@pytest.mark.parametrize(
    "text",
    [
        "Salt was higher in people with long COVID than in healthy people.",
        "People with long COVID had more salt than healthy people.",
        "Compared with healthy people, people with long COVID had higher salt.",
        # What is lower in the one is higher in the other.
        "Salt was lower in healthy people than in people with long COVID.",
        # Nothing is set against anything.
        "Salt was higher in people with long COVID.",
        # Another thing, of which the source says nothing here.
        "Sleep was shorter in people with long COVID than in healthy people.",
    ],
)
def test_the_same_comparison_passes_however_it_is_told(text: str) -> None:
    assert told_the_other_way(text, [SOURCE]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Salt was higher in healthy people than in people with long COVID.",
        "Healthy people had more salt than people with long COVID.",
        "Compared with people with long COVID, healthy people had higher salt.",
        "Salt was lower in people with long COVID than in healthy people.",
    ],
)
def test_sides_exchanged_or_a_way_turned_are_found(text: str) -> None:
    assert told_the_other_way(text, [SOURCE]) is not None


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            "Compared with those without asthma (n = 50), people with asthma slept less.",
            "People with asthma slept less than people without asthma.",
            "People without asthma slept less than people with asthma.",
        ),
        (
            "Levels of salt (5 vs. 3), but not of sugar, were higher in women than in men.",
            "Salt was higher in women than in men.",
            "Salt was higher in men than in women.",
        ),
        (
            "Pain fell more in the drug group than in the placebo group.",
            "Pain fell more in the drug group than with placebo.",
            "Pain fell more with placebo than in the drug group.",
        ),
    ],
)
def test_a_comparison_is_known_in_many_forms(source: str, right: str, wrong: str) -> None:
    assert told_the_other_way(right, [source]) is None
    assert told_the_other_way(wrong, [source]) is not None


def test_a_source_that_says_both_is_no_ground() -> None:
    both = [SOURCE, "In winter, salt was higher in healthy controls than in those with long COVID."]
    assert told_the_other_way(
        "Salt was higher in healthy people than in people with long COVID.", both
    ) is None  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Chest pain was more frequent in everyone.", "Chest pain was more frequent in women.",
         "everyone"),
        ("Sleep was poor in all patients.", "Sleep was poor in severely ill patients.",
         "all patients"),
        ("Sleep was poor in everyone.", "Sleep was poor in all participants.", None),
        ("Sleep was poor in everyone.", "Overall, sleep was poor.", None),
        ("Not everyone slept well.", "Women slept well.", None),
    ],
)  # fmt: skip
def test_everybody_is_told_of_only_where_the_source_tells_of_all(
    text: str, source: str, found: str | None
) -> None:
    assert everybody_told_of(text, [source]) == found


TWO_WAYS = "Both patient groups showed higher salt and lower sugar than healthy controls."


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        # Two ways in one comparison: each is of its own thing.
        ("Both patient groups showed higher salt and lower sugar than healthy people.", TWO_WAYS,
         False),
        ("Healthy people showed higher salt and lower sugar than both patient groups.", TWO_WAYS,
         True),
        ("Healthy people showed higher sugar and lower salt than both patient groups.", TWO_WAYS,
         False),
        # How ill a group is points no way, nor does "similarly".
        ("Adults with mild pain had higher salt than adults with severe pain.",
         "Similarly, adults with severe pain had higher salt than adults with mild pain.", True),
        ("Symptom-free women had higher salt than women with lasting pain.",
         "Women with lasting pain had higher salt than symptom-free women.", True),
        ("Non-long COVID people had lower salt than those with long COVID.",
         "Non-long COVID participants had lower salt than those with long COVID.", False),
        ("Those with long COVID had lower salt than non-long COVID people.",
         "Non-long COVID participants had lower salt than those with long COVID.", True),
    ],
)  # fmt: skip
def test_groups_keep_their_side_whatever_they_are_called(
    text: str, source: str, wrong: bool
) -> None:
    assert (told_the_other_way(text, [source]) is not None) is wrong

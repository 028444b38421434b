"""Small words between the same words, what a figure counts, and of how many a thing is said."""

from __future__ import annotations

import pytest

from evidence_atlas.checking.between_the_same import small_word_changed
from evidence_atlas.checking.counted import most_of_them, people_for_things
from evidence_atlas.checking.word_for_word import beside

LAMPS = (
    "The lamp may be followed by a risk of long headache beyond noise control, and many nurses "
    "slept well, while nearly half missed the wards after supper."
)


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("The lamp may be followed by a risk of long headache beyond noise control.", None),
        ("The lamp may be followed by a risk of headache beyond noise control.", "“long” left out"),
        (
            "The lamp may be followed by a risk of long headache through noise control.",
            "“through” for “beyond”",
        ),
        ("The lamp may follow a risk of long headache beyond noise control.", "“by” left out"),
        ("Many nurses slept well, while missed the wards after supper.", "“half” left out"),
        (
            "The lamp may be followed by a risk of all long headache beyond noise control.",
            "“all” put in",
        ),
        ("The lamp may be followed by a risk of long headache, and many nurses slept well.", None),
    ],
)
def test_small_words_stay_between_the_same_words(told: str, fault: str | None):
    laid = beside(told, [LAMPS])
    assert laid is not None and small_word_changed(laid) == fault


@pytest.mark.parametrize("told", ["infected porters", "non-infected porters"])
def test_those_who_had_it_not_are_not_told_as_those_who_had(told: str):
    source = "Headache after the lamp was seen more in nurses than in non-infected porters."
    laid = beside(f"Headache after the lamp was seen more in nurses than in {told}.", [source])
    assert laid is not None
    assert (small_word_changed(laid) is None) is ("non-" in told)


def test_what_the_frames_and_the_glossary_tell_in_other_words_is_no_change():
    laid = beside(
        "Nurses slept well before supper, and the average noise fell with more than 9 lamps.",
        ["Nurses slept well prior to supper, the mean noise fell with >9 lamps."],
    )
    assert laid is not None and small_word_changed(laid) is None


def test_a_thing_of_one_list_is_not_told_in_another():
    source = (
        "The lamp went with an increase in warmth, comfort, calm and a decrease in noise, dust and "
        "cold."
    )
    told = "The lamp went with an increase in warmth, comfort, calm, dust and cold."
    laid = beside(told, [source])
    assert laid is not None and small_word_changed(laid) == "“and a decrease in” left out"


@pytest.mark.parametrize(
    ("told", "source", "number"),
    [
        ("Among 512 people, the lamp helped.", "Among 512 matched pairs, the lamp helped.", "512"),
        ("95.5% of them got worse.", "In all, 95.5% of assessed symptoms got worse.", "95.5%"),
        ("Among 1,512 people, it helped.", "Among 1 512 sister pairs, it helped.", "1,512"),
        ("Among 512 people, it helped.", "Among 512 test patients, it helped.", None),
        ("Among 512 people, it helped.", "512 pairs of 1024 twins; 512 people took it.", None),
        ("Some 40% of the women slept.", "Sleep was seen in 40% of women.", None),
    ],
)
def test_a_figure_of_things_is_not_told_as_one_of_people(
    told: str, source: str, number: str | None
):
    assert people_for_things(told, [source]) == number


@pytest.mark.parametrize(
    ("told", "source", "wrong"),
    [
        ("Most of the 30 patients slept.", "The 30 patients most frequently slept.", True),
        ("Most nurses slept.", "The nurses most often slept.", False),  # nurses are in no table
        ("Most patients slept.", "Most patients slept.", False),
        ("Most patients slept.", "Patients slept (61%).", False),
        ("Most patients slept.", "Sleep was most common in patients.", True),
        ("The patients most often slept.", "The patients most often slept.", False),
    ],
)
def test_most_of_the_people_is_said_only_where_the_source_does(told: str, source: str, wrong: bool):
    assert most_of_them(told, [source]) is wrong

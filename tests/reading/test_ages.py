"""How old the people were is quoted as printed, and only where it is said of all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")


def reading(abstract: str, title: str = "A study") -> Reading:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS)


@pytest.mark.parametrize(
    ("abstract", "words"),
    [
        ("METHODS: We asked people aged 18 to 65 years.", "aged 18 to 65 years"),
        ("METHODS: We asked people between 20 to 60 years.", "between 20 to 60 years"),
        ("METHODS: We asked 30 people (≥ 60 years old).", "≥ 60 years old"),
        ("METHODS: Forms were sent. RESULTS: The 80 who answered had a median age of 44 (IQR 31-"
         "60) years.", "median age of 44"),
        ("We present a 51-year-old woman with asthma.", "a 51-year-old woman"),
    ],
)  # fmt: skip
def test_ages_are_quoted_as_printed(abstract: str, words: str) -> None:
    found = reading(abstract).quote("who.ages")
    assert found is not None
    assert found.text == words
    assert abstract[found.start : found.end] == words


@pytest.mark.parametrize(
    "abstract",
    [
        "METHODS: Forms were sent. RESULTS: Risks were higher in those aged 41-50 years.",
        "METHODS: Forms were sent. RESULTS: Asthma was commoner in a subgroup (mean age 70).",
        "METHODS: People aged over 70 years were excluded.",
        "BACKGROUND: Asthma begins at a mean age of 12 years. METHODS: Forms were sent.",
        "METHODS: People were followed between 2 and 9 years after infection.",
    ],
)
def test_the_age_of_some_or_of_others_is_not_theirs(abstract: str) -> None:
    assert reading(abstract).quote("who.ages") is None


@given(low=st.integers(18, 50), more=st.integers(1, 40))
def test_any_range_of_ages_is_quoted_whole(low: int, more: int) -> None:
    found = reading(f"METHODS: We asked people aged between {low} and {low + more} years.")
    quote = found.quote("who.ages")
    assert quote is not None
    assert quote.text == f"aged between {low} and {low + more} years"


def test_an_age_of_those_in_whom_something_was_found_is_not_that_of_all() -> None:
    text = (
        "METHODS: We gave 400 people a spray. We found small effects among patients aged 70 years "
        "or more (RR 0.9)."
    )
    assert reading(text).quote("who.ages") is None


def test_an_age_and_more_is_quoted_whole() -> None:
    found = reading("METHODS: We asked people aged 70 years or more.").quote("who.ages")
    assert found is not None
    assert found.text == "aged 70 years or more"


def test_days_within_which_people_may_begin_are_no_length() -> None:
    text = "METHODS: We looked at 400 adults, each day of a 4-day treatment grace period."
    assert reading(text).design.duration is None

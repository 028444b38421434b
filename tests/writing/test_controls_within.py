"""A cohort told by all who took part says how many of them were there for comparison."""

import pytest

from .pages import page_that_passes, told_in

TITLE = "Jaw strength after a flood: a one-year cohort study"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ("control (n = 30)", "70 people (30 of them for comparison)"),
        ("healthy control (n = 30)", "70 people (30 of them healthy)"),
    ],
)
def test_the_controls_among_all_who_were_followed_are_told(others, told):
    made = page_that_passes(
        TITLE,
        "METHODS: Seventy participants were followed for one year in three groups: mild long "
        f"COVID (n = 22), severe long COVID (n = 18), and {others}. RESULTS: Bites were weaker in "
        "the severe group.",
    )
    assert told in told_in(made, "quick_summary")


def test_those_who_were_not_found_ill_are_no_controls():
    made = page_that_passes(
        TITLE,
        "METHODS: Seventy participants with COVID-19 were followed for one year. RESULTS: Of them, "
        "40 had long COVID and 30 did not. Bites were weaker in long COVID.",
    )
    assert "for comparison)" not in told_in(made, "quick_summary")
    assert "healthy" not in told_in(made, "quick_summary")

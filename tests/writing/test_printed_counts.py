"""A page tells no number of people that stands nowhere in the abstract."""

from __future__ import annotations

import pytest

from .pages import page_that_passes, told_in

FOUND = " RESULTS: Lactate was higher in people with ME/CFS than in controls (p < 0.01)."


@pytest.mark.parametrize(
    ("counted", "never"),
    [
        ("We compared 50 people with ME/CFS with twice as many healthy controls.", "100"),
        ("For each of 60 patients with ME/CFS two healthy controls were drawn.", "120"),
        ("We studied patients with ME/CFS (30 women, 11 men) and healthy controls (20 women, "
         "13 men).", "41"),
        ("We studied a dozen patients with ME/CFS and two dozen healthy controls.", "24"),
    ],
)  # fmt: skip
def test_a_number_that_was_only_worked_out_is_told_nowhere(counted: str, never: str) -> None:
    made = page_that_passes("Lactate in ME/CFS", counted + FOUND)
    told = told_in(made, "quick_summary") + told_in(made, "study_at_a_glance")
    assert never not in told


def test_as_many_others_are_told_by_the_number_before_them() -> None:
    made = page_that_passes(
        "Lactate in ME/CFS",
        "We studied 50 patients with ME/CFS and an equal number of healthy controls." + FOUND,
    )
    assert "50 people without it" in told_in(made, "quick_summary")

"""An opening names whom a study compared, where the text names them and does not count them."""

from __future__ import annotations

import pytest

from .pages import page_that_passes, quick_of, told_in

TITLE = "Sleep in ME/CFS"


@pytest.mark.parametrize(
    ("results", "told"),
    [
        ("Sleep was shorter in ME/CFS patients than in healthy controls.",
         "people with ME/CFS and healthy people"),
        ("Sleep was shorter in patients with ME/CFS compared to recovered individuals. Controls "
         "slept well.", "people with ME/CFS and people who had got well"),
        ("Sleep was shorter in ME/CFS patients than in sedentary controls.",
         "people with ME/CFS and people who are not very active"),
    ],
)  # fmt: skip
def test_the_others_are_named_though_nobody_counts_them(results: str, told: str) -> None:
    text = f"METHODS: A case-control study of sleep at home. RESULTS: {results}"
    quick = " ".join(quick_of(text, TITLE))
    assert f"Researchers measured sleep in {told}." in quick


def test_the_ill_are_counted_where_the_others_are_not() -> None:
    text = (
        "METHODS: A case-control study of sleep in 90 participants: 40 patients with ME/CFS "
        "(n = 40) and their neighbours. RESULTS: Sleep was shorter in ME/CFS patients than in "
        "controls."
    )
    quick = told_in(page_that_passes(TITLE, text), "quick_summary")
    assert "40 people with ME/CFS and others, 90 together" in quick

"""Capitals and hyphens of a title or of a sentence's first word do not end up inside a sentence."""

from __future__ import annotations

from .pages import page_that_passes, told_in


def test_an_adverb_at_the_head_of_a_sentence_loses_its_capital_before_a_name() -> None:
    made = page_that_passes(
        "Vessels in long COVID: a narrative review",
        "We reviewed studies of long COVID. Mechanistically, SARS-CoV-2 may harm the lining of "
        "small vessels in people with long COVID.",
        ("Review",),
    )
    assert "Mechanistically" not in told_in(made, "inferred_conclusions")
    assert "that mechanistically, " in told_in(made, "inferred_conclusions")


def test_what_kind_of_study_a_title_ends_with_is_no_part_of_its_subject() -> None:
    made = page_that_passes(
        "Antibodies and Sleep in Children With Suspected Long COVID-A Single-Centre Study",
        "METHODS: We asked 113 children with suspected long COVID about their sleep. "
        "RESULTS: Most children (94.7%) slept badly.",
    )
    assert "sleep in children with suspected long COVID." in told_in(made, "quick_summary")

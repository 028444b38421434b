"""A page asks and warns of what it tells, carries on what the treatment did, and draws no half."""

from __future__ import annotations

import pytest

from .pages import page_that_passes, section

PILOT = (
    "METHODS: In this pilot study, 40 adults with ME/CFS took part. All of them were given "
    "sertraline for 8 weeks; there was no control group. RESULTS: {told}"
)


def test_a_gap_names_an_outcome_of_which_the_page_tells() -> None:
    made = page_that_passes(
        "Sertraline for ME/CFS: an open-label pilot study",
        PILOT.format(told="Fatigue was significantly lower after sertraline than before it."),
    )
    gaps = [*section(made, "remaining_questions"), *section(made, "does_not_prove")]
    assert any("change in fatigue" in s for s in gaps), gaps


def test_a_gap_names_no_outcome_of_which_the_page_tells_nothing() -> None:
    made = page_that_passes(
        "Sertraline for ME/CFS: an open-label pilot study",
        PILOT.format(
            told="Everything that the participants rated, except pain, was significantly better "
            "after sertraline than before it. Improvements were large to very large for vigor, "
            "anger, depression, tension, state anxiety, and both positive and negative affect, "
            "and effect sizes were small to moderate for friendliness and state mindfulness."
        ),
    )
    told = [*section(made, "quick_summary"), *section(made, "observed_findings")]
    gaps = [*section(made, "remaining_questions"), *section(made, "does_not_prove")]
    assert not any("depression" in s for s in told)
    assert not any("depression" in s for s in gaps), gaps
    assert any("brought about any change" in s for s in gaps), gaps


@pytest.mark.parametrize("before", ["Without the drug", "Before the drug"])
def test_what_was_so_without_the_drug_is_not_carried_on_as_its_result(before: str) -> None:
    made = page_that_passes(
        "Pyridostigmine in ME/CFS: a pilot study",
        "METHODS: Forty adults with ME/CFS took pyridostigmine. RESULTS: "
        f"{before}, grip strength had dropped by a median of 4 kg after 1 h. After taking "
        "pyridostigmine, grip strength had risen by a median of 2 kg after 1 h.",
    )
    assert not any(before.lower() in s.lower() for s in section(made, "fair_to_say"))


def test_of_two_things_that_went_opposite_ways_one_alone_is_not_drawn() -> None:
    both = (
        "METHODS: We compared 90 adults with ME/CFS with 80 healthy controls. RESULTS: "
        "{told} in the patients than in the controls."
    )
    one = page_that_passes("Hormones in ME/CFS", both.format(told="Resistin was lower"))
    assert one.picture is not None
    assert any("esistin" in s.text for s in one.picture.statements())
    half = page_that_passes(
        "Hormones in ME/CFS",
        both.format(
            told="On average, TGF-β was higher (P = 0.005) and resistin was lower (P = 0.005)"
        ),
    )
    assert half.picture is None or not any("esistin" in s.text for s in half.picture.statements())

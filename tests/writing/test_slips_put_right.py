"""Small slips of a text are put right, and a score says which way is worse where it went there."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.standing import no_conclusion
from evidence_atlas.writing.words.clause import swapped
from evidence_atlas.writing.words.theirs import bare

from .pages import page, page_that_passes, told_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Coughs were heard in 52% participants", "Coughs were heard in 52% of participants"),
        ("The drop was a more significant drop in bakers", "The drop was a clearer drop in bakers"),
    ],
)
def test_slips_of_the_text_are_put_right(text: str, told: str) -> None:
    assert swapped(text) == told


def test_overtime_is_over_time_where_nobody_works() -> None:
    text = (
        "METHODS: We measured bones in 40 patients with ME/CFS and 40 healthy controls. RESULTS: "
        "No differences were found between the groups in their bones or overtime."
    )
    told = told_in(page_that_passes("Bones in ME/CFS", text), "quick_summary")
    assert "overtime" not in told
    assert "over time" in told


def test_a_hyphen_behind_a_bracket_stays_with_its_word() -> None:
    assert bare("A Drug Office (NDO)-approved drug") == "A Drug Office-approved drug"


def test_what_a_paper_goes_through_is_no_conclusion() -> None:
    assert no_conclusion("herein, the literature on asthma is thoroughly reviewed to find causes")
    assert not no_conclusion("asthma is common among bakers")


@pytest.mark.parametrize(
    ("results", "told"),
    [
        ("COMPASS 31 scores were higher in patients with ME/CFS than in controls.",
         "(higher is worse)"),
        ("COMPASS 31 scores were lower in patients with ME/CFS than in controls.",
         "(lower is better)"),
    ],
)  # fmt: skip
def test_a_score_says_which_end_is_worse_where_it_went_there(results: str, told: str) -> None:
    text = (
        "METHODS: We measured standing in 40 patients with ME/CFS and 40 healthy controls. "
        f"RESULTS: {results}"
    )
    assert told in told_in(page("Standing in ME/CFS", text), "quick_summary")


def test_donors_of_whom_an_illness_is_told_are_people_with_it() -> None:
    text = (
        "METHODS: We measured iron in 25 healthy controls, 27 patients with ME/CFS and 20 long "
        "COVID donors. RESULTS: Iron was lower in ME/CFS than in healthy controls."
    )
    quick = told_in(page("Iron in ME/CFS and long COVID", text), "quick_summary")
    assert "20 people with long COVID" in quick

"""Quick does not tell that nothing was found alone, where people did differ."""

from __future__ import annotations

import pytest

from .pages import quick_of

COMPARED = (
    "We compared 31 adults with ME/CFS with 27 healthy people. RESULTS: Standard tests of the "
    "blood did not differ between adults with ME/CFS and healthy people. "
)
DIFFERED = "In patients, B-QAX was significantly lower (7.3% [3.4; 10.4], p = 0.044). "
TOO = "Some differences were found, too; they are told under Observed Findings."


def test_what_differed_and_is_too_hard_for_quick_is_pointed_at():
    told = quick_of(COMPARED + DIFFERED, "Blood tests in ME/CFS: a case-control study")
    assert any(null in s for s in told for null in ("did not", "no clear"))
    assert TOO in told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (COMPARED, "Blood tests in ME/CFS: a case-control study"),
        (
            COMPARED
            + "Sleep was shorter in adults with ME/CFS than in healthy people (p < 0.001).",
            "Blood tests and sleep in ME/CFS: a case-control study",
        ),
        (
            "We randomised 60 adults with ME/CFS to a lamp or a dummy lamp. RESULTS: Fatigue did "
            "not differ between the lamp and the dummy lamp. " + DIFFERED,
            "A lamp for ME/CFS: a randomised controlled trial",
        ),
    ],
)
def test_a_null_that_is_the_whole_result_stands_by_itself(text, title):
    told = quick_of(text, title)
    assert any(null in s for s in told for null in ("did not", "no clear"))
    assert TOO not in told

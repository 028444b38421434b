"""What a term means and what was done is no finding, though it stands among the results."""

import pytest
from tests.reading.test_results import FRAME, reading

AFTER = " Wheeze was less frequent in patients than in controls (p = 0.01)."


@pytest.mark.parametrize(
    "sentence",
    [
        "At the last visit a responder was someone whose wheeze had fallen by 15% or more.",
        "Responders were participants whose peak flow had risen by at least 10%.",
        "Recovery was a fall in the score of at least 8 points.",
    ],
)
def test_what_a_term_means_is_no_result(sentence: str) -> None:
    found = reading(FRAME + sentence + AFTER)
    assert [r.text for r in found.results] == [AFTER.strip()]


@pytest.mark.parametrize(
    "sentence",
    [
        "Responders were people with milder wheeze at the start.",
        "Improvement was greater in patients who slept longer.",
    ],
)
def test_what_is_found_of_those_who_responded_is_a_result(sentence: str) -> None:
    assert reading(FRAME + sentence + AFTER).results[0].text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Subgroup analyses occurred in immunocompromised patients.",
        "Mixed models looked for associations of wheeze with sleep.",
        "Regression with a penalty picked out what was related to wheeze.",
        "The session was a walk of 3 km in silence.",
        "As the group was small, it is unknown how far this holds.",
        "Lung function was checked in a breathing test.",
        "The patients took 30 mg of a drug directly after the first measurement.",
    ],
)
def test_what_was_done_or_is_unknown_is_no_result(sentence: str) -> None:
    assert [r.text for r in reading(FRAME + sentence + AFTER).results] == [AFTER.strip()]


def test_what_an_earlier_study_found_is_no_result_of_this_one() -> None:
    before = "In a previous study, we found that wheeze was no more frequent in nurses. "
    found = reading(before + FRAME + AFTER.strip())
    assert [r.text for r in found.results] == [AFTER.strip()]

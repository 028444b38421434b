"""Where chance made no groups, a risk that was "reduced" is told as a link, either way it went."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.words.clause import restate


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Booster shots significantly reduced the risk of cough.",
         "Booster shots had a link with a clearly lower risk of cough."),
        ("Night work increased the likelihood of pain.",
         "Night work had a link with a higher likelihood of pain."),
        ("Walking lowers the odds of falls.", "Walking had a link with lower odds of falls."),
        ("Smoking raised the odds of cough.", "Smoking had a link with higher odds of cough."),
    ],
)  # fmt: skip
def test_a_study_that_only_watched_tells_a_link(printed: str, told: str):
    assert restate(printed, randomised_result=False) == told


@pytest.mark.parametrize(
    "printed",
    [
        "Each dose reduced the likelihood of falls by 14%.",
        "Booster shots did not reduce the risk of cough.",
    ],
)
def test_how_much_and_what_did_not_are_left_to_the_authors_words(printed: str):
    assert restate(printed, randomised_result=False) is None

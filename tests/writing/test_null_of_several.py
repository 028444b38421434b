"""A null that the text tells of several things is not told as one of the first of them alone."""

from __future__ import annotations

import pytest

from .test_whole_sentences import both, page

__all__ = ["page"]


@pytest.mark.parametrize(
    ("results", "told"),
    [
        # One is told, and that there are others.
        (
            "No significant differences were observed in lung function (p = 0.4), sleep quality "
            "(p = 0.5) or cough frequency (p = 0.2) between miners with asthma and controls.",
            "in lung function, among other things, between",
        ),
        (
            "No significant differences were observed in lung function between miners with "
            "asthma and controls.",
            "in lung function between",
        ),
    ],
)
def test_the_one_that_is_told_stands_beside_other_things(page, results, told):
    found = [t for t in both(page(results)) if "lung function" in t and "no clear" in t.lower()]
    assert found
    assert all(told in t or ("sleep quality" in t and "cough" in t) for t in found)

"""A result keeps what takes it back, whatever tags a record keeps in its text."""

from __future__ import annotations

import pytest

from .pages import page, section


def observed(results: str) -> str:
    told = page(
        "Knitting for long COVID: a randomized controlled trial",
        "METHODS: We put 80 adults with long COVID by chance into a knitting group (n = 40) and a "
        f"sewing group (n = 40). RESULTS: {results}",
    )
    return " ".join(section(told, "observed_findings"))


@pytest.mark.parametrize("p", ["(β = 0.2, p < 0.001)", "(<i>β</i> = 0.2, <i>p</i> < 0.001)"])
def test_what_was_so_in_one_group_but_not_in_the_other_is_told_of_both(p):
    told = observed(
        "Higher fatigue was significantly associated with reduced walking gains in the "
        f"knitting group {p}, but not in controls."
    )
    assert "reduced walking gains in the knitting group" in told
    assert "but not in controls" in told


def test_a_change_in_both_groups_keeps_that_they_did_not_differ():
    told = observed(
        "Significant reductions in pain were observed in both the knitting and sewing groups "
        "(p < 0.05), with no significant differences between the two."
    )
    assert "reductions in pain" in told
    assert "no clear difference" in told

"""What a short sentence denies is not stated of it, also where no result holds the sentence."""

from __future__ import annotations

import pytest

from evidence_atlas.checking.negation import denied

LEFT_OUT = frozenset(("significant", "significantly", "statistically"))


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Six improved; four had a clear change.", "Four had no significant change."),
        ("Sleep changed in both groups.", "Sleep did not significantly change in both groups."),
    ],
)
def test_what_is_denied_is_not_told_as_clear(told, source):
    assert denied(told, source, LEFT_OUT) is not None


def test_a_denial_told_as_one_stands():
    told = "Six improved; four had no clear change."
    assert denied(told, "Four had no significant change.", LEFT_OUT) is None

"""A printed change is recomputed under each reading of it, and judged only where all agree."""

from __future__ import annotations

import pytest

from evidence_atlas.reading.changes import (
    Change,
    check,
    correlation_needed,
    least_spread,
    p_paired,
    p_separate,
)
from evidence_atlas.records import Quote, Result

# See and Tilles 1996, as printed: natural killer cell function of all 26, of the seven, and
# quality of life of the seven.
ALL = Change(87.8, 19.6, 129.3, 20.7, 26, 0.05)
SEVEN = Change(35.1, 11.7, 91.5, 22.7, 7, 0.01)
QUALITY = Change(39.7, 12.1, 16.3, 7.9, 7, 0.05)
QUOTE = Quote(field="abstract", start=0, end=1, text="x")
RESULT = Result(
    text="x", direction="increase", comparison="within_group", scope="all", quote=QUOTE, sentence=0
)


def test_as_standard_deviations_p_is_far_below_what_is_printed() -> None:
    assert p_separate(ALL, False) == pytest.approx(1.33e-9, rel=0.01)
    assert p_paired(ALL, False, 0.0) == pytest.approx(8.94e-8, rel=0.01)


@pytest.mark.parametrize(
    ("change", "p", "correlation"),
    [(ALL, 0.152, 0.50), (SEVEN, 0.055, 0.79), (QUALITY, 0.135, 0.61)],
)
def test_as_standard_errors_p_turns_on_how_before_and_after_correlate(
    change: Change, p: float, correlation: float
) -> None:
    assert p_separate(change, True) == pytest.approx(p, abs=0.0006)
    needed = correlation_needed(change, True)
    assert needed == pytest.approx(correlation, abs=0.005)
    assert p_paired(change, True, needed or 0.0) == pytest.approx(change.p, rel=1e-6)


def test_seven_low_values_set_a_least_spread_for_all() -> None:
    assert least_spread(87.8, 26, 35.1, 7) == pytest.approx(32.6, abs=0.05)


def test_the_verdict_on_the_reference_trial_is_that_one_cannot_tell() -> None:
    found = check(ALL, RESULT, SEVEN)
    assert found.verdict == "cannot tell"
    assert "10⁻⁹ for separate groups and 10⁻⁷ for the same people" in found.working
    assert "p is about .15 for separate groups" in found.working
    assert "correlate at about .50 or more" in found.working
    assert found.working.endswith("the standard deviation of all is at least 32.6")


def test_a_change_that_follows_under_every_reading_fits() -> None:
    assert check(Change(10, 1, 50, 1, 30, 0.05), RESULT).verdict == "fits"


def test_a_change_that_follows_under_no_reading_does_not_fit() -> None:
    tiny = Change(10.0, 1.0, 10.1, 40.0, 5, 0.001)
    assert check(tiny, RESULT).verdict == "does not fit under the readings tried"

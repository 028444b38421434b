"""p comes out as published tables and SciPy's own tests have it, as a range of what is printed."""

from __future__ import annotations

import math
from statistics import stdev

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from evidence_atlas.arithmetic.intervals import (
    Interval,
    holds_estimate,
    holds_no_effect,
    lies_evenly,
    p_range,
)
from evidence_atlas.arithmetic.means import (
    Pair,
    correlation_needed,
    exactly,
    least_spread,
    p_paired,
    p_separate,
)
from evidence_atlas.arithmetic.printed import p_printed, printed
from evidence_atlas.arithmetic.statistics import halved, p_two_sided
from evidence_atlas.arithmetic.two_shares import Share, p_chi_square, p_fisher
from evidence_atlas.arithmetic.two_shares import p_range as p_of_shares


def pair(m1: str, s1: str, m2: str, s2: str, n1: int, n2: int | None = None) -> Pair:
    return Pair(printed(m1), printed(s1), printed(m2), printed(s2), n1, n2 or n1)


# See and Tilles 1996, as printed: natural killer cell function of all 26, of the seven, and
# quality of life of the seven.
ALL = pair("87.8", "19.6", "129.3", "20.7", 26)
SEVEN = pair("35.1", "11.7", "91.5", "22.7", 7)
QUALITY = pair("39.7", "12.1", "16.3", "7.9", 7)


@pytest.mark.parametrize(
    ("kind", "value", "freedom", "p"),
    [("t", "2.228", (10,), 0.05), ("F", "4.96", (1, 10), 0.05), ("chi2", "3.841", (1,), 0.05),
     ("chi2", "13.28", (4,), 0.01), ("z", "1.960", (), 0.05), ("r", "0.576", (10,), 0.05)],
)  # fmt: skip
def test_a_statistic_at_a_tables_critical_value_has_that_p(kind, value, freedom, p):
    found = p_two_sided(kind, printed(value), freedom)
    assert found is not None
    assert found.low <= p * 1.001
    assert found.high >= p * 0.999
    assert halved(found).high == found.high / 2


@pytest.mark.parametrize(
    ("kind", "value", "freedom"),
    [("chi2", "-1.0", (1,)), ("r", "1.20", (10,)), ("t", "2.0", (0,)), ("F", "-2", (1, 5))],
)
def test_no_such_statistic_has_no_p(kind, value, freedom):
    assert p_two_sided(kind, printed(value), freedom) is None


def test_as_standard_deviations_the_reference_p_is_far_below_what_is_printed():
    assert p_separate(exactly(ALL), False).low == pytest.approx(1.33e-9, rel=0.01)
    assert p_paired(exactly(ALL), False, 0.0).low == pytest.approx(8.94e-8, rel=0.01)


@pytest.mark.parametrize(
    ("figures", "limit", "welch", "student", "correlation"),
    [(ALL, ".05", 0.152, 0.152, 0.50), (SEVEN, ".01", 0.055, 0.047, 0.79),
     (QUALITY, ".05", 0.135, 0.131, 0.61)],
)  # fmt: skip
def test_as_standard_errors_it_turns_on_how_before_and_after_correlate(
    figures, limit, welch, student, correlation
):
    exact = exactly(figures)
    assert p_separate(exact, True).low == pytest.approx(welch, abs=0.0006)
    assert p_separate(exact, True, pooled=True).low == pytest.approx(student, abs=0.0006)
    p = p_printed("<", limit)
    assert p is not None
    needed = correlation_needed(figures, True, p)
    assert needed == pytest.approx(correlation, abs=0.005)
    assert p_paired(exact, True, needed or 0.0).low == pytest.approx(float(limit), rel=1e-6)


def test_seven_low_values_set_a_least_spread_for_all():
    assert least_spread(87.8, 26, 35.1, 7) == pytest.approx(32.6, abs=0.05)


NUMBER = st.decimals(1, 200, places=1)
SIZE = st.integers(3, 200)


@given(NUMBER, NUMBER, NUMBER, NUMBER, SIZE, SIZE, st.booleans())
def test_separate_groups_come_out_as_in_scipy(m1, s1, m2, s2, n1, n2, pooled):
    figures = pair(str(m1), str(s1), str(m2), str(s2), n1, n2)
    theirs = stats.ttest_ind_from_stats(
        float(m1), float(s1), n1, float(m2), float(s2), n2, equal_var=pooled
    ).pvalue
    exact = p_separate(exactly(figures), False, pooled)
    assert exact.low == pytest.approx(theirs, rel=1e-6, abs=1e-12)
    whole = p_separate(figures, False, pooled)
    assert whole.low <= exact.low + 1e-12
    assert exact.high <= whole.high + 1e-12


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=4, max_size=30))
def test_the_same_people_come_out_as_in_scipy(people):
    before, after = ([round(x, 3) for x in xs] for xs in zip(*people, strict=True))
    # Not SciPy's, which warns of numbers that are all the same before they can be left out.
    a, b = stdev(before), stdev(after)
    gaps = stdev([y - x for x, y in zip(before, after, strict=True)])
    assume(min(a, b, gaps) > 1)
    r = stats.pearsonr(before, after).statistic
    means = (sum(before) / len(before), sum(after) / len(after))
    figures = exactly(
        pair(f"{means[0]:.9f}", f"{a:.9f}", f"{means[1]:.9f}", f"{b:.9f}", len(before))
    )
    theirs = stats.ttest_rel(before, after).pvalue
    assert p_paired(figures, False, r).low == pytest.approx(theirs, rel=1e-4, abs=1e-9)


@settings(max_examples=40)
@given(st.integers(5, 300), st.integers(5, 300), st.data())
def test_two_shares_come_out_as_in_scipy(whole1, whole2, data):
    a = Share(data.draw(st.integers(0, whole1)), whole1)
    b = Share(data.draw(st.integers(0, whole2)), whole2)
    table = [[a.n, a.whole - a.n], [b.n, b.whole - b.n]]
    assert p_fisher(a, b) == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-5, abs=1e-9)
    if a.n + b.n in (0, a.whole + b.whole):
        assert p_of_shares(a, b) is None
        return
    for corrected in (False, True):
        theirs = stats.chi2_contingency(table, correction=corrected).pvalue
        mine = p_chi_square(a, b, corrected)
        if corrected and abs(a.n * b.whole - b.n * a.whole) < (a.whole + b.whole) / 2:
            continue  # SciPy's correction does not stop at no difference in the same way.
        assert mine == pytest.approx(theirs, rel=1e-6, abs=1e-12)


def interval(point: str, low: str, high: str, ratio: bool = True) -> Interval:
    return Interval(printed(point), printed(low), printed(high), 95.0, ratio)


def test_the_published_example_of_p_from_an_interval():
    # Altman & Bland 2011: a ratio of 0.81 with 0.70 to 0.94 has p of about .005.
    found = p_range(interval("0.81", "0.70", "0.94"))
    assert found.low < 0.0055
    assert found.high > 0.0050


@given(st.floats(-2, 2), st.floats(0.05, 0.8), st.integers(2, 4), st.booleans())
def test_an_interval_made_of_an_estimate_is_even_and_gives_its_p(middle, error, places, ratio):
    ends = (middle - 1.959964 * error, middle, middle + 1.959964 * error)
    low, point, high = (f"{math.exp(x) if ratio else x:.{places}f}".replace("-", "−") for x in ends)
    made = interval(point, low, high, ratio)
    assume(made.usable and low != high)
    assert lies_evenly(made)
    assert holds_estimate(made)
    found, p = p_range(made), 2 * stats.norm.sf(abs(middle) / error)
    assert found.low <= p * 1.0001 + 1e-12
    assert found.high >= p * 0.9999 - 1e-12


def test_an_estimate_outside_and_an_interval_about_no_effect():
    assert not holds_estimate(interval("0.743", "0.601", "0.712"))
    assert holds_no_effect(interval("1.2", "0.8", "1.8")) is True
    assert holds_no_effect(interval("2.0", "1.2", "3.3")) is False
    assert holds_no_effect(interval("1.1", "1.0", "1.2")) is None

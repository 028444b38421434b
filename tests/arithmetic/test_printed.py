"""A printed figure stands for every value that is printed so, and for no other."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.arithmetic.granularity import is_mean, tells
from evidence_atlas.arithmetic.printed import Range, p_printed, printed
from evidence_atlas.arithmetic.shares import is_share


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [("19.6", 19.6, 19.55, 19.65), ("-3", -3, -3.5, -2.5), ("−0.20", -0.2, -0.205, -0.195),
     (".05", 0.05, 0.045, 0.055), ("1,234", 1234, 1233.5, 1234.5), ("3·5", 3.5, 3.45, 3.55)],
)  # fmt: skip
def test_a_figure_is_a_range_by_its_last_place(text, value, low, high):
    figure = printed(text)
    assert (float(figure), figure.low, figure.high) == pytest.approx((value, low, high))


@pytest.mark.parametrize("text", ["", "-", "about 3", "1.2.3", ","])
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(ValueError, match="no figure"):
        printed(text)


@given(
    st.decimals(-10_000, 10_000, allow_nan=False, places=6),
    st.integers(0, 3),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_a_value_lies_in_the_range_of_its_rounding(value: Decimal, places: int, way: str):
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=way)
    figure = printed(str(rounded))
    assert abs(figure.value - Fraction(value)) <= figure.unit / 2


@pytest.mark.parametrize(
    ("sign", "figure", "p", "allowed"),
    [("<", ".05", 0.049, True), ("<", ".05", 0.051, False), ("=", "0.03", 0.0349, True),
     ("=", "0.03", 0.0399, True), ("=", "0.03", 0.0401, False), ("=", "0.03", 0.0249, False),
     (">", ".05", 0.051, True), (">", ".05", 0.04, False), ("=", "0.000", 0.0004, True),
     ("=", "0.000", 0.002, False), ("≤", "0.01", 0.009, True), ("≥", "0.2", 0.1, False)],
)  # fmt: skip
def test_a_printed_p_allows_what_would_be_printed_so(sign, figure, p, allowed):
    found = p_printed(sign, figure)
    assert found is not None
    assert found.allows(Range(p, p)) is allowed


def test_no_probability_is_no_p():
    assert p_printed("=", "2.5") is None
    assert p_printed(">", "0.00") is None


@given(
    st.integers(1, 5000), st.data(), st.integers(0, 2),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, "ROUND_DOWN"]),
)  # fmt: skip
def test_a_share_fits_its_own_percentage_however_it_is_rounded(whole, data, places, way):
    n = data.draw(st.integers(0, whole))
    exact = Decimal(100 * n) / Decimal(whole)
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=way)
    assert is_share(n, whole, printed(str(rounded)))


@given(st.integers(1, 5000), st.data(), st.integers(0, 2), st.sampled_from([2, -2]))
def test_a_percentage_two_steps_away_is_not_that_share(whole, data, places, steps):
    n = data.draw(st.integers(0, whole))
    unit = Decimal(1).scaleb(-places)
    rounded = (Decimal(100 * n) / Decimal(whole)).quantize(unit) + steps * unit
    if rounded >= 0:
        assert not is_share(n, whole, printed(str(rounded)))


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.integers(1, 2))
def test_the_mean_of_whole_scores_is_always_a_mean_they_can_have(scores, places):
    mean = (Decimal(sum(scores)) / len(scores)).quantize(Decimal(1).scaleb(-places))
    assert is_mean(printed(str(mean)), len(scores))


def test_a_mean_that_no_whole_scores_can_have():
    # The first example of Brown & Heathers 2017: 28 people, a mean of 5.19.
    assert tells(printed("5.19"), 28)
    assert not is_mean(printed("5.19"), 28)
    assert is_mean(printed("5.18"), 28)
    assert not tells(printed("5.2"), 28)

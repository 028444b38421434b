"""The studies by year, drawn: every year in one line, and no more lines than a screen holds."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.publishing.overview.values import YearRow
from evidence_atlas.site.timeline_picture import (
    LATEST,
    SINGLE_YEARS,
    TOGETHER,
    spans,
    timeline_view,
)


def test_the_last_five_years_stand_singly_and_empty_years_are_one_line() -> None:
    years = [
        YearRow(year=y, levels={"E3 Preliminary": n}, types={}, total=n)
        for y, n in ((2026, 3), (2025, 44), (2023, 2), (2021, 3), (2017, 4), (1996, 1))
    ]
    assert [(b.name, b.said) for b in timeline_view(years).bars] == [
        ("2026", "3"), ("2025", "44"), ("2024", "none"), ("2023", "2"), ("2022", "none"),
        ("2020–2021", "3"), ("2015–2019", "4"), ("2000–2014", "none"), ("1996–1999", "1"),
    ]  # fmt: skip


@given(st.sets(st.integers(1880, 2030), min_size=1, max_size=60))
def test_every_year_from_the_first_to_the_last_is_in_exactly_one_line(years: set[int]) -> None:
    found = spans(sorted(years))
    told = [year for first, last in found for year in range(last, first - 1, -1)]
    assert told == list(range(max(years), min(years) - 1, -1))
    empty = [not years & set(range(first, last + 1)) for first, last in found]
    assert not any(one and other for one, other in pairwise(empty))
    assert all(first == last for first, last in found[:1])
    assert len(found) <= max(SINGLE_YEARS, LATEST + 151 // TOGETHER + 2)

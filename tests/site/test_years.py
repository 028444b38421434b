"""The years of the list as choices."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.site.views.years import SINGLY, Span, spans


def test_the_last_years_stand_singly_and_those_before_by_decade() -> None:
    found = spans({2026, 2025, 2021, 2020, 2019, 1996}, 2026)
    assert [s.name for s in found] == ["2026", "2025", "2020–2021", "2010–2019", "1990–1999"]
    # A list without the latest years has the same spans.
    assert [s.name for s in spans({2020, 1996}, 2026)] == ["2020–2021", "1990–1999"]
    assert spans((), 2026) == []


@given(st.sets(st.integers(1880, 2030)), st.integers(0, 9))
def test_every_year_is_in_one_span_and_every_span_holds_a_year(years: set[int], on: int) -> None:
    newest = max(years, default=2000) + on
    found = spans(years, newest)
    assert all(sum(s.first <= y <= s.last for s in found) == 1 for y in years)
    assert all(any(s.first <= y <= s.last for y in years) for s in found)
    assert found == sorted(found, key=lambda s: -s.first)
    assert all(s == Span(s.first, s.first) for s in found if s.first > newest - SINGLY)

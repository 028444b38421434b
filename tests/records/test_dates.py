"""Years and days out of the dates that sources give."""

from __future__ import annotations

import pytest

from evidence_atlas.records import Dates, PubDate
from evidence_atlas.records.dates import iso_date, month_number, publication_year


@pytest.mark.parametrize(
    ("text", "number"),
    [("Jun", 6), ("june", 6), ("06", 6), ("6", 6), ("12", 12), ("13", None), ("0", None),
     ("", None), (None, None), ("Spring", None), ("1a", None)],
)  # fmt: skip
def test_months(text: str | None, number: int | None) -> None:
    assert month_number(text) == number


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("1980", "11", "20"), "1980-11-20"),
        (("1980", "Nov", "2"), "1980-11-02"),
        (("1980", "Nov"), "1980-11"),
        (("1980", None, "2"), "1980"),
        (("1980", "11", "99"), "1980-11"),
        (("80",), None),
        ((None,), None),
    ],
)
def test_days_as_far_as_they_are_stated(parts: tuple[str | None, ...], date: str | None) -> None:
    assert iso_date(*parts) == date


def test_the_year_of_publication() -> None:
    issue, online = PubDate(medline_date="1998 Dec-1999 Jan"), PubDate(year=2001)
    assert publication_year(Dates(published=issue, electronic=online)) == 1998
    assert publication_year(Dates(published=PubDate(season="Spring"), electronic=online)) == 2001
    assert publication_year(Dates()) is None

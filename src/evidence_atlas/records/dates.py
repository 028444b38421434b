"""Years out of the dates that sources give."""

from __future__ import annotations

import re

from .citation import Dates, PubDate

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def year_of(date: PubDate | None) -> int | None:
    """The year a date states; of a range such as `1998 Dec-1999 Jan`, the first."""
    if date is None:
        return None
    if date.year:
        return date.year
    found = _YEAR.search(date.medline_date or "")
    return int(found.group()) if found else None


def publication_year(dates: Dates) -> int | None:
    """The issue's year, else the electronic publication's."""
    return year_of(dates.published) or year_of(dates.electronic)

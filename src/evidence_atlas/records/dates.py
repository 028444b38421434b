"""Dates as far as sources state them, and years out of them."""

from __future__ import annotations

import re
from functools import lru_cache

from ._base import Value

_MONTH_NAMES = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_MONTHS = (
    {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
    | {f"{number:02d}": number for number in range(1, 13)}
    | {str(number): number for number in range(1, 10)}
)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


class PubDate(Value):
    """A date as far as the source states it; `medline_date` is NLM's free form, as printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    medline_date: str | None = None


class DatedStatus(Value):
    """A step in the record's life (received, accepted, entrez, pubmed, …) with its ISO date."""

    status: str
    date: str


class Dates(Value):
    """Every date of a record; `completed` and `revised` are NLM's, in ISO form."""

    published: PubDate | None = None
    electronic: PubDate | None = None
    completed: str | None = None
    revised: str | None = None
    history: tuple[DatedStatus, ...] = ()


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


def month_number(text: str | None) -> int | None:
    """1 to 12 from `Jun`, `June`, `06` or `6`; None for anything else."""
    value = (text or "").strip().lower()
    return _MONTHS.get(value) or _MONTHS.get(value[:3] if value.isalpha() else "")


@lru_cache(maxsize=4096)
def iso_date(year: str | None, month: str | None = None, day: str | None = None) -> str | None:
    """`1980-11-20`, or as much of it as is stated; None without a year of four digits."""
    year, day = (year or "").strip(), (day or "").strip()
    if not (len(year) == 4 and year.isascii() and year.isdecimal()):
        return None
    number = month_number(month)
    if number is None:
        return year
    if not (day.isascii() and day.isdecimal() and 1 <= int(day) <= 31):
        return f"{year}-{number:02d}"
    return f"{year}-{number:02d}-{int(day):02d}"

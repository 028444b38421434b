"""Dates of PubMed XML."""

from __future__ import annotations

from ..records import PubDate
from ..records.dates import iso_date, month_number
from .readable import squeeze
from .xml_reader import Element


def iso(e: Element) -> str | None:
    year = month = day = None
    for part in e:
        tag = part.tag
        if tag == "Year":
            year = part.text
        elif tag == "Month":
            month = part.text
        elif tag == "Day":
            day = part.text
            break
    return iso_date(year, month, day)


def pub_date(e: Element) -> PubDate:
    """A PubDate element; a year or day that is no number is kept as the free form."""
    year = month = day = season = medline = None
    odd = False
    for part in e:
        text = squeeze(part.text)
        if part.tag == "Year":
            year = int(text) if text.isdecimal() and len(text) <= 4 else None
            odd = odd or year is None
        elif part.tag == "Month":
            month = month_number(text)
            odd = odd or month is None
        elif part.tag == "Day":
            day = int(text) if text.isdecimal() and len(text) <= 2 else None
            odd = odd or day is None
        elif part.tag == "Season":
            season = text or None
        elif part.tag == "MedlineDate":
            medline = text or None
    if odd and medline is None:
        medline = " ".join(squeeze(part.text) for part in e if part.text) or None
    return PubDate(year=year, month=month, day=day, season=season, medline_date=medline)

"""The address of a study: surname, year, two words of the title."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.records import Author, Dates, PubDate, Record
from evidence_atlas.records.slugs import candidate_slug


def record(title: str, last: str | None = "See", year: int | None = 1996) -> Record:
    return Record(
        source="test", raw_hash="", title=title,
        authors=(Author(last=last),) if last else (),
        dates=Dates(published=PubDate(year=year) if year else None),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "last", "year", "slug"),
    [
        ("alpha-Interferon treatment of patients", "See", 1996, "see-1996-alpha-interferon"),
        ("α-Interferon treatment of patients", "See", 1996, "see-1996-alpha-interferon"),
        ("The effect of the inhaler", "Müller", 2001, "muller-2001-effect-inhaler"),
        ("RETRACTED: The effect of the inhaler", "Müller", 2001, "muller-2001-effect-inhaler"),
        ("[The pineal body].", "van der Meer", 2001, "van-der-meer-2001-pineal-body"),
        ("Parkinson's disease", "O'Brien", None, "obrien-nd-parkinsons-disease"),
        ("COVID-19 in towns", None, 2020, "anon-2020-covid-19"),
        ("Why?", None, None, "anon-nd-why"),
        ("", None, None, "anon-nd"),
        ("喘息の研究", "山田", 2001, "anon-2001"),
        ("CO₂ and 10⁹ cells", "Doe", 2001, "doe-2001-co2-109"),
    ],
)
def test_slugs(title: str, last: str | None, year: int | None, slug: str) -> None:
    assert candidate_slug(record(title, last, year)) == slug


@settings(max_examples=200, deadline=None)
@given(title=st.text(), last=st.text(min_size=1))
def test_a_slug_has_only_letters_digits_and_hyphens(title: str, last: str) -> None:
    slug = candidate_slug(record(title, last))
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 120

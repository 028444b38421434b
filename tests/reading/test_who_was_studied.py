"""Who was studied, in the text's own words: right, or absent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")


def reading(abstract: str, title: str = "A study") -> Reading:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS)


@pytest.mark.parametrize(
    ("title", "abstract", "studied"),
    [
        # Those counted come first, without their number.
        (
            "Sleep and asthma",
            "METHODS: A total of 253 adults with asthma at two clinics were enrolled.",
            "adults with asthma at two clinics",
        ),
        ("Burnout", "METHODS: We surveyed 300 nurses. RESULTS: Sleep was poor.", "nurses"),
        (
            "Sleep",
            "METHODS: We studied 90 community-dwelling adults aged 18 years and older.",
            "community-dwelling adults aged 18 years and older",
        ),
        # Where the count tells nothing of them, the methods or the title may.
        (
            "Sleep",
            "METHODS: The survey was conducted among university students in Norway. RESULTS: 400 "
            "participants answered.",
            "university students in Norway",
        ),
        (
            "Poor sleep among veterans with diabetes",
            "METHODS: We sent forms. RESULTS: 80 participants answered.",
            "veterans with diabetes",
        ),
        # A short form may stand between.
        (
            "Sleep",
            "METHODS: 60 patients with migraine (MIG) from a pain clinic took part.",
            "patients with migraine (MIG) from a pain clinic",
        ),
        # What they had is told to its end, with what "of" and a number open.
        (
            "Sleep",
            "METHODS: We included 90 adults with evidence of infection and asked about sleep.",
            "adults with evidence of infection",
        ),
        (
            "Sleep",
            "METHODS: We recruited adults with a confirmed diagnosis of asthma in spring.",
            "adults with a confirmed diagnosis of asthma in spring",
        ),
        (
            "Sleep",
            "METHODS: We enrolled 60 people with type 2 diabetes and saw them twice.",
            "people with type 2 diabetes",
        ),
    ],
)
def test_the_phrase_for_those_studied(title: str, abstract: str, studied: str) -> None:
    found = reading(abstract, title)
    assert found.who.studied == studied
    (quote,) = found.quotes["who.studied"]
    assert quote.text == studied
    source = title if quote.field == "title" else abstract
    assert source[quote.start : quote.end] == studied


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        # Nothing is told of them.
        ("Sleep", "METHODS: 60 participants took part."),
        # Those compared with are not those studied.
        ("Sleep", "METHODS: Thirty healthy controls were recruited."),
        # People of two kinds: neither is all of them.
        ("Asthma in children and their parents", "METHODS: 60 people took part."),
        ("Doctors' views of care among people with asthma", "METHODS: 30 people were asked."),
        # The phrase breaks off.
        ("Sleep", "METHODS: We studied 12 patients with illness refractory to drugs."),
        # A review studies papers.
        ("Sleep in adults with asthma: a systematic review", "METHODS: 12 studies were included."),
    ],
)
def test_absent_rather_than_wrong(title: str, abstract: str) -> None:
    found = reading(abstract, title)
    assert found.who.studied is None
    assert "who.studied" not in found.quotes


@given(
    n=st.integers(4, 1899),
    who=st.sampled_from(["nurses", "adults with asthma", "university students in Norway"]),
    verb=st.sampled_from(["were enrolled", "took part", "completed the survey"]),
)
def test_the_phrase_never_holds_the_number_or_the_verb(n: int, who: str, verb: str) -> None:
    assert reading(f"METHODS: A total of {n} {who} {verb}.").who.studied == who


@pytest.mark.parametrize(
    ("abstract", "age"),
    [
        # Whom the results speak of besides is not who took part.
        ("METHODS: We asked 36 experts. RESULTS: It is disputed if children can have it.", None),
        ("METHODS: We read papers. RESULTS: No studies involving adolescents were found.", None),
        ("AIM: Much care of older adults is needed. METHODS: We polled 168 nurses.", None),
        ("METHODS: We asked people with asthma. RESULTS: Effects were stronger in adults.", None),
        ("METHODS: We asked 40 children with asthma.", "children"),
        # A hospital for children may have asked whole households.
        ("METHODS: A children's hospital in Ohio asked 245 members of households.", None),
        ("METHODS: We asked people. RESULTS: In all, 60 children answered.", "children"),
        # The members of a cohort so named have grown up.
        ("METHODS: Forms went to the Clay Valley Study of Parents and Children.", None),
        # A mean tells nothing of the youngest of them.
        ("METHODS: Forms were sent. RESULTS: They were women (mean age 48 years).", None),
        ("METHODS: Forms were sent to women aged 48 to 60 years.", "adults"),
    ],
)  # fmt: skip
def test_adults_or_children_are_those_who_took_part(abstract, age):
    assert reading(abstract).who.adults_or_children == age


def test_where_people_were_taken_in_ends_before_the_date() -> None:
    found = reading(
        "METHODS: People with asthma were enrolled at 8 sites across Chile from December 11, 2020, "
        "to May 2, 2022."
    )
    assert found.who.recruitment == "enrolled at 8 sites across Chile"


def test_a_title_says_whom_a_study_is_of() -> None:
    found = reading(
        "METHODS: They filled in a form.",
        "Cough: a longitudinal study of economically active patients",
    )
    assert found.quote("who.studied").text == "economically active patients"

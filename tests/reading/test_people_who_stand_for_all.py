"""Counts of everybody that were overlooked, and those that are nobody's who took part."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Participants, Record

MECFS = load("mecfs")


def people(abstract: str, title: str = "A study") -> Participants:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS).participants


@pytest.mark.parametrize(
    ("abstract", "total"),
    [
        # Of whom a part is told, they are all.
        ("METHODS: A sample of 1813 adults of whom 55% were infected was assessed.", 1813),
        # A label may name its people behind the number.
        ("METHODS: Using a health survey (n = 16,446 U.S. adults), sleep was measured.", 16446),
        ("METHODS: An online survey. RESULTS: Overall, 1254 valid questionnaires were used.", 1254),
        (
            "METHODS: People were recruited online. RESULTS: We report analysis of 24 interviews.",
            24,
        ),
        # Of those who came to a clinic, these were taken in.
        (
            "METHODS: A chart review. RESULTS: Of 126 patients with asthma, 97 patients (female: "
            "50) who had wheezed last winter were included.",
            97,
        ),
        # Groups of one size in one list are counted each.
        (
            "METHODS: Cells were taken from nine people with asthma, nine healthy controls, and "
            "nine people with asthma who were treated.",
            27,
        ),
        # A share is told of all, a list of some of them.
        (
            "METHODS: A survey. RESULTS: Overall, 240/1205 participants reported asthma. We found "
            "two asthma clusters (mild, n = 170, vs. severe, n = 66).",
            1205,
        ),
        ("METHODS: Using a case-control design, 17 participants were recruited.", 17),
    ],
)
def test_everybody_is_found(abstract: str, total: int) -> None:
    assert people(abstract).total == total


@pytest.mark.parametrize(
    "abstract",
    [
        # What a network of hospitals holds.
        "METHODS: We used a network of roughly 115 million patients from 83 healthcare "
        "organizations to compare care.",
        "METHODS: The data base holds over 127 million patients across 95 organizations.",
        # The sick of the world.
        "BACKGROUND: In Africa, 9.6 million cases and 176,000 deaths were reported. METHODS: We "
        "asked people for their views.",
        # What a model foretells.
        "METHODS: A model was fitted. RESULTS: The vaccine was estimated to prevent 18,450 cases "
        "of asthma.",
    ],
)
def test_those_who_took_no_part(abstract: str) -> None:
    found = people(abstract)
    assert (found.total, found.patients, found.controls) == (None, None, None)


def test_a_control_group_named_before_its_number() -> None:
    found = people(
        "METHODS: We studied 55 patients with asthma. Results were compared with a control group "
        "of 21 individuals.",
        "Antibodies in asthma",
    )
    assert (found.patients, found.controls) == (55, 21)


def test_a_normal_value_makes_no_control() -> None:
    found = people(
        "METHODS: 428 patients with asthma were enrolled and divided into a group with normal "
        "hormone (n = 314) and a group with raised hormone (n = 114).",
        "Hormones in asthma",
    )
    assert found.controls is None
    assert found.total == 428


@given(n=st.integers(20, 9000), share=st.integers(1, 99))
def test_the_base_of_a_percentage_is_everybody(n: int, share: int) -> None:
    assume(not 1900 <= n <= 2035)
    text = f"METHODS: A total of {n} adults, of whom {share}% were women, were enrolled."
    assert people(text).total == n


@given(part=st.integers(2, 900), rest=st.integers(8, 900))
def test_a_fraction_of_participants_counts_them_all(part: int, rest: int) -> None:
    base = part + rest
    text = f"METHODS: A survey. RESULTS: Overall, {part}/{base} participants slept badly."
    assert people(text).total == base


@given(millions=st.integers(10, 900), sites=st.integers(2, 900))
def test_no_network_of_records_took_part(millions: int, sites: int) -> None:
    text = f"METHODS: Records of {millions} million patients from {sites} hospitals were at hand."
    assert people(text).total is None


@given(
    size=st.integers(4, 90),
    who=st.sampled_from(["patients", "people with asthma"]),
    told=st.sampled_from(["took part", "were enrolled"]),
)
def test_patients_are_never_more_than_everybody(size: int, who: str, told: str) -> None:
    found = people(f"METHODS: {size} {who} {told} at a clinic.", "Exercise for asthma")
    assert found.patients is None or found.patients <= (found.total or 0)


@pytest.mark.parametrize(
    ("title", "abstract", "all_of_them"),
    [
        # People treated for it, counted as participants.
        (
            "Exercise for people with asthma: a trial",
            "METHODS: Patients of a clinic were recruited. 48 participants took part and were "
            "followed up for a year.",
            True,
        ),
        # A survey of those of whom some have it.
        (
            "Prevalence of asthma among workers: a national survey",
            "METHODS: A survey of the general population. RESULTS: 12,400 respondents took part; "
            "7% of workers were without work.",
            False,
        ),
    ],
)
def test_whether_all_who_took_part_have_it(title: str, abstract: str, all_of_them: bool) -> None:
    found = people(abstract, title)
    assert found.total is not None
    assert (found.patients == found.total) is all_of_them


def test_parts_of_the_ill_are_not_all_of_the_ill():
    found = people(
        "METHODS: A total of 410 participants answered. Participants who reported previous "
        "COVID-19 infection (n = 205) were put into a briefed group (n = 104) or an unbriefed "
        "group (n = 101), while those without infection (n = 205) were put into another two "
        "groups (n = 105 and n = 100).",
        "Memory after COVID-19",
    )
    assert (found.patients, found.controls) in ((205, 205), (205, None))


def test_those_of_an_older_study_are_none_who_took_part():
    found = people(
        "METHODS: We measured lipids in patients with long COVID. We then compared them with "
        "historical data from COVID-19 (N = 307) and healthy cohorts collected before the COVID-19 "
        "pandemic (N = 305).",
        "Lipids in long COVID",
    )
    assert (found.total, found.patients) == (None, None)

"""One person is known again however the name is spelt; two are kept apart where they can be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.records import Author, Dates, PubDate, Record
from evidence_atlas.records.names import (
    author_key,
    author_keys,
    citation_label,
    parse_name,
    same_person,
    shared_authors,
    surname_of,
)


def record(*authors: Author, year: int | None = 1996, title: str = "T") -> Record:
    return Record(
        source="test", raw_hash="", title=title, authors=authors,
        dates=Dates(published=PubDate(year=year)),
    )  # fmt: skip


SEE = Author(last="See", fore="Darryl M", initials="DM")
TILLES = Author(last="Tilles", initials="JG")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller J", "Mueller J"),
        ("Müller J", "Muller, Jörg"),
        ("García-López M", "Garcia Lopez M"),
        ("van der Meer JW", "Meer JW van der"),
        ("Jos W. van der Meer", "Vandermeer JW"),
        ("King M Jr", "King, Jr., Martin"),
        ("O'Brien K", "O’Brien, Kate"),
        ("Øster A", "Oster A"),
        ("See DM", "See D"),
        ("Darryl M. See", "See, Darryl M."),
        ("Wang Y-J", "Wang, Yu-Jun"),
        ("RECOVER Consortium", "recover consortium"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_person(author_key(parse_name(one)), author_key(parse_name(other)))
    assert same_person(author_key(parse_name(other)), author_key(parse_name(one)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("See DM", "See DK"),
        ("See DM", "Sea DM"),
        ("Wang YJ", "Wang YM"),
        ("Le T", "Li T"),
        ("Asthma Study Group", "Migraine Study Group"),
        ("Group A Investigators", "Group A"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(author_key(parse_name(one)), author_key(parse_name(other)))


def test_no_name_is_nobody() -> None:
    assert author_key(Author()) == ""
    assert not same_person("", "")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("See DM", Author(last="See", fore="DM", initials="DM")),
        ("See, Darryl M.", Author(last="See", fore="Darryl M.", initials="DM")),
        ("Darryl M. See", Author(last="See", fore="Darryl M.", initials="DM")),
        ("Jos van der Meer", Author(last="van der Meer", fore="Jos", initials="J")),
        ("Meer JW van der", Author(last="van der Meer", fore="JW", initials="JW")),
        ("Martin King Jr", Author(last="King", fore="Martin", initials="M", suffix="Jr")),
        ("Smith Jones A", Author(last="Smith Jones", fore="A", initials="A")),
        ("Plato", Author(last="Plato")),
        ("The Asthma Network", Author(collective="The Asthma Network")),
    ],
)
def test_names_written_in_one_line(text: str, author: Author) -> None:
    assert parse_name(text) == author


def test_shared_authors_in_the_order_of_the_first() -> None:
    one = author_keys(record(SEE, TILLES, Author(last="Hill", initials="J")))
    other = author_keys(
        record(Author(last="Hill", initials="JA"), Author(last="See", initials="D"))
    )
    assert one == ("see dm", "tilles jg", "hill j")
    assert shared_authors(one, other) == ("see dm", "hill j")


def test_labels() -> None:
    assert citation_label(record(SEE)) == "See 1996"
    assert citation_label(record(SEE, TILLES)) == "See and Tilles 1996"
    assert citation_label(record(SEE, TILLES, SEE)) == "See and others 1996"
    assert citation_label(record(SEE, year=None)) == "See, no year"
    assert surname_of(record(Author(collective="Asthma Group"), SEE)) == "Asthma Group"
    assert surname_of(record()) is None


def test_a_paper_without_authors_goes_by_its_title() -> None:
    assert citation_label(record()) == "“T” 1996"
    assert citation_label(record(title="Asthma: a plan for the whole of a country.")) == (
        "“Asthma: a plan for the …” 1996"
    )
    assert citation_label(record(title="")) == "No author named 1996"


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_a_name_and_is_itself(text: str) -> None:
    key = author_key(parse_name(text))
    assert key == "" or same_person(key, key)

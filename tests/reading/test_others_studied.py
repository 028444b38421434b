"""A study of doctors, carers, posts or cells chose nobody by a definition: its badge says so."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Grade, Reading, Record

MECFS = load("mecfs")
OF_OTHERS = (
    ("Ninety dentists' nurses were polled on ME/CFS. Ten had heard of the ICC.", "nurses"),
    ("Twenty-six GPs were interviewed about the Fukuda criteria for ME/CFS.", "GPs"),
    ("We sent a quiz on ME/CFS to 300 midwives. Half knew the IOM criteria.", "midwives"),
    ("Thirty-one husbands who care for a wife with ME/CFS were surveyed on sleep.", "husbands"),
    ("Physiotherapy students (n = 66) read a vignette of a man with ME/CFS.", "students"),
    ("Eleven managers who had had a clerk off work with ME/CFS took part in talks.", "managers"),
    ("We collected 900 posts on ME/CFS. They were coded; 40% told of work.", "posts"),
    ("Forty videos about ME/CFS were rated. Three told of the Canadian criteria.", "videos"),
)  # fmt: skip
OF_THE_ILL = (
    "Ninety nurses with ME/CFS, who met the ICC, were interviewed.",
    "Thirty teachers who themselves have ME/CFS answered our survey.",
    "Twelve people with ME/CFS and their twelve GPs were interviewed.",
    "We asked 700 health workers; 31 of them were tired and met the Fukuda criteria.",
    "Twenty adolescents with ME/CFS were set beside 20 siblings.",
    "Parents and their children filled in the form on ME/CFS.",
)  # fmt: skip


def _read(abstract: str, title: str = "A study") -> tuple[Reading, Grade]:
    parts = (AbstractSection(text=abstract),)
    record = Record(source="t", raw_hash="", title=title, abstract=parts, abstract_kind="original")
    reading = read(record, MECFS)
    assert MECFS.criterion is not None
    return reading, grade(record, reading, MECFS).badges[MECFS.criterion.key]


@pytest.mark.parametrize(("abstract", "others"), OF_OTHERS)
def test_nobody_ill_took_part_and_the_badge_quotes_who_did(abstract: str, others: str) -> None:
    reading, badge = _read(abstract)
    assert reading.case_definitions == ()
    assert badge.value is None
    quote = badge.because[0].quote
    assert quote is not None
    assert others in quote.text


@pytest.mark.parametrize("abstract", OF_THE_ILL)
def test_those_asked_who_are_ill_are_the_ill(abstract: str) -> None:
    reading, _ = _read(abstract)
    assert reading.quote("others_studied") is None


def test_cells_in_a_dish_are_nobody() -> None:
    _, badge = _read(
        "HeLa cells in culture were given lactate, as high as is reported for ME/CFS. "
        "They took up a fifth less oxygen. Cell lines are not people.",
        "A cell line in vitro",
    )
    assert badge.value is None


def test_people_taken_by_a_definition_weigh_more_than_a_type_judged_from_words() -> None:
    _, badge = _read(
        "IgG of 12 patients with ME/CFS, who met the Canadian Consensus Criteria, was injected "
        "into mice. The mice ran less.",
        "Human IgG in mice",
    )
    assert badge.value == "PEM required"

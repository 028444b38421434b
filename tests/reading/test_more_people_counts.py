"""People counted as abstracts count them: a part found ill, cases and controls named behind."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")


def reading(abstract: str, title: str) -> Reading:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS)


@pytest.mark.parametrize(
    ("title", "abstract", "total", "patients", "controls"),
    [
        # Those found to have the condition are the patients, not everybody asked.
        (
            "Asthma in students",
            "METHODS: We surveyed 300 students. RESULTS: Of them, 45 (15%) reported asthma.",
            300, 45, None,
        ),
        (
            "Asthma in children: a cohort study",
            "RESULTS: 450 children were included. Asthma was present in 61 of them.",
            450, 61, None,
        ),
        # Who is counted may be told behind.
        (
            "Asthma and memory",
            "METHODS: We included 29 students with a history of wheeze as cases, while 31 students "
            "with no such history were recruited as controls. RESULTS: Memory was alike.",
            60, 29, 31,
        ),
        # Women in a bracket are some of those before it.
        (
            "Blood volume in asthma",
            "METHODS: Fifteen patients with asthma (13 females, mean age 35) and sixteen controls "
            "were studied.",
            31, 15, 16,
        ),
        # Who was sent is not who came.
        (
            "Exercise for people with asthma",
            "METHODS: A clinic. RESULTS: Of 207 adults referred (62% male, median age 45), 119 "
            "(57% of those referred) enrolled.",
            119, 119, None,
        ),
        # A vaccine named after an illness is not for those who have it.
        (
            "Schedules of migraine vaccines in adults",
            "METHODS: A survey. RESULTS: A total of 480 adults took part.",
            480, None, None,
        ),
    ],
)  # fmt: skip
def test_counts(
    title: str, abstract: str, total: int, patients: int | None, controls: int | None
) -> None:
    people = reading(abstract, title).participants
    assert (people.total, people.patients, people.controls) == (total, patients, controls)


def test_an_english_abstract_is_read_though_its_translation_follows() -> None:
    english = "METHODS: We interviewed nine adults with asthma in two towns of the north."
    spanish = (
        "MÉTODOS: Entrevistamos a nueve adultos con asma en dos ciudades del norte, quienes "
        "hablaron sobre su enfermedad y sobre cuanto tiempo llevaban viviendo con ella."
    )
    found = reading(f"{english}\n{spanish}", "Living with asthma")
    assert found.unread is None
    assert found.participants.total == 9

"""Groups told in a row, with one noun for all of them or none."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Participants, Record

MECFS = load("mecfs")


def counted(abstract: str) -> Participants:
    record = Record(
        source="test", raw_hash="", title="Breath in asthma",
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS).participants


@pytest.mark.parametrize(
    ("abstract", "total", "patients", "controls"),
    [
        ("METHODS: We tested 48 asthma, 50 healthy and 19 RA subjects.", 117, 48, 50),
        ("METHODS: Scans of 25 asthma, 20 GWI and 30 controls were made.", 75, 25, 30),
        ("METHODS: We saw 14 asthma and 22 IBD women.", 36, 14, None),
        ("METHODS: There were 25 with asthma, 20 with rheumatoid arthritis and 30 healthy.",
         75, 25, 30),
        ("METHODS: Blood: 40 asthma, 40 healthy, 12 RA.", 92, 40, 40),
        ("METHODS: Cells of 48 asthma vs 50 healthy vs 19 RA were counted.", 117, 48, 50),
        ("METHODS: Three groups took part: asthma (48), RA (19) and healthy (50).", 117, 48, 50),
        # Patients of another illness are not the record's own.
        ("METHODS: 25 asthma patients, 20 depressed patients and 30 controls took part.",
         75, 25, 30),
        ("METHODS: Asthma patients (n = 25), RA patients (n = 20) and healthy controls (n = 30) "
         "took part.", 75, 25, 30),
        # What a clinic sent is nobody's group, and colleagues are counted by their own number.
        ("METHODS: Eight asthma patients, selected from 11 referred, and eight age-matched "
         "colleagues took part.", 16, 8, 8),
        # Parts of those counted before are no row.
        ("METHODS: We asked 269 adults with asthma, including 214 with mild/moderate and 55 with "
         "severe symptoms, 74 people with migraine, and 134 healthy controls.", 477, 269, 134),
    ],
)  # fmt: skip
def test_each_group_of_a_row_is_counted_as_its_own(abstract, total, patients, controls):
    found = counted(abstract)
    assert (found.total, found.patients, found.controls) == (total, patients, controls)


def test_the_groups_are_named_by_words_that_can_stand_in_a_sentence():
    found = counted("METHODS: We tested 48 asthma, 50 healthy and 19 RA subjects.")
    assert [g.name for g in found.groups] == [
        "people with asthma", "healthy people", "RA subjects",
    ]  # fmt: skip


def test_where_a_row_cannot_be_told_its_bare_numbers_are_left_out():
    found = counted("METHODS: Stool of 21 asthma, 20 IBS, 15 asthma + IBS and 23 control subjects.")
    assert (found.total, found.patients) == (None, None)

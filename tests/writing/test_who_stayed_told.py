"""How many did not stay, or were not counted, is told; and no more than the text says of them."""

from __future__ import annotations

import pytest

from evidence_atlas.checking import check
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record
from evidence_atlas.writing import draft, summarise

BEGAN = "In this trial, 140 adults with asthma were randomised to walking or rest. "
RESULT = "Cough was rarer with walking than with rest."
TOLD = [
    ("Data of 121 participants were analysed. ", "Only 121 of the 140 were counted in the end"),
    ("In all, 120 completed the trial. ", "Only 120 of the 140 finished"),
    ("Ten withdrew. ", "Ten of the 140 did not finish"),
]


def made(make, text: str):
    record = Record(
        source="test", raw_hash="0" * 64, title="Walking for asthma: a trial", pmid="1234567",
        abstract=(AbstractSection(text=BEGAN + text + RESULT),), abstract_kind="original",
        languages=("eng",),
    )  # fmt: skip
    reading = read(record, make.condition)
    grades = grade(record, reading, make.condition)
    brief = summarise(record, reading, grades)
    page = draft("study", brief, record, reading, grades, (), {}, make.condition)
    flags = check(page, record, reading, grades, (), {}, make.condition)
    return page, [f.code for f in flags if f.severity == "CRITICAL"]


@pytest.mark.parametrize(("text", "sentence"), TOLD)
def test_quick_tells_how_many_did_not_stay(make, text: str, sentence: str) -> None:
    page, critical = made(make, text)
    quick = " ".join(s.text for s in page.statements() if s.section == "quick_summary")
    assert sentence in quick
    assert critical == []


def test_who_did_not_finish_and_was_counted_all_the_same_is_not_left_out(make) -> None:
    text = (
        "All 140 participants were included in the intention-to-treat analysis; 101 completed "
        "the programme. "
    )
    page, _ = made(make, text)
    told = " ".join(s.text for s in page.statements())
    assert "Only 101" not in told
    assert "101 finished or were counted" not in told

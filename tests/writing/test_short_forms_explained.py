"""No short form that the abstract explains stands below Quick without its words."""

from __future__ import annotations

import pytest

from evidence_atlas import conditions, grading, reading, writing
from evidence_atlas.records import AbstractSection, Record
from evidence_atlas.writing.words.short_forms import stands_for

CONDITION = conditions.load("mecfs")
OPENING = (
    "We studied 40 adults with ME/CFS who sat in cool rooms and 38 who were "
    "well-recovered (WR) from ME/CFS. Heart rate variability (HRV) and the pulmonary "
    "rehabilitation (PR) they had had were noted. "
)


def record_of(results: str) -> Record:
    return Record(
        source="test", raw_hash="h", title="Cool rooms and ME/CFS: a cross-sectional study",
        abstract_kind="original", abstract=(AbstractSection(text=OPENING + results),),
        languages=("eng",),
    )  # fmt: skip


def found(results: str) -> str:
    record = record_of(results)
    read = reading.read(record, CONDITION)
    grades = grading.grade(record, read, CONDITION)
    brief = writing.summarise(record, read, grades)
    page = writing.draft("k", brief, record, read, grades, (), {}, CONDITION)
    return " ".join(s.text for s in page.statements() if s.section == "observed_findings")


def test_a_name_of_a_group_that_judges_is_explained_as_the_authors_word():
    told = found("Grip strength was significantly lower in patients compared with WR (p = 0.01).")
    assert "“well-recovered” (WR)" in told


def test_a_form_that_the_glossary_knows_is_explained_where_no_gloss_stands():
    told = found("All HRV indices were significantly lower in patients than in WR (p = 0.01).")
    assert "heart rate variability (HRV)" in told


def test_a_statisticians_form_is_explained_where_it_stands_for_another_thing():
    told = found("Grip strength was significantly higher in the PR group than in WR (p = 0.01).")
    assert "pulmonary rehabilitation (PR)" in told.replace(" (training to do more again)", "")


@pytest.mark.parametrize(
    ("words", "form", "meant"),
    [
        ("for enhanced recovery (RECOVER) we", "RECOVER", None),
        ("treated with moxibustion (Mox) and", "Mox", "moxibustion"),
        ("Joint-Pain Index (JPI) scores", "JPI", "joint-pain index"),
        ("In Gulf War illness (GWI) people", "GWI", "Gulf War illness"),
        ("the Middle East and North Africa (MENA) region", "MENA", "Middle East and North Africa"),
    ],
)
def test_a_short_form_is_shorter_than_its_words_which_keep_only_the_capitals_of_names(
    words: str, form: str, meant: str | None
):
    assert stands_for(record_of(f"It was seen {words}."), form) == meant

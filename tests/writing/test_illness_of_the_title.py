"""Quick says that a study was about an illness only where its title is."""

from __future__ import annotations

import pytest

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.writing import summarise
from evidence_atlas.writing.material import Material, Piece
from evidence_atlas.writing.quick.opening_subject import with_its_subject
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.slots import Slots

from .pages import MECFS, page_that_passes, record_of, told_in

ABOUT = "The study was about {}."


@pytest.mark.parametrize(
    ("title", "about", "not_about"),
    [
        ("The effects of COVID-19 in bakers", "COVID-19", "long COVID"),
        ("The effects of long COVID in bakers who had COVID-19", "long COVID", "COVID-19"),
        ("The effects of COVID-19, influenza and sepsis in bakers", None, "COVID-19"),
        ("The effects of COVID-19 in bakers, their families and friends", "COVID-19", "long COVID"),
    ],
)
def test_the_illness_told_is_the_one_the_title_is_about(
    title: str, about: str | None, not_about: str
) -> None:
    record = record_of(
        f"{title}: a survey", "METHODS: In this cross-sectional survey 600 bakers answered once."
    )
    reading = read(record, MECFS)
    grades = grade(record, reading, MECFS)
    brief = summarise(record, reading, grades)
    m = Material("study", brief, record, reading, grades, (), {}, MECFS)
    slots = Slots(m)
    slots["condition"] = Piece("COVID-19")
    opening = with_its_subject(m, slots, Said("This study looked at 600 bakers.", ()))
    told = " ".join(s.text for s in (opening, *(opening.plainer or ())))
    assert about is None or ABOUT.format(about) in told
    assert ABOUT.format(not_about) not in told


def test_a_word_within_the_name_of_an_illness_is_no_topic() -> None:
    told = told_in(
        page_that_passes(
            "An Exploration of How Functional Neurological Disorder Is Discussed by Bakers",
            "METHODS: We asked 426 bakers. RESULTS: Most bakers (70%) were unsure about it.",
        ),
        "quick_summary",
    )
    assert "nervous system" not in told

"""A page asks and warns of what it tells, carries on what the treatment did, and draws no half."""

from __future__ import annotations

import pytest

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.writing import summarise
from evidence_atlas.writing.material import Material, Piece
from evidence_atlas.writing.sections.named_above import without_untold
from evidence_atlas.writing.slots import Slots

from .pages import MECFS, page_that_passes, record_of, section

PILOT = (
    "METHODS: In this pilot study, 40 adults with ME/CFS took part. All of them were given "
    "sertraline for 8 weeks; there was no control group. RESULTS: {told}"
)


def test_a_gap_names_an_outcome_of_which_the_page_tells() -> None:
    made = page_that_passes(
        "Sertraline for ME/CFS: an open-label pilot study",
        PILOT.format(told="Fatigue was significantly lower after sertraline than before it."),
    )
    gaps = [*section(made, "remaining_questions"), *section(made, "does_not_prove")]
    assert any("change in fatigue" in s for s in gaps), gaps


@pytest.mark.parametrize(
    ("outcome", "named"), [("fatigue", True), ("depression", False), ("anger and anxiety", False)]
)
def test_a_gap_names_no_outcome_of_which_the_page_tells_nothing(outcome: str, named: bool) -> None:
    record = record_of(
        "Sertraline for ME/CFS: an open-label pilot study",
        PILOT.format(told="Fatigue and pain were significantly lower after sertraline."),
    )
    reading = read(record, MECFS)
    grades = grade(record, reading, MECFS)
    brief = summarise(record, reading, grades)
    m = Material("study", brief, record, reading, grades, (), {}, MECFS)
    left = without_untold(
        m, Slots(m), {"treatment": Piece("sertraline"), "outcome": Piece(outcome)}
    )
    assert ("outcome" in left) is named
    assert "treatment" in left


@pytest.mark.parametrize("before", ["Without the drug", "Before the drug"])
def test_what_was_so_without_the_drug_is_not_carried_on_as_its_result(before: str) -> None:
    made = page_that_passes(
        "Pyridostigmine in ME/CFS: a pilot study",
        "METHODS: Forty adults with ME/CFS took pyridostigmine. RESULTS: "
        f"{before}, grip strength had dropped by a median of 4 kg after 1 h. After taking "
        "pyridostigmine, grip strength had risen by a median of 2 kg after 1 h.",
    )
    assert not any(before.lower() in s.lower() for s in section(made, "fair_to_say"))


def test_of_two_things_that_went_opposite_ways_one_alone_is_not_drawn() -> None:
    both = (
        "METHODS: We compared 90 adults with ME/CFS with 80 healthy controls. RESULTS: "
        "{told} in the patients than in the controls."
    )
    one = page_that_passes("Hormones in ME/CFS", both.format(told="Resistin was lower"))
    assert one.picture is not None
    assert any("esistin" in s.text for s in one.picture.statements())
    half = page_that_passes(
        "Hormones in ME/CFS",
        both.format(
            told="On average, TGF-β was higher (P = 0.005) and resistin was lower (P = 0.005)"
        ),
    )
    assert half.picture is None or not any("esistin" in s.text for s in half.picture.statements())

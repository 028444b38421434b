"""A negation that is dropped, and the sides of a comparison exchanged."""

from __future__ import annotations

import pytest
from tests.checking.conftest import Desk

from evidence_atlas.checking.direction import said
from evidence_atlas.checking.negation import denied
from evidence_atlas.checking.sides import exchanged
from evidence_atlas.records import AbstractSection, Quote, Result


@pytest.mark.parametrize(
    ("text", "source", "fault"),
    [
        ("Pain improved.", "Pain did not improve.", "not … improve"),
        ("The values were optimal.", "The values were not optimal for diagnosis.", "not … optimal"),
        ("Pain did not improve.", "Pain did not improve.", None),
        ("Sleep improved.", "Pain eased, and sleep improved.", None),
        ("Pain improved.", "Not only pain improved.", None),
        (
            "Pain was worse in those who had slept and in those who had.",
            "Pain was worse in those who had slept and in those who had not.",
            "who had not",
        ),
        (
            "Pain was worse in those who had slept.",
            "Pain was worse in those who had slept and in those who had not.",
            None,
        ),
    ],
)
def test_what_a_source_denies_is_not_stated(text: str, source: str, fault: str | None):
    assert denied(text, source) == fault


def _result(text: str, **parts) -> Result:
    quote = Quote(field="abstract", start=0, end=len(text), text=text)
    return Result(text=text, quote=quote, sentence=0, scope="all", **parts)


HIGHER = _result(
    "Pain was higher in patients than in healthy controls.", direction="higher",
    comparison="between_groups", who="patients", against="healthy controls",
)  # fmt: skip


def test_higher_in_patients_is_not_higher_in_controls():
    assert not exchanged("Pain was higher in A.", "patients", "healthy people", HIGHER)
    assert exchanged("Pain was higher in B.", "healthy people", "patients", HIGHER)


def test_lower_in_controls_is_the_same_told_from_the_other_side():
    assert not exchanged("Pain was lower in B.", "healthy people", "patients", HIGHER)


def test_the_gate_holds_a_page_that_exchanges_the_sides(desk: Desk):
    text = HIGHER.text
    of = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        results=(HIGHER,), sentences=(), conclusions=(), interventions=(), comparators=()
    )
    right = of.say("Pain was higher in patients than in healthy people.", text,
                   about=("results.0",))  # fmt: skip
    wrong = of.say("Pain was higher in healthy people than in patients.", text,
                   about=("results.0",))  # fmt: skip
    assert "direction-contradicts" not in of.codes(right)
    assert "direction-contradicts" in of.codes(wrong)


def test_what_people_lack_is_no_null_and_a_lacking_link_is_one():
    lack = said("Patients with pain and a lack of sleep were less likely to recover.")
    assert not lack.none
    assert "down" in lack.classes
    assert said("A lack of association with sleep was seen.").none

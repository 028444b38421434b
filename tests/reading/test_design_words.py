"""Who knew which treatment was given, and who had both, as abstracts tell it."""

from __future__ import annotations

import pytest
from tests.grading.builders import ASTHMA, make_record

from evidence_atlas.reading import read

TOLD = {
    "Neither the patients nor the nurse who scored wheeze knew which inhaler was used.": "double",
    "Volunteers and the examiner were kept unaware of the inhaler.": "double",
    "The nurse who scored wheeze was unaware of the inhaler.": "single",
    "As masking of patients is impossible, assessors were kept unaware of the arm.": "single",
    "Everyone knew which inhaler had been given.": "open",
}


@pytest.mark.parametrize("sentence", TOLD)
def test_blinding_is_read_from_who_did_not_know(sentence):
    text = f"METHODS: Sixty adults with asthma were randomised to two inhalers. {sentence}"
    reading = read(make_record("Two inhalers", text), ASTHMA)
    assert reading.design.blinding == TOLD[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Each patient used both inhalers, in random order.",
        "Patients served as their own controls.",
        "The order of the treatments was decided by a coin.",
    ],
)
def test_those_who_had_both_treatments_crossed_over(sentence):
    text = f"METHODS: Sixty adults with asthma took part. {sentence}"
    assert read(make_record("Two inhalers", text), ASTHMA).design.crossover is True

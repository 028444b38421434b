"""What a text denies of its design is not told of it, and readers of samples are no patients."""

from __future__ import annotations

import pytest
from tests.reading.drawn_abstracts import reading

from evidence_atlas.records import Reading

GIVEN = "Forty adults with asthma were treated in one of two ways for 8 weeks."


def told_with(text: str) -> Reading:
    """What is read of a study in which something was given, and of which this is told."""
    return reading("A treatment for asthma", "", f"{GIVEN} {text}", "Wheeze fell.", "")


@pytest.mark.parametrize("text", [
    "Participants could not be kept unaware of their treatment.",
    "It was not possible to keep the patients unaware of what they were given.",
    "No attempt was made to keep patients or assessors unaware of the treatment.",
    "Neither the patients nor the nurses were kept unaware of the drug.",
    "Laboratory staff were blinded to the source of the samples.",
    "The pathologist did not know from which patients the biopsies came.",
    "Technicians did not know whose samples they tested.",
])  # fmt: skip
def test_nobody_was_kept_from_knowing(text: str) -> None:
    assert told_with(text).design.unaware == ()


def test_those_judging_may_be_kept_from_knowing_what_those_treated_knew() -> None:
    told = told_with("Assessors were unaware of the group; patients could not be.")
    assert told.design.unaware == ("judging",)


@pytest.mark.parametrize("text", [
    "Nobody had a placebo.",
    "No one was given a dummy pill.",
    "The study did not include a placebo.",
    "There was no placebo.",
])  # fmt: skip
def test_a_dummy_that_was_not_there_is_none(text: str) -> None:
    told = told_with(text)
    assert told.design.placebo is None
    assert "placebo" not in told.comparators


@pytest.mark.parametrize("text", [
    "They were given the drug or 5% dextrose by vein.",
    "Half were injected with the anaesthetic and half with saline.",
    "The comparison was an infusion of normal saline.",
    "The drug did not ease pain more than placebo.",
    "Adults who had never smoked were given a placebo or the drug.",
    "Adults without relapse were given a placebo or the drug.",
])  # fmt: skip
def test_a_dummy_that_was_there_is_one(text: str) -> None:
    assert told_with(text).design.placebo is True


@pytest.mark.parametrize("text", [
    "Treatment was by patient preference.",
    "Forty patients took the one (n=21) or the other drug (n=19), by patients' choice.",
])  # fmt: skip
def test_what_people_chose_was_not_given_by_chance(text: str) -> None:
    assert told_with(text).design.randomised is False

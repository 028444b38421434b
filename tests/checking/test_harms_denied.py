"""A page that tells of a harm does not say that none is mentioned."""

from __future__ import annotations

import pytest

from .conftest import Desk

SILENT = "The abstract does not mention harms."


def flags(desk: Desk, told: str, silent: str = SILENT) -> list[str]:
    from evidence_atlas.records import AbstractSection

    of = desk.with_record(abstract=(AbstractSection(text=told),))
    of = of.with_reading(results=(), sentences=(), conclusions=())
    says = of.say(silent, told)
    return of.codes(says, of.say(told, told, section="observed_findings"))


@pytest.mark.parametrize(
    "told",
    [
        "Palpitations were noted by 14 on the inhaler and 5 on placebo.",
        "Eleven in the exercise group had relapses that lasted two weeks.",
        "Two people died after the treatment.",
        "Side effects were seen in 12 people during treatment.",
    ],
)
def test_silence_beside_a_harm_holds_the_page(desk: Desk, told: str) -> None:
    assert "harms-denied" in flags(desk, told)
    assert "harms-denied" in flags(desk, told, "No harms were reported.")
    said = "The abstract tells of what may be harms, but does not call them so."
    assert "harms-denied" not in flags(desk, told, said)


@pytest.mark.parametrize(
    "told",
    [
        "Fewer people fainted or died with the inhaler (3) than with placebo (9).",
        "Nausea eased in 12 people on the inhaler.",
        "At the start, 14 people on the inhaler had headaches and dizziness.",
        "Nobody on the inhaler had nausea.",
        "None of the 14 on the inhaler had nausea.",
    ],
)
def test_what_eased_or_came_to_nobody_is_no_harm(desk: Desk, told: str) -> None:
    assert "harms-denied" not in flags(desk, told)


def test_what_else_the_silent_sentence_tells_is_no_silence(desk: Desk) -> None:
    said = "The abstract does not mention harms, but says that some people got worse."
    assert "harms-denied" not in flags(desk, "Two people died after the treatment.", said)

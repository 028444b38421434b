"""What was given by its whole name, and what the others had, as the text tells it."""

from __future__ import annotations

import pytest

from .test_results import reading


def given(text: str, title: str = "A trial in asthma") -> list[str]:
    found = reading(text, title)
    return [found.quotes[f"interventions.{name}"][0].text for name in found.interventions]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Effects of seated breathing yoga on asthma: a randomised trial", "seated breathing yoga"),
        ("Intravenous saline infusion in asthma: a random trial", "Intravenous saline infusion"),
        ("Supervised online exercise therapy in asthma: a randomised trial",
         "Supervised online exercise therapy"),
        ("Beneficial effects of new yoga in asthma: a randomised trial", "yoga"),
        ("Slow Nose Humming as Treatment of Acute Asthma: a randomised trial", "Slow Nose Humming"),
    ],
)  # fmt: skip
def test_a_treatment_keeps_the_words_that_tell_which_kind_it_is(title: str, name: str) -> None:
    assert given("METHODS: Forty adults with asthma were randomised.", title) == [name]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The control group did not receive any treatment.", "no treatment"),
        ("The control group (n = 20) maintained usual activity.", "usual activity"),
        ("Controls had inhaler advice and nothing else.", "inhaler advice"),
        ("Adults took yoga or a control of 2,000 mg rice flour.", "rice flour"),
        ("The control group received treatment-as-usual.", "usual care"),
        ("They were assigned to the yoga group and the health education group.",
         "health education"),
    ],
)  # fmt: skip
def test_what_the_control_group_had_is_read(told: str, name: str) -> None:
    found = reading(
        f"METHODS: Forty adults with asthma were randomised. The yoga group had yoga. {told}",
        "Yoga for asthma: a randomised controlled trial",
    )
    assert found.comparators == (name,)


@pytest.mark.parametrize(
    "told",
    [
        "The control group had higher scores.",
        "The control group had no improvement.",
        "There is no treatment for asthma that lasts.",
    ],
)
def test_what_came_out_is_nothing_that_controls_had(told: str) -> None:
    found = reading(
        f"METHODS: Forty adults with asthma were randomised to yoga. {told}",
        "Yoga for asthma: a randomised controlled trial",
    )
    assert found.comparators == ()


def test_arms_of_a_numbered_list_are_read_one_by_one() -> None:
    found = reading(
        "METHODS: Thirty adults with asthma were randomised to receive (1) yoga, (2) yoga and "
        "singing, or (3) yoga and swimming for six weeks."
    )
    assert found.interventions == ("yoga", "yoga and singing", "yoga and swimming")


def test_of_either_and_or_each_is_an_arm() -> None:
    found = reading(
        "METHODS: Sixty adults with asthma were randomly assigned to either a seaside exercise "
        "course or a supervised home exercise course."
    )
    assert len(found.interventions) == 2


def test_a_part_of_a_treatment_is_no_second_treatment() -> None:
    found = reading(
        "METHODS: Forty adults with asthma were randomised to self-help or a wait-list.",
        "A self-help programme that includes massage for asthma: a randomised trial",
    )
    assert found.interventions == ("self-management",)
    assert found.comparators == ("waiting list",)


def test_a_scale_of_a_name_was_given_to_nobody() -> None:
    found = reading(
        "METHODS: 90 adults with asthma received the questionnaire twice.",
        "Validation of the Asthma Rehabilitation Scale: effects of an intervention on its scores",
    )
    assert "rehabilitation" not in found.interventions


def test_what_measured_was_not_given() -> None:
    found = reading(
        "METHODS: Forty adults with asthma were randomised to receive metformin or placebo. "
        "Activity patterns were recorded using a wearable device in both arms."
    )
    assert found.interventions == ("metformin",)


def test_how_long_it_held_is_not_how_long_the_study_was() -> None:
    found = reading(
        "METHODS: Forty adults with asthma were randomised to yoga or a sham. RESULTS: Gains were "
        "stable for 3 months."
    )
    assert found.design.duration is None


def test_what_a_treatment_is_tried_for_is_not_given() -> None:
    found = reading(
        "AIM: To assess yoga in rehabilitation of miners with asthma as compared to written "
        "Rehabilitation advice. METHODS: Forty miners will be randomised to yoga or advice.",
        "Yoga in miners with asthma: protocol of a randomised trial",
    )
    assert found.interventions == ("yoga", "advice")

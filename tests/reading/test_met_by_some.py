"""A definition is told of those who met it, and of nobody else."""

from __future__ import annotations

import pytest

from .test_definitions import reading


def role(abstract: str) -> str:
    """What the definitions that everybody met ask of the criterion."""
    return reading(abstract, year=2023).criterion.by_definition


@pytest.mark.parametrize(
    "told",
    [
        "of whom 12 also met the Canadian Consensus Criteria",
        "including 12 who also fulfilled the Canadian Consensus Criteria",
        "12 of whom met the Canadian Consensus Criteria",
        "most of whom satisfied the Canadian Consensus Criteria",
    ],
)
def test_a_definition_met_by_some_is_not_asked_of_everybody(told: str) -> None:
    text = f"METHODS: We tested 40 adults who met the Fukuda 1994 criteria, {told}."
    found = reading(f"{text} RESULTS: Grip was weaker.")
    assert [u.name for u in found.definitions if u.of_part] == ["Canadian 2003 (CCC)"]
    assert [u.name for u in found.definitions if not u.of_part] == ["Fukuda 1994"]
    assert role(f"{text} RESULTS: Grip was weaker.") == "optional"


def test_where_all_also_met_it_all_had_to() -> None:
    text = (
        "METHODS: We tested 40 adults who met the Fukuda 1994 criteria and the Canadian Consensus "
        "Criteria. RESULTS: Grip was weaker."
    )
    assert role(text) == "required"


def test_a_body_of_which_only_some_met_the_newer_definition_means_the_older_one() -> None:
    both = (
        "METHODS: We tested 90 patients who met the CDC criteria of CFS, most of whom also met the "
        "IOM criteria. RESULTS: Memory was worse."
    )
    alone = "METHODS: We tested 900 patients who met the CDC criteria of CFS. RESULTS: None."
    assert role(both) == "optional"
    assert role(alone) == "unknown"


def test_guidance_on_care_selects_nobody() -> None:
    found = reading(
        "AIM: To learn how long diagnosis takes and what effect people with ME/CFS feel that "
        "guidelines of the National Institute for Health and Care Excellence (NICE) have had on "
        "their care. METHODS: 300 people answered. RESULTS: Few saw a change."
    )
    assert found.case_definitions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "In a national survey 9,000 adults responded to items on sleep, ME/CFS status and falls.",
        "Adults answered questions on work and on whether they had ME/CFS.",
        "Of 800 adults who replied, 500 confirmed that they or a relative had ME/CFS.",
        "We talked with 14 adults who have ME/CFS by diagnosis or self-diagnosis.",
    ],
)
def test_peoples_own_word_is_heard_as_such(sentence: str) -> None:
    found = reading(f"METHODS: {sentence} RESULTS: Falls were common.")
    assert found.case_definitions == ("self-report",)


def test_an_age_that_people_report_is_no_way_of_diagnosis() -> None:
    found = reading(
        "METHODS: We asked 90 adults with ME/CFS for the self-reported age at their heart disease "
        "diagnosis. RESULTS: It varied."
    )
    assert found.case_definitions == ()


@pytest.mark.parametrize(
    "told",
    [
        "Crashes were self-reported by 67% of the people with ME/CFS.",
        "Self-reported sleep in ME/CFS was poor.",
        "We set self-reported pain among adults with ME/CFS beside their steps.",
    ],
)
def test_a_complaint_that_ill_people_report_is_no_way_of_diagnosis(told: str) -> None:
    found = reading(f"METHODS: We studied 90 adults with ME/CFS. RESULTS: {told}")
    assert found.case_definitions == ()


def test_a_body_with_several_definitions_means_another_illness_where_ours_is_not_named() -> None:
    found = reading(
        "METHODS: We tested 50 adults with long COVID who met the NASEM criteria. RESULTS: None.",
        title="Cortisol in long COVID",
    )
    assert "IOM 2015" not in found.case_definitions


def test_a_share_below_all_says_that_not_everyone_had_it() -> None:
    some = reading(
        "METHODS: 700 people with ME/CFS answered. RESULTS: 88.5% of those with ME/CFS reported "
        "post-exertional malaise."
    )
    assert some.quotes["criterion.not_all"][0].text.startswith("88.5%")
    every = reading(
        "METHODS: 70 people with ME/CFS answered. RESULTS: 100% of those with ME/CFS reported "
        "post-exertional malaise."
    )
    assert "criterion.not_all" not in every.quotes
    others = reading(
        "METHODS: 70 people with ME/CFS and 70 with long COVID spoke. RESULTS: Unlike in ME/CFS, "
        "post-exertional malaise was reported by 40% with long COVID."
    )
    assert "criterion.not_all" not in others.quotes


@pytest.mark.parametrize(
    ("words", "all_of_them"),
    [
        ("Post-exertional malaise was 67% in those with ME/CFS.", False),
        ("Post-exertional malaise was estimated at 27% in those with ME/CFS.", False),
        ("Post-exertional malaise was 100% in those with ME/CFS.", True),
        ("Fatigue was 67% in those with ME/CFS.", True),
    ],
)
def test_a_share_of_the_criterion_tells_that_not_everybody_had_it(words, all_of_them) -> None:
    found = reading(f"METHODS: We asked 40 adults with ME/CFS. RESULTS: {words}")
    assert ("criterion.not_all" not in found.quotes) is all_of_them

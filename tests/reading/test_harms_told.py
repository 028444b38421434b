"""Harms: what came is found before that they were looked for, and silence is told once as such."""

from __future__ import annotations

import pytest

from .test_results import reading

TRIAL = "METHODS: Sixty adults with asthma were randomised to yoga or a sham. "


def test_what_came_is_found_before_that_it_was_looked_for() -> None:
    found = reading(
        TRIAL + "RESULTS: Adverse events were monitored throughout. The most common adverse events "
        "were cough and rash."
    )
    assert found.harms.status == "reported"
    assert found.harms.quote is not None
    assert "cough and rash" in found.harms.quote.text


def test_where_harms_were_looked_for_in_one_group_that_group_is_known() -> None:
    found = reading(
        TRIAL + "RESULTS: Adverse events were recorded for the yoga group. There were no serious "
        "adverse events."
    )
    assert found.harms.status == "none_reported"
    assert [q.text for q in found.quotes["harms.looked_for_in"]] == ["yoga group"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Six patients (12%) got worse.",
        "Of 50 people, 6 (12%) experienced worsening symptoms.",
        "However, 11-17% of the patients had a clinically relevant deterioration.",
    ],
)
def test_that_people_got_worse_is_kept_beside_silence_on_harms(sentence: str) -> None:
    found = reading(TRIAL + f"RESULTS: Pain fell. {sentence}")
    assert found.harms.status == "not_stated"
    assert "harms.worsened" in found.quotes


def test_a_disorder_is_no_complaint_that_came_of_the_treatment() -> None:
    told = "RESULTS: Four people withdrew because of {}."
    assert reading(TRIAL + told.format("bleeding")).harms.status == "reported"
    assert reading(TRIAL + told.format("bleeding disorders")).harms.status == "not_stated"


def test_harms_that_a_treatment_keeps_away_are_none_of_its_own() -> None:
    found = reading(TRIAL + "RESULTS: Yoga prevented the development of long-term side effects.")
    assert found.harms.status == "not_stated"


def test_of_none_and_none_that_is_serious_the_lesser_claim_holds() -> None:
    found = reading(
        TRIAL
        + "RESULTS: The first had no adverse events. The second had no serious adverse events."
    )
    assert found.harms.quote is not None
    assert "serious" in found.harms.quote.text
    other = reading(
        TRIAL
        + "RESULTS: No adverse events occurred. There were serious gains without side effects."
    )
    assert other.harms.quote is not None
    assert other.harms.quote.text == "No adverse events occurred."


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Doses and toxicity of yoga form the focus of this report.", "not_stated"),
        ("Toxicity of yoga was seen in three people.", "reported"),
    ],
)
def test_what_a_paper_speaks_of_is_no_report_of_harms(sentence: str, status: str) -> None:
    assert reading(TRIAL + f"RESULTS: Pain fell. {sentence}").harms.status == status

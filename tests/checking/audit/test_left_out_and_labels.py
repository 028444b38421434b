"""What a summary leaves out that changes the reading, and labels that do not fit."""

from __future__ import annotations

import msgspec
import pytest
from tests.checking.conftest import Desk

from evidence_atlas.checking.audit import audit
from evidence_atlas.pipeline.auditing import split
from evidence_atlas.records import Harms

BARE = "The asthma score was lower with the inhaler than with placebo."


def _audit(desk: Desk, summary: str):
    return audit(summary, desk.record, desk.reading, desk.grades, desk.condition, split)


def _kinds(desk: Desk, summary: str) -> list[str]:
    return [o.kind for o in _audit(desk, summary).omissions]


def test_people_who_left_are_missed_until_they_are_told(desk: Desk):
    found = _audit(desk, f"Sixty adults took part. {BARE}").omissions
    assert [o.kind for o in found] == ["people_lost"]
    assert found[0].detail == "60 started and 52 finished; 8 did not"
    assert _kinds(desk, f"{BARE} Only 52 of the 60 finished.") == []
    assert _kinds(desk, f"{BARE} Eight dropped out.") == []


def test_harms_are_missed_only_where_the_abstract_reports_some(desk: Desk):
    summary = f"{BARE} Of the 60, 52 finished."
    assert _kinds(desk, summary) == []
    harmed = desk.with_reading(harms=Harms(status="reported", quote=desk.quote("no attack")))
    assert _kinds(harmed, summary) == ["harms"]
    assert _kinds(harmed, f"{summary} Some people had side effects.") == []


def test_a_harm_that_nobody_calls_so_is_missed_too(desk: Desk):
    befell, named = desk.quote("no attack"), desk.quote("attack")
    quotes = {"harms.happened": (befell,), "harms.happened_as": (named,)}
    of = desk.with_reading(harms=Harms(), quotes={**desk.reading.quotes, **quotes})
    summary = f"{BARE} Of the 60, 52 finished."
    found = [o for o in _audit(of, summary).omissions if o.kind == "harms"]
    assert [o.quote for o in found] == [befell]
    assert "may be harms (“attack”)" in found[0].detail
    assert _kinds(of, f"{summary} Nine people had nausea.") == []


def test_a_change_in_a_part_without_the_null_in_all(desk: Desk):
    whole = msgspec.structs.replace(
        desk.reading.results[3], outcome="score", quote=desk.quote("sleep"),
        text="The score did not differ significantly between the inhaler and placebo",
    )  # fmt: skip
    split_results = desk.with_reading(results=(desk.reading.results[2], whole))
    part = "In the 12 people with severe asthma, the score fell. Only 52 finished."
    assert _kinds(split_results, part) == ["whole_group"]
    told = f"{part} The score did not differ between the inhaler and placebo."
    assert _kinds(split_results, told) == []


def test_a_crossover_is_missed_until_it_is_told(desk: Desk):
    both = desk.with_design(crossover=True)
    assert _kinds(both, f"{BARE} Of the 60, 52 finished.") == ["crossover"]
    assert _kinds(both, f"{BARE} People had each in turn, and 52 of 60 finished.") == []


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        ("E2 Moderate", []),
        ("Level: E2 Moderate; Certainty: Moderate confidence", []),
        ("Evidence level: E1 Replicated", ["badge-contradicts"]),
        ("E3 Preliminary · Higher confidence", ["badge-contradicts", "badge-pair"]),
        ("Study type: Cohort", ["badge-contradicts"]),
        ("RCT | Peer-reviewed", []),
        ("Reversal required", ["badge-contradicts"]),
        ("Reversal not required", []),
    ],
)
def test_labels_are_held_against_the_text(desk: Desk, labels: str, codes: list[str]):
    found = _audit(desk, f"{labels}\n\n{BARE}")
    assert sorted(b.code for b in found.badges) == codes
    assert [j.text for j in found.sentences] == [BARE]


def test_a_level_within_a_sentence_is_a_label_too(desk: Desk):
    found = _audit(desk, "We rate this E1 Replicated, though it should be repeated.")
    assert [b.code for b in found.badges] == ["badge-contradicts"]
    assert "still to come" in found.badges[0].detail


def test_a_label_of_what_the_text_does_not_say(desk: Desk):
    unclear = desk.with_badges(
        reversal=msgspec.structs.replace(desk.grades.badges["reversal"], value="unclear")
    )
    (found,) = _audit(unclear, f"Reversal required\n\n{BARE}").badges
    assert found.code == "badge-not-in-text"

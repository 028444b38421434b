"""The main outcome is known by the name its text gives it; arms set beside each other compare."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

CONDITION = load("mecfs")
START = (
    "METHODS: In this double-blind trial, 80 adults with chronic fatigue syndrome were randomised "
    "to anakinra (n = 40) or placebo (n = 40) for 12 weeks. {named} RESULTS: {told}"
)


def reading(told: str, named: str = "") -> Reading:
    record = Record(
        source="plain",
        raw_hash="",
        title="Anakinra in chronic fatigue syndrome: a randomised trial",
        abstract=(AbstractSection(text=START.format(named=named, told=told)),),
        abstract_kind="original",
    )
    return read(record, CONDITION)


@pytest.mark.parametrize(
    "told",
    [
        "Fatigue was 38.5 with anakinra and 36.9 with placebo (p = 0.59).",
        "Fatigue fell by 3.1 points with anakinra and by 2.8 points with placebo (p = 0.69).",
        "Fatigue at 12 weeks: 38.5 active, 36.9 placebo; difference 1.6 (-4.0 to 7.2).",
        "Pain was lower with anakinra (p = 0.03).",
        "The mean difference between groups in fatigue was 1.5 (95% CI -4.1 to 7.2).",
        "The adjusted difference in fatigue was 1.5 points (95% CI -4.1 to 7.2).",
        "Sleep did not differ.",
        "Fatigue improved in both groups without difference.",
        "Response was seen in 18 of 40 on anakinra and 17 of 40 on placebo (p = 0.82).",
        "Relapse was less frequent (hazard ratio 0.61, 95% CI 0.38 to 0.98).",
        "There was no group by time interaction for fatigue (p = 0.41).",
        "Walking distance was greater (412 m v 380 m, p = 0.01).",
        "Anakinra lowered fatigue more than placebo.",
        "There was no benefit of anakinra: anakinra had no effect on sleep.",
        "In the anakinra group fatigue was 30 and in the placebo group 31 (p = 0.7).",
        "Pain scores were similar across all groups.",
    ],
)  # fmt: skip
def test_a_result_of_both_arms_is_one_between_those_whom_chance_set_apart(told: str) -> None:
    assert "between_randomised" in {r.comparison for r in reading(told).results}


@pytest.mark.parametrize(
    "told",
    [
        "Sleep in the anakinra group improved from baseline (p = 0.04).",
        "Analgesic use was unchanged in both arms.",
        "Fatigue fell from 40 at baseline to 31 at 12 weeks with anakinra (p = 0.01).",
        "With anakinra, pain did not differ between the first and second visits.",
        "Fatigue fell from the start by 12 mm with anakinra (p < 0.01) and by 8 mm with placebo "
        "(p = 0.12).",
    ],
)
def test_what_each_arm_did_by_itself_is_no_comparison_of_them(told: str) -> None:
    assert "between_randomised" not in {r.comparison for r in reading(told).results}


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("The primary outcome was fatigue at 12 weeks.", "Fatigue at 12 weeks did not differ."),
        ("The primary outcome was the Chalder Fatigue Questionnaire (CFQ) at week 12.",
         "The CFQ was 21.0 with anakinra and 20.8 with placebo (p = 0.7)."),
        ("Main outcome measures: pain, grip strength and sleep.", "Grip strength did not differ."),
        ("Walking distance was the primary end point.", "Walking distance did not differ."),
        ("Grip strength was one of the two primary outcomes.", "Grip strength did not differ."),
        ("We chose pain as our main outcome measure.", "Pain was lower with anakinra (p = .01)."),
        ("The primary outcome was fatigue at seven weeks.",
         "Fatigue at 7 weeks did not differ."),
        ("The primary outcome was fatigue at the seven-week visit.",
         "Fatigue at 7 weeks did not differ."),
        ("", "Analgesic use, our main measure, did not differ between the groups."),
        ("", "Fatigue (primary endpoint) was 31 with anakinra and 32 with placebo (p = 0.5)."),
        ("The primary efficacy endpoint was change in physical function at week 12.",
         "Physical function improved more with anakinra than with placebo (p = 0.02)."),
        ("", "There were no differences in primary or secondary outcomes between the groups."),
    ],
)  # fmt: skip
def test_the_result_of_what_the_text_calls_its_main_outcome_is_the_main_one(
    named: str, told: str
) -> None:
    assert [r.primary for r in reading(told, named).results][-1] is True


@pytest.mark.parametrize(
    ("named", "told", "primary"),
    [
        ("The primary outcome was fatigue. Secondary outcomes were pain and sleep.",
         "Sleep was better with anakinra (p = 0.04).", False),
        ("The primary outcome was fatigue at 12 weeks.",
         "Fatigue at 52 weeks did not differ.", None),
        ("The primary outcome was fatigue.", "Grip strength did not differ.", None),
        ("The primary outcome was fatigue.", "At baseline, fatigue was similar in both groups.",
         None),
        ("Patients were recruited in primary care.", "Fatigue did not differ.", None),
    ],
)  # fmt: skip
def test_no_other_result_is_called_the_main_one(
    named: str, told: str, primary: bool | None
) -> None:
    found = [r.primary for r in reading(told, named).results]
    assert found
    assert set(found) == {primary}

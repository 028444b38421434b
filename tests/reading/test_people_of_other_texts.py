"""Counts that were missed or taken for others in texts on other illnesses."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Participants, Record

MECFS = load("mecfs")


def counted(title: str, abstract: str) -> Participants:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS).participants


@pytest.mark.parametrize(
    ("abstract", "total"),
    [
        # A number like a year counts the people named right behind it, but not after "in".
        ("METHODS: A cohort study of 1993 patients with asthma was made.", 1993),
        ("METHODS: In 2003 patients with asthma were seen at a clinic.", None),
        # A study or a group is numbered; "this study" is not.
        ("METHODS: In this study 382 adults with asthma kept a diary.", 382),
        ("METHODS: In study 2, breathing was measured.", None),
        # Those who answered, not those who were asked.
        ("METHODS: 1,800 nurses were approached, of whom 1,386 (77%) answered a survey.", 1386),
        ("RESULTS: 75 nurses out of 160 took part in the survey.", 75),
        ("RESULTS: 7,282 respondents out of 9,978 questionnaires were women.", 7282),
        ("METHODS: Nurses were asked. RESULTS: The response rate was 104/200 (52%).", 104),
        ("RESULTS: In all, 610 adults (75% of all contacted people) filled in a form.", 610),
        (
            "RESULTS: 900 nurses were made aware of the study. From them 410 nurses took part.",
            410,
        ),
        # Those who care for patients are no part of the patients.
        ("METHODS: We asked a sample of 112 family caregivers of patients at home.", 112),
        # Who carries a study out is not studied.
        ("METHODS: Two radiologists read the scans. RESULTS: Wheeze was heard.", None),
        ("METHODS: Scans of 64 adults were read by three readers.", 64),
        # Groups told apart add up.
        ("METHODS: Ten healthy men and 10 healthy women drank it.", 20),
        (
            "RESULTS: 16 patients (16 hips) were enrolled into the drug group and 11 patients "
            "(11 hips) were enrolled into the surgery group.",
            27,
        ),
        # What is given in each season is not each group's.
        ("METHODS: Urine of 598 pregnant women was taken in each trimester.", 598),
        # Ages before a label are no times.
        ("METHODS: Volunteers aged 18–50 (N = 111; 67 women) were given the drug.", 111),
        ("METHODS: Participants were adults at baseline (N = 5,688, 64% women).", 5688),
        # Healthy people alone are everybody.
        ("METHODS: 21 healthy children were included. RESULTS: 20 children finished.", 21),
        # A range with hyphens is an age.
        ("METHODS: We drew on 33-to-44 year-old adults.", None),
    ],
)
def test_everybody_who_took_part(abstract: str, total: int | None) -> None:
    assert counted("Breathing", abstract).total == total


def test_of_a_data_base_those_compared_are_those_studied() -> None:
    people = counted(
        "Asthma in electronic records",
        "METHODS: We used records of 3,200,000 adults. RESULTS: 45,600 patients with asthma were "
        "found and matched to 91,200 controls.",
    )
    assert (people.total, people.patients, people.controls) == (136_800, 45_600, 91_200)


def test_those_suspected_of_an_illness_are_not_counted_as_patients() -> None:
    people = counted(
        "Blood tests at a chest clinic", "RESULTS: We reviewed 297 suspected cases of asthma."
    )
    assert people.total == 297
    assert people.patients is None


def test_a_control_group_of_those_put_into_groups_is_an_arm() -> None:
    people = counted(
        "Forest walks in asthma",
        "METHODS: 40 adults with asthma took part. The intervention group consisted of 20 adults "
        "who walked, and the control group consisted of 20 adults.",
    )
    assert (people.total, people.patients, people.controls) == (40, 40, None)


def test_a_control_group_told_by_its_illness_is_no_arm() -> None:
    people = counted(
        "Memory in asthma",
        "METHODS: 60 adults took part: 30 in the asthma group and 30 in the control group.",
    )
    assert (people.total, people.patients, people.controls) == (60, 30, 30)


def test_normal_people_beside_the_arms_of_a_trial_are_no_arm() -> None:
    people = counted(
        "Relaxation in asthma",
        "METHODS: Patients were randomised to relaxation (n = 19) or waiting (n = 18). Mood was "
        "compared with that of normal controls (n = 25).",
    )
    assert (people.total, people.patients, people.controls) == (62, 37, 25)


def test_as_many_controls_are_counted_too() -> None:
    people = counted(
        "Memory in asthma",
        "METHODS: Forty patients with asthma and an equal number of healthy controls were tested.",
    )
    assert (people.total, people.patients, people.controls) == (80, 40, 40)


def test_staff_beside_patients_are_not_patients() -> None:
    people = counted(
        "Games in patients with asthma", "RESULTS: 13 patients and 11 staff were surveyed."
    )
    assert people.total == 24
    assert people.patients != 24


def test_the_number_in_the_title_is_everybodys() -> None:
    people = counted(
        "Thirty cases of asthma",
        "METHODS: 30 patients were looked at. RESULTS: Of the nine cases from the city, one was "
        "mild, six were ordinary and two were severe cases.",
    )
    assert people.total == 30

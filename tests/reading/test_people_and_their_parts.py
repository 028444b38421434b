"""Everybody and the parts that make them up; those whom the ill are compared with."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")


def reading(title: str, abstract: str) -> Reading:
    """The reading of one made-up record."""
    record = Record(
        source="plain",
        raw_hash="",
        title=title,
        abstract=(AbstractSection(text=abstract),),
        abstract_kind="original",
        languages=("eng",),
    )
    return read(record, MECFS)


@pytest.mark.parametrize(
    ("title", "methods", "total", "patients", "controls"),
    [
        (
            "Grip strength in long COVID",
            "We tested 90 adults (40 met the criteria of long COVID, 30 had been infected without "
            "symptoms, and 20 never infected people formed the control group).",
            90, 40, 20,
        ),
        (
            "Heart rate in long COVID",
            "We recruited 60 participants (long COVID = 25, healthy controls = 35).",
            60, 25, 35,
        ),
        (
            "Vaccination in long COVID",
            "We studied 30 vaccinated and 45 unvaccinated patients with long COVID.",
            75, 75, None,
        ),
        (
            "Reaction time in chronic fatigue syndrome",
            "Seventeen people with chronic fatigue syndrome and 21 well residents were tested.",
            38, 17, 21,
        ),
        (
            "Saliva in chronic fatigue syndrome",
            "Saliva was taken from 33 patients with chronic fatigue syndrome and 33 brothers or "
            "sisters.",
            66, 33, 33,
        ),
        (
            "Reading in ME/CFS",
            "Twelve patients with ME/CFS, each seen at home, read a page; 14 controls did too.",
            26, 12, 14,
        ),
    ],
)  # fmt: skip
def test_who_is_ill_and_who_is_not(
    title: str, methods: str, total: int, patients: int, controls: int | None
) -> None:
    people = reading(title, f"METHODS: {methods}").participants
    assert (people.total, people.patients, people.controls) == (total, patients, controls)


def test_what_a_sample_is_weighted_to_is_not_who_took_part() -> None:
    people = reading(
        "Missed work and long COVID",
        "RESULTS: The population included 12,300,000 adults (unweighted n = 2,210).",
    ).participants
    assert people.total == 2210


def test_those_who_had_an_infection_need_not_be_ill_now() -> None:
    people = reading(
        "Long-term effects of COVID-19 in one town",
        "AIM: To find how many have long COVID.\nMETHODS: We studied 80 adults who had tested "
        "positive for COVID-19.\nRESULTS: Long COVID prevalence was 40% (32/80).",
    ).participants
    assert (people.total, people.patients) == (80, 32)


def test_people_still_to_be_randomised_have_not_taken_part() -> None:
    people = reading(
        "Games and weight",
        "METHODS: Ninety participants will be randomised to games or to waiting.",
    ).participants
    assert people.total is None
    assert people.planned == 90


def test_a_study_of_healthy_people_only_has_no_controls() -> None:
    people = reading(
        "Motion of the healthy wrist", "METHODS: Both wrists of 40 healthy volunteers were tested."
    ).participants
    assert (people.total, people.controls) == (40, None)


def test_care_that_was_missed_is_no_setting() -> None:
    who = reading(
        "Needs in long COVID",
        "METHODS: We asked 50 adults with long COVID, recruited through two patient charities.\n"
        "RESULTS: Most could not reach specialist services.",
    ).who
    assert who.setting is None
    assert who.recruitment == "recruited through two patient charities"


def test_a_number_behind_an_equals_sign_names_no_group_behind_the_comma():
    read_so = reading(
        "Heart rate in long COVID",
        "METHODS: We tested 47 adults (long COVID = 19, recovered healthy controls = 12, and "
        "healthy controls never infected = 16).",
    )
    assert all(g.n != 19 for g in read_so.participants.groups if g.kind == "controls")


def test_some_out_of_so_many_are_not_all_the_patients() -> None:
    read_so = reading(
        "What a form asks: interviews with patients with leg sores and diabetic foot sores",
        "METHODS: We held interviews. RESULTS: Almost all of the 24 patients had leg sores "
        "(n = 13) or diabetic foot sores (n = 9). They found the form easy.",
    )
    assert read_so.participants.patients not in (9, 13)


def test_in_a_plan_nobody_has_been_enrolled_put_into_groups_or_counted_as_ill() -> None:
    people = reading(
        "Smells in long COVID: how a trial is made",
        "METHODS: Adults with long COVID (N = 180) will be recruited and randomised to jars or to "
        "empty jars for 12 weeks.",
    ).participants
    assert people.planned == 180
    assert people.total is people.enrolled is people.randomised is people.patients is None
    assert people.groups == ()


def test_two_control_groups_alone_are_not_held_against_all_who_took_part() -> None:
    people = reading(
        "Steps in long COVID",
        "METHODS: We included 1000 people, of whom 700 were infected and 50 (7.1% of those "
        "infected) had long COVID along with 200 uninfected and 100 earlier controls.",
    ).participants
    assert people.adds_up is None


def test_those_called_included_are_no_second_group() -> None:
    people = reading(
        "Heart in long COVID",
        "METHODS: In this study 90 patients were compared with healthy adults (n = 40). RESULTS: "
        "Of the 90 included patients, 50 (56%) had a scar.",
    ).participants
    assert sum("patients" in group.name for group in people.groups) == 1


def test_a_sum_of_all_groups_fits_the_groups_it_is_made_of() -> None:
    people = reading(
        "Sleep in long COVID",
        "METHODS: Altogether 43 long COVID and 70 migraine patients were compared with 33 healthy "
        "controls and 90 patients with hypermobility.",
    ).participants
    assert people.adds_up is not False

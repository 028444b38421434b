"""Who is ill, who is compared and who only helped, where the words behind a number tell it."""

from __future__ import annotations

import pytest
from tests.reading.test_people_of_other_texts import counted

TITLE = "Sleep in people with long COVID"


@pytest.mark.parametrize(
    ("abstract", "patients"),
    [
        # A bracket behind what they had, or behind what they told.
        (
            "METHODS: A survey was sent to women. RESULTS: Of the 9,400 women, 8% had been "
            "infected, with a third having long COVID (n = 251).",
            251,
        ),
        (
            "METHODS: 60 adults kept a diary. RESULTS: Twelve participants woke at night "
            "(long COVID group) while 48 slept well.",
            12,
        ),
        # Named among all.
        (
            "METHODS: We tested 180 adults after an infection, including 75 long COVID patients.",
            75,
        ),
        # What people developed is no count of what had been developed.
        (
            "METHODS: We compared two newly developed long COVID scales in 1,900 people.",
            None,
        ),
    ],
)
def test_the_ill_among_those_counted(abstract: str, patients: int | None) -> None:
    assert counted("Sleep after COVID-19 and long COVID", abstract).patients == patients


def test_where_staff_are_asked_as_well_neither_number_is_everybodys() -> None:
    people = counted(
        "A clinic for people with long COVID",
        "METHODS: Nine adults with long COVID were interviewed. Six physiotherapists with "
        "experience in treating long COVID took part in a focus group.",
    )
    assert (people.total, people.patients) == (None, 9)


def test_a_number_of_staff_is_not_everybodys_where_others_took_part() -> None:
    people = counted(
        "A trial of rest in long COVID: how it was carried out",
        "RESULTS: Thirty-six clinicians participated in the evaluation. Across both groups, 41 "
        "adults took part in interviews.",
    )
    assert people.total is None


def test_those_who_treat_an_illness_do_not_have_it() -> None:
    people = counted(
        "Physicians on how to treat long COVID: an interview study",
        "METHODS: Thirty physicians took part in interviews on treating patients with long COVID "
        "at clinics. RESULTS: Participants named four barriers.",
    )
    assert (people.total, people.patients) == (30, None)


def test_patients_who_helped_to_plan_a_study_were_not_studied() -> None:
    people = counted(
        TITLE,
        "METHODS: We recruited 88 adults with long COVID at a clinic. RESULTS: Sleep was short. "
        "PATIENT OR PUBLIC CONTRIBUTION: Five people with long COVID read the plan. "
        "Three patients with long COVID were on the board.",
    )
    assert (people.total, people.patients) == (88, 88)


def test_what_a_section_on_the_public_tells_is_no_result() -> None:
    from evidence_atlas.conditions import load
    from evidence_atlas.reading import read
    from evidence_atlas.records import AbstractSection, Record

    text = (
        "METHODS: We asked 88 adults with long COVID. RESULTS: Sleep was shorter than before. "
        "PATIENT AND PUBLIC INVOLVEMENT: Patients improved the wording of the questions."
    )
    record = Record(
        source="test", raw_hash="", title=TITLE,
        abstract=(AbstractSection(text=text),), abstract_kind="original",
    )  # fmt: skip
    told = [result.text for result in read(record, load("mecfs")).results]
    assert any("shorter" in text for text in told)
    assert not any("wording" in text for text in told)


def test_people_without_an_earlier_infection_are_those_compared() -> None:
    people = counted(
        "Breathing after COVID-19",
        "METHODS: Breathing was measured in people recovered from COVID-19 (n = 52) and people "
        "with no prior COVID-19 infection (n = 30).",
    )
    assert (people.total, people.patients, people.controls) == (82, 52, 30)


def test_a_control_group_told_in_a_later_sentence_took_part_as_well() -> None:
    people = counted(
        "Antibodies after COVID-19",
        "METHODS: The study involved 64 adults who had been in hospital. Blood was drawn once. "
        "Results were compared to a control group of 25 adults who had never been infected.",
    )
    assert (people.total, people.controls) == (89, 25)


@pytest.mark.parametrize(
    ("abstract", "total"),
    [
        (
            "METHODS: A survey was answered by 1,430 students. Students infected in the last month "
            "were excluded. RESULTS: Of the 1,102 participants, 40% slept badly.",
            1102,
        ),
        # Nobody was left out: the second number is a part.
        (
            "METHODS: A survey was answered by 1,430 students. RESULTS: Of the 1,102 women, 40% "
            "slept badly.",
            1430,
        ),
        # The sick of a continent.
        (
            "OBJECTIVES: Long COVID affects about 36 million people in Europe. METHODS: In all, "
            "1,640 adults were interviewed. RESULTS: Of these, 300 slept badly.",
            1640,
        ),
    ],
)
def test_everybody_who_was_looked_at(abstract: str, total: int) -> None:
    assert counted("Sleep after an infection", abstract).total == total


def test_a_plan_that_has_taken_in_its_people_tells_how_many() -> None:
    people = counted(
        "Exercise for tired cancer survivors: protocol for a randomised trial",
        "METHODS: Survivors will be put by chance into two groups. RESULTS: A total of 140 "
        "survivors were included in 2023.",
    )
    assert people.planned == 140


@pytest.mark.parametrize(
    ("title", "abstract", "patients"),
    [
        (
            "Sleep of Loam Disease patients with COVID-19 and long COVID",
            "BACKGROUND: Loam disease (LD) is rare. METHODS: 64 LD patients were examined before "
            "and after an infection.",
            64,
        ),
        # The title's patients have something else: how many had COVID-19 is not told.
        (
            "COVID-19 and attacks in patients with dust lung",
            "METHODS: A total of 320 patients with previous heart disease were included.",
            None,
        ),
        # A share of them had it.
        (
            "The outcome of COVID-19 in dialysis",
            "METHODS: We looked back at records. RESULTS: Among 945 dialysis patients with "
            "previous heart disease, 20% had COVID-19.",
            None,
        ),
    ],
)
def test_those_counted_as_patients_have_what_is_studied(
    title: str, abstract: str, patients: int | None
) -> None:
    assert counted(title, abstract).patients == patients

"""The illness told on a page, and how it was diagnosed: as stated of those studied, or less."""

from __future__ import annotations

import re

import pytest

from .test_rows_as_stated import page


def row(told: dict[str, list[str]], label: str) -> str:
    return next(t for t in told["study_at_a_glance"] if t.startswith(f"{label}: "))


def test_people_whose_illness_is_not_known_are_told_without_one():
    told = page(
        "Five years after a new valve: a prospective trial",
        "METHODS: Fifty adults with chronic heartburn were operated on. RESULTS: Three people "
        "dropped out due to COVID-19. Heartburn scores fell in the others (p < 0.01).",
    )
    assert "with COVID-19" not in " ".join(told["quick_summary"])
    assert not any(t.startswith("Illness, as named") for t in told["study_at_a_glance"])


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Rewiring in Nerve Entrapment Syndrome: A Case Series", "nerve entrapment syndrome"),
        ("Anosmia after COVID-19: a cohort study", "anosmia after COVID-19"),
        ("Long COVID in people living with HIV: a cohort study", "HIV and long COVID"),
        # A tool, an example and those who may be well again name no illness of these people.
        ("The COVID-19 Yorkshire Rehabilitation Scale in use", None),
        ("Help for disorders ranging from migraine to long COVID", None),
        ("Dizziness in post-COVID-19 patients: a survey", None),
        ("Nine people suspected of long COVID: a case series", None),
    ],
)
def test_an_illness_that_is_on_no_list_is_told_by_the_title_s_own_name(title, named):
    told = page(
        title,
        "METHODS: Nine adults with nerve entrapment syndrome or anosmia were given tablets. "
        "RESULTS: Headache days fell (p = 0.02).",
    )
    rows = [t for t in told["study_at_a_glance"] if t.startswith("Illness, as named")]
    assert [re.sub(r" \([^()]*\)", "", t) for t in rows] == (
        [] if named is None else [f"Illness, as named: {named}"]
    )


def test_two_illnesses_named_together_are_both_told():
    told = page(
        "Brain scans in ME/CFS and long COVID: a case-control study",
        "METHODS: We compared patients with ME/CFS and long COVID with healthy controls. RESULTS: "
        "Brain links differed between patients and controls (p = 0.01).",
    )
    assert row(told, "Illness, as named").startswith("Illness, as named: ME/CFS and long COVID")
    assert "ME/CFS and long COVID" in told["quick_summary"][0]


@pytest.mark.parametrize(
    ("methods", "diagnosed"),
    [
        # In the authors' own words, up to where they end.
        (
            "Long COVID, defined as symptoms for more than three months, may lead to loss of work.",
            "The authors write: “symptoms for more than three months”",
        ),
        (
            "LC was defined by the presence of symptoms without another cause.",
            "The authors write: “the presence of symptoms without another cause”",
        ),
        # A code of another illness, a test of the infection, and one of several definitions.
        ("We found blindness by ICD-10 codes in the records of these adults.", None),
        ("All had a positive PCR test.", None),
        ("Long COVID was found by the WHO definition and two alternative definitions.", None),
        # The codes that stand beside the illness's own name.
        (
            "People with long COVID were found by ICD-10 codes.",
            "a diagnosis code on record (ICD code)",
        ),
    ],
)
def test_how_the_illness_was_diagnosed_is_not_taken_from_another(methods, diagnosed):
    told = page(
        "Work and sight in long COVID: a cross-sectional study",
        f"BACKGROUND: Long COVID (LC) is common. METHODS: We surveyed 120 adults with long COVID. "
        f"{methods} RESULTS: Work was lost by 40 %.",
    )
    rows = [t.rstrip(".") for t in told["study_at_a_glance"] if "How it was diagnosed" in t]
    assert rows == ([] if diagnosed is None else [f"How it was diagnosed: {diagnosed}"])
    named_it = [t for t in told.get("strengths", ()) if "way of diagnosis" in t]
    assert bool(named_it) == (diagnosed == "a diagnosis code on record (ICD code)")
    assert not any("does not say how" in t for texts in told.values() for t in texts)


def test_people_with_the_illness_were_not_followed_to_see_who_gets_it():
    told = page(
        "Organ damage in low-risk individuals with long COVID: a cross-sectional study",
        "METHODS: We scanned 201 individuals with long COVID. RESULTS: Organ damage was seen in 70 %.",  # noqa: E501
    )
    assert "to see who" not in " ".join(told["quick_summary"])


def test_an_illness_that_is_only_to_be_prevented_stands_in_no_row():
    told = page(
        "COVID-19 and the heart: a cohort study",
        "AIM: The aim was to see the long-term effects of COVID-19 on the heart. METHODS: In this "
        "cohort study 140 patients with COVID-19 were followed. RESULTS: Twelve patients had a new "
        "heart attack. CONCLUSIONS: Vaccines are the best way to prevent long COVID.",
    )
    assert "long COVID" not in row(told, "Illness, as named")

"""All kinds of people who took part are told: no group is left out, no carer told as a patient."""

import pytest

from .test_whom import quick, section_of


def people_row(title: str, abstract: str) -> str:
    return section_of(title, abstract, "study_at_a_glance").partition(". ")[0]


def test_a_third_group_counted_beside_two_is_told_with_them():
    title = "Grip in long COVID, ME/CFS and multiple sclerosis: a case-control study"
    abstract = (
        "METHODS: In this case-control study grip was measured in 41 people with ME/CFS, 23 people "
        "with long COVID, 19 people with multiple sclerosis and 37 healthy controls. RESULTS: "
        "Grip was lower in ME/CFS than in healthy controls (p = 0.01)."
    )
    told = quick(title, abstract)
    row = section_of(title, abstract, "study_at_a_glance")
    for group in ("41", "23", "19", "37"):
        assert group in told
        assert group in row


@pytest.mark.parametrize(
    ("listed", "told_so"),
    [
        ("12 people with ME/CFS and nine nurses", "12 people with ME/CFS and nine nurses"),
        ("21 participants (12 people with ME/CFS and 9 carers)", "12 people with ME/CFS"),
        ("Four parents, five teachers and 12 children", "four parents, five teachers"),
    ],
)
def test_those_who_care_for_the_ill_are_told_beside_them(listed, told_so):
    told = quick(
        "Going back to school and work with ME/CFS: a qualitative study",
        f"METHODS: {listed} were interviewed. RESULTS: Themes were rest, trust and time.",
    )
    assert told_so in told[:1].lower() + told[1:]


def test_parents_who_are_not_counted_are_named_in_the_row():
    row = section_of(
        "Sleep of children with long COVID: a cohort study",
        "METHODS: In this cohort study children with long COVID were recruited along with their "
        "parents. RESULTS: In all, 62 children were included. Sleep was shorter in girls.",
        "study_at_a_glance",
    )
    assert "also “their parents”" in row


def test_a_study_of_the_ill_alone_does_not_speak_of_groups_that_nobody_names():
    told = quick(
        "Heart rate in patients with long COVID: a case-control study",
        "METHODS: In this case-control study we measured heart rate in 87 patients with long "
        "COVID. RESULTS: Heart rate was linked with fatigue (p = 0.01).",
    )
    assert "87 people with long COVID" in told
    assert "groups of people" not in told

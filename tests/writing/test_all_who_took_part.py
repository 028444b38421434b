"""All kinds of people who took part are told: no group is left out, no carer told as a patient."""

import pytest

from .test_whom import quick, section_of


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


@pytest.mark.parametrize(
    ("printed", "told_so"),
    [("6.5 million", "6,500,000"), ("Two million", "2,000,000"), ("6,500,000", "6,500,000")],
)
def test_millions_are_told_however_they_are_printed(printed, told_so):
    told = quick(
        "Long COVID and ME/CFS in health records: a cohort study",
        f"METHODS: {printed} adults were followed in their health records. RESULTS: Fatigue was "
        "more common in women than in men.",
    )
    assert told_so in told


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


def test_those_told_by_their_work_are_so_in_the_row_too():
    row = section_of(
        "Long COVID care as nurses see it: a qualitative study",
        "METHODS: We interviewed 17 nurses on the care of people with long COVID. RESULTS: Themes "
        "were time, trust and training.",
        "study_at_a_glance",
    )
    assert "17 nurses" in row
    assert "17 people" not in row


def test_healthy_children_are_not_told_as_healthy_people():
    told = quick(
        "Cytokines in children with long COVID: a case-control study",
        "METHODS: In this case-control study cytokines were measured in 48 children with long "
        "COVID and 31 healthy children. RESULTS: Interleukin 6 was higher in children with long "
        "COVID than in healthy children (p = 0.01).",
    )
    assert "31 healthy children" in told


def test_what_a_test_is_to_tell_apart_is_said_without_the_claim_that_it_does():
    told = quick(
        "Salivary proteins distinguish long COVID from ME/CFS",
        "METHODS: We measured the sensitivity and specificity of salivary proteins in 40 patients "
        "with long COVID and 38 patients with ME/CFS. RESULTS: The area under the curve was 0.81, "
        "with a sensitivity of 80% and a specificity of 75%.",
    )
    assert "to tell long COVID from ME/CFS" in told

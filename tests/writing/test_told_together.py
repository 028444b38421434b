"""How many took part stands in the first sentence, however it is counted; nothing is told twice."""

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.writing.quick.told_before import told_once
from evidence_atlas.writing.said import Said

from .pages import quick_of
from .test_whom import quick

COHORT = "Sleep after an infection: a retrospective cohort study of long COVID"
CASES = "Grip in long COVID: a case-control study"


@pytest.mark.parametrize(
    ("title", "counted", "told_so"),
    [
        (COHORT, "We followed 120 vaccinated and 217 unvaccinated adults.", "337"),
        (
            COHORT,
            "We analysed data in two adult cohorts, North (N=2548) and South (N=1334).",
            "3,882",
        ),
        (
            CASES,
            "Grip was compared between patients after influenza (n = 41), patients after "
            "COVID-19 (n = 47) and patients with a cold (n = 30).",
            "118 together",
        ),
    ],
)
def test_people_counted_group_by_group_are_told_with_their_sum(title, counted, told_so):
    assert told_so in quick(title, f"METHODS: {counted} RESULTS: Sleep was shorter in women.")


@pytest.mark.parametrize(
    "more",
    [
        "Healthy adults (n = 95) were measured, too.",
        "Of them, 95 teachers (n = 95) wore a watch.",
    ],
)
def test_a_group_counted_elsewhere_may_be_left_out_of_the_sum(more):
    told = quick(
        COHORT,
        "METHODS: We analysed data in two adult cohorts, North (N=2548) and South (N=1334). "
        f"{more} RESULTS: Sleep was shorter in women.",
    )
    assert "3,882" not in told


@pytest.mark.parametrize(
    ("opening", "once"),
    [
        (
            "This study looked at 84 nurses. The study was about sleep and mood among nurses.",
            "This study looked at 84 nurses. The study was about sleep and mood.",
        ),
        (
            "This study followed 30 people with ME/CFS. The aim was to study sleep and grip in "
            "patients with ME/CFS.",
            "This study followed 30 people with ME/CFS. The aim was to study sleep and grip.",
        ),
        (
            "Researchers compared 30 people with long COVID with healthy people. The study was "
            "about long COVID and work in Kenya.",
            "Researchers compared 30 people with long COVID with healthy people. The study was "
            "about work in Kenya.",
        ),
    ],
)
def test_people_and_illness_that_the_first_sentence_names_are_not_named_again(opening, once):
    assert told_once(load("mecfs"), Said(opening, ())).text == once


@pytest.mark.parametrize(
    "opening",
    [
        # They were watched for the illness and need not have it.
        "This study followed 30 people, to see who got ME/CFS. The study was about sleep and "
        "grip in ME/CFS.",
        # Another illness, other people, or nothing left to tell.
        "This study looked at 30 people after COVID-19. The study was about sleep and grip in "
        "long COVID.",
        "This study looked at 84 nurses. The study was about sleep and mood among night nurses.",
        "This study looked at 30 people with ME/CFS. The study was about the effects in ME/CFS.",
        "This study looked at 30 “Kenyan nurses”. The aim was to study sleep and grip in Kenyan "
        "nurses.",
        "This study looked at 30 people with ME/CFS.",
    ],
)
def test_what_the_first_sentence_does_not_tell_stays(opening):
    assert told_once(load("mecfs"), Said(opening, ())).text == opening


ADVICE = (
    "BACKGROUND: Dust is common in homes of people with asthma. METHODS: A panel met three times. "
    "RESULTS: {} CONCLUSIONS: This work may guide those who clean."
)


@pytest.mark.parametrize(
    ("stated", "told_so"),
    [
        (
            "Clear consensus was reached that homes of children with asthma should be dusted "
            "first, and additionally on the need to buy filters.",
            "The group reached consensus that homes of children with asthma should be dusted",
        ),
        (
            "For cleaner homes, we recommend the following: (1) landlords should pay for filters "
            "in homes; (2) tenants should open windows.",
            "The authors recommend, among other things, that landlords should pay for filters in "
            "homes.",
        ),
        (
            "Clinicians agreed that dust could be measured in homes by the people who live there.",
            "The group agreed that dust could be measured in homes",
        ),
    ],
)
def test_what_a_guideline_recommends_stands_in_quick_as_theirs(stated, told_so):
    title = "Dust in homes of people with asthma: a consensus statement"
    said = " ".join(quick_of(ADVICE.format(stated), title, ("Consensus Statement",)))
    assert told_so in said


def test_a_guideline_that_states_no_recommendation_tells_none():
    title = "Dust in homes of people with asthma: a consensus statement"
    stated = "The recommendations were drafted in three rounds."
    said = " ".join(quick_of(ADVICE.format(stated), title, ("Consensus Statement",)))
    assert "recommend" not in said and "agreed" not in said

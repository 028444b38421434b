"""However an abstract says it, what people were chosen by is told from what is spoken of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.reading.drawn_abstracts import drawn, filled, reading_with

from evidence_atlas.records import Reading

CHOSEN = (
    ("We enrolled {ill} patients fulfilling the Fukuda criteria.", ("Fukuda 1994",), None),
    (
        "{ill} people diagnosed by the Canadian Consensus Criteria gave blood.",
        ("Canadian 2003 (CCC)",),
        None,
    ),
    ("All participants met IOM criteria.", ("IOM 2015",), None),
    ("The CCC were used to select {ill} patients.", ("Canadian 2003 (CCC)",), None),
    ("Participants ({ill}; Fukuda-defined) wore a sensor.", ("Fukuda 1994",), None),
    ("The Holmes definition was applied to choose the {ill} cases.", ("Holmes 1988",), None),
    (
        "Participants were recruited if they fulfilled the criteria of Fukuda et al.",
        ("Fukuda 1994",),
        None,
    ),
    (
        "{ill} persons who met the 2003 Canadian clinical case definition took part.",
        ("Canadian 2003 (CCC)",),
        None,
    ),
    ("Patients met either the Fukuda or the IOM criteria.", ("Fukuda 1994", "IOM 2015"), "or"),
    (
        "{ill} people meeting CCC and/or IOM criteria were enrolled.",
        ("Canadian 2003 (CCC)", "IOM 2015"),
        "or",
    ),
    (
        "All {ill} patients were diagnosed with the Fukuda criteria and also fulfilled the ICC.",
        ("Fukuda 1994", "ICC 2011"),
        "and",
    ),
    ("{ill} patients were selected using the SEID criteria.", ("IOM 2015",), None),
    ("A physician confirmed that each met Fukuda's criteria.", ("Fukuda 1994",), None),
    (
        "{illness} was defined by the Oxford criteria in this trial of {ill} adults.",
        ("Oxford 1991",),
        None,
    ),
)
SPOKEN_OF = (
    "People who met the Canadian Consensus Criteria were not eligible; {ill} others were asked.",
    "Clinicians often diagnose with the IOM criteria. We asked {ill} patients about work.",
    "Future studies should select patients with the Canadian Consensus Criteria.",
    "None of the {well} controls met the Fukuda criteria.",
)
CRITERION = (
    (
        "All {ill} participants had post-exertional malaise, which was required for entry.",
        "added_as_inclusion",
    ),
    ("Only people with post-exertional malaise were enrolled.", "added_as_inclusion"),
    ("To take part, people had to have post-exertional malaise.", "added_as_inclusion"),
    ("Participants were required to have PEM for at least six months.", "added_as_inclusion"),
    ("Eligibility required post-exertional symptom exacerbation.", "added_as_inclusion"),
    (
        "Post-exertional malaise was measured with the DePaul Symptom Questionnaire.",
        "measured_only",
    ),
    ("We asked participants about PEM after the test.", "measured_only"),
    ("{share}% had post-exertional malaise.", "measured_only"),
    ("Outcomes included pain, sleep and post-exertional malaise.", "measured_only"),
    ("We compared symptoms, including PEM, between the groups.", "measured_only"),
    ("We excluded patients who had PEM.", "excluded"),
    ("Patients were asked about work and school.", "not_stated"),
)


def seen(sentence: str, facts: dict) -> Reading:
    return reading_with(
        filled("Work and strength in {illness}", facts),
        filled(sentence, facts) + " Grip strength was measured.",
        "Strength was lower in those with more fatigue (p = 0.02).",
        facts,
    )


@pytest.mark.parametrize(("sentence", "names", "joined"), CHOSEN)
@settings(max_examples=8, deadline=None)
@given(facts=drawn)
def test_the_definitions_that_chose_people(sentence, names, joined, facts):
    found = seen(sentence, facts)
    assert set(found.case_definitions) == set(names)
    assert found.definitions_joined_by == joined


@pytest.mark.parametrize("sentence", SPOKEN_OF)
@settings(max_examples=8, deadline=None)
@given(facts=drawn)
def test_a_definition_that_chose_nobody(sentence, facts):
    assert seen(sentence, facts).case_definitions == ()


@pytest.mark.parametrize(("sentence", "by_study"), CRITERION)
@settings(max_examples=8, deadline=None)
@given(facts=drawn)
def test_what_was_done_about_post_exertional_malaise(sentence, by_study, facts):
    assert seen(sentence, facts).criterion.by_study == by_study

"""However an abstract says it, harms that came, that none came, and silence are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.reading.drawn_abstracts import drawn, filled, reading_with

CAME = (
    "Nausea was the most common side effect, in {few} people.",
    "Headache and nausea were more frequent with the drug than with placebo.",
    "Side effects were mild and passed within a week.",
    "{few} participants withdrew due to adverse effects.",
    "Most adverse events were mild to moderate.",
    "Adverse reactions were seen in {share}% of those treated.",
    "The drug was generally well tolerated, although {few} people had diarrhoea.",
    "Unwanted effects were dry mouth and drowsiness.",
    "The drug caused insomnia in {few} participants.",
    "A rash developed in {few} people who took the drug.",
    "Dropouts due to side effects numbered {few}.",
    "{few} participants in one arm had a transient drop in blood pressure.",
    "{few} people treated with light had short-lived nasal dryness.",
    "One of them sprained an ankle during a session.",
    "Raising the dose of the drug led to a manic episode in one of them.",
    "Withdrawal of the drug was followed by seizures in one person.",
)
NONE = (
    "No one was harmed.",
    "There were no serious adverse events.",
    "The drug was safe and well tolerated by all participants.",
    "No participant withdrew because of side effects.",
    "Adverse events were not observed in either group.",
    "None of the participants experienced adverse effects.",
    "No safety concerns arose.",
    "The treatment was tolerated well, without adverse reactions.",
    "No treatment-related adverse events were recorded.",
    "It was free of side effects.",
)
SILENT = (
    "The drug's safety should be examined in larger trials.",
    "Participants had nausea and headache before treatment began.",
    "Whether the drug is safe is not known.",
    "{few} people stopped because they moved away.",
    "Depression at the start of treatment predicted a poorer result.",
    "Larger trials of safety are needed.",
    "Treatment may have led to a stroke, but this is not known.",
    "Infection led to psychosis in {few} people before they came.",
)
GIVEN = (
    "{ill} patients were randomised to {drug} or placebo.",
    "Each participant received {drug} at bedtime.",
    "Participants were allocated to {drug} (n = {some}) or to waiting.",
    "{ill} patients were treated with {drug}.",
    "Subjects were assigned to receive either {drug} or a dummy pill.",
    "Patients were started on {drug} and seen again after {few} weeks.",
)
NOT_GIVEN = (
    "Blood {drug} was measured in {ill} patients.",
    "We asked {ill} patients which remedies they used, such as {drug}.",
    "Trials of {drug} are needed. We asked {ill} patients about sleep.",
    "{ill} patients not on {drug} were interviewed.",
)


STATED = [(s, "reported") for s in CAME]
STATED += [(s, "none_reported") for s in NONE] + [(s, "not_stated") for s in SILENT]


@pytest.mark.parametrize(("sentence", "status"), STATED)
@settings(max_examples=8, deadline=None)
@given(facts=drawn)
def test_harms_are_as_the_text_tells_them(sentence, status, facts):
    seen = reading_with(
        f"The drug melatonin in {facts['illness']}: a randomised trial",
        filled("{ill} patients with {illness} were randomised to melatonin or placebo.", facts),
        "Fatigue was lower in the treated group. " + filled(sentence, facts),
        facts,
    )
    assert seen.harms.status == status


@pytest.mark.parametrize("sentence", GIVEN + NOT_GIVEN)
@settings(max_examples=8, deadline=None)
@given(facts=drawn)
def test_a_treatment_is_told_where_it_was_given_and_not_where_it_was_met(sentence, facts):
    seen = reading_with(
        filled("{drug} and sleep in {illness}", facts),
        filled("We studied people with {illness}. ", facts) + filled(sentence, facts),
        "Sleep was longer in women than in men (p = 0.02).",
        facts,
    )
    assert any(facts["drug"] in name for name in seen.interventions) == (sentence in GIVEN)


def test_that_no_harm_was_seen_is_heard_where_people_took_something_without_a_known_name():
    facts = {"illness": "long COVID", "labelled": True}
    seen = reading_with(
        "Less fatigue in long COVID: an observation",
        "Fifty people with long COVID took two capsules of Zorbix twice daily.",
        "Fatigue fell. No safety concerns were observed.",
        facts,
    )
    assert seen.harms.status == "none_reported"

"""However a text says it, what chance decided and who knew the treatment is read."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

MECFS = load("mecfs")
BY_CHANCE = (
    "Participants were allocated by a computer-generated list to melatonin or matching tablets.",
    "Patients were allocated at random to the drug or a dummy pill.",
    "Chance decided who got the group course and who waited.",
    "Allocation was by coin toss to pacing or usual care.",
    "Patients drew lots to receive the drug or nothing.",
    "Sixty patients were randomized 1:1 to vitamin D or placebo.",
    "We conducted a double-blind, placebo-controlled RCT of a vitamin in 60 patients.",
    "Neither patients nor doctors knew who received the drug and who received the inactive "
    "capsules; assignment was random.",
    "Patients and investigators were masked to the randomised treatment.",
    "Patients were randomly assigned to the drug or sugar pills.",
    "Participants were randomised to real or sham stimulation.",
    "Patients were randomly assigned to therapy or waiting list; outcome assessors were blinded.",
    "Assessors were unaware of group assignment in this randomised trial of exercise.",
    "In this randomised single-blind trial, patients did not know which device they had.",
    "This randomised open-label trial compared the drug with usual care.",
    "Treatment was not blinded. Patients were randomly assigned to exercise or stretching.",
    "In a randomised crossover trial, 24 patients took the drug and placebo for four weeks each"
    " with a washout of two weeks.",
    "Twenty-four patients received both drinks in random order, one week apart.",
    "Patients served as their own controls and received each treatment in randomised order.",
    "After a washout of two weeks, those first given the drug were given placebo, and the other"
    " way round; the order was random.",
    "Using a counterbalanced randomised cross-over design, patients did the test with and "
    "without compression stockings.",
    "Clinics were randomised to offer the programme at once or six months later.",
    "Practices (clusters) were randomly allocated to training or no training.",
    "Patients were stratified by sex and then randomised in blocks of four.",
    "Randomisation was done centrally by telephone.",
    "Random numbers were used to allocate the 80 patients to two arms.",
    "Participants were assigned by minimisation to therapy or usual care.",
    "Envelopes were drawn to assign patients to acupuncture or to no treatment.",
    "A triple-blind randomised trial compared a probiotic with placebo.",
    "The drug, or an identical-looking capsule without active ingredient, was given for 8 weeks"
    " to randomised patients.",
    "Patients randomised to the control arm received saline infusions that looked the same.",
    "Neither participants nor therapists could be blinded in this randomised comparison of "
    "therapies.",
)
NOT_BY_CHANCE = (
    "Treatment was assigned by day of the week.",
    "Patients chose between the group course and individual sessions.",
    "Every second patient was given the supplement.",
    "Patients were not randomised; those in one clinic were treated and those in the other were"
    " not.",
    "All patients received the drug in this open single-arm study.",
    "In this open-label pilot study all 20 patients took the drug.",
    "A random sample of 500 patients was asked about sleep.",
    "Participants were randomly selected from the register.",
    "We used a random-effects model to pool results.",
    "A random forest was trained on the data.",
    "Samples were analysed in random order by a technician blinded to diagnosis.",
    "Scans were read by two radiologists blinded to group.",
    "Two reviewers, blinded to authors, screened 12 randomised trials.",
    "Double-blind, placebo-controlled trials are needed.",
    "Previous randomised trials of exercise had mixed results. We asked 200 patients about them.",
    "The placebo effect may explain these results.",
    "We reviewed the records of patients who had taken part in a randomised trial.",
    "This was a non-randomised controlled study of a course.",
    "In this quasi-experimental study, two groups were compared before and after a course.",
)
CROSSOVER = (
    "In a randomised crossover trial, 24 patients took the drug and placebo for four weeks each"
    " with a washout of two weeks.",
    "Twenty-four patients received both drinks in random order, one week apart.",
    "Patients served as their own controls and received each treatment in randomised order.",
    "After a washout of two weeks, those first given the drug were given placebo, and the other"
    " way round; the order was random.",
    "Using a counterbalanced randomised cross-over design, patients did the test with and "
    "without compression stockings.",
)
PLACEBO = (
    "Patients were allocated at random to the drug or a dummy pill.",
    "Sixty patients were randomized 1:1 to vitamin D or placebo.",
    "We conducted a double-blind, placebo-controlled RCT of a vitamin in 60 patients.",
    "Neither patients nor doctors knew who received the drug and who received the inactive "
    "capsules; assignment was random.",
    "Patients were randomly assigned to the drug or sugar pills.",
    "Participants were randomised to real or sham stimulation.",
    "In a randomised crossover trial, 24 patients took the drug and placebo for four weeks each"
    " with a washout of two weeks.",
    "After a washout of two weeks, those first given the drug were given placebo, and the other"
    " way round; the order was random.",
    "A triple-blind randomised trial compared a probiotic with placebo.",
    "The drug, or an identical-looking capsule without active ingredient, was given for 8 weeks"
    " to randomised patients.",
    "Patients randomised to the control arm received saline infusions that looked the same.",
)
NO_PLACEBO = (
    "Chance decided who got the group course and who waited.",
    "Allocation was by coin toss to pacing or usual care.",
    "Patients drew lots to receive the drug or nothing.",
    "Patients were randomly assigned to therapy or waiting list; outcome assessors were blinded.",
    "Assessors were unaware of group assignment in this randomised trial of exercise.",
    "This randomised open-label trial compared the drug with usual care.",
    "Treatment was not blinded. Patients were randomly assigned to exercise or stretching.",
    "Using a counterbalanced randomised cross-over design, patients did the test with and "
    "without compression stockings.",
    "Clinics were randomised to offer the programme at once or six months later.",
    "Practices (clusters) were randomly allocated to training or no training.",
    "Treatment was assigned by day of the week.",
    "Patients chose between the group course and individual sessions.",
    "Every second patient was given the supplement.",
    "Patients were not randomised; those in one clinic were treated and those in the other were"
    " not.",
    "All patients received the drug in this open single-arm study.",
    "In this open-label pilot study all 20 patients took the drug.",
    "A random sample of 500 patients was asked about sleep.",
    "Participants were randomly selected from the register.",
    "We used a random-effects model to pool results.",
    "A random forest was trained on the data.",
    "Samples were analysed in random order by a technician blinded to diagnosis.",
    "Scans were read by two radiologists blinded to group.",
    "Two reviewers, blinded to authors, screened 12 randomised trials.",
    "Double-blind, placebo-controlled trials are needed.",
    "Previous randomised trials of exercise had mixed results. We asked 200 patients about them.",
    "The placebo effect may explain these results.",
    "We reviewed the records of patients who had taken part in a randomised trial.",
    "Participants were assigned by minimisation to therapy or usual care.",
    "Envelopes were drawn to assign patients to acupuncture or to no treatment.",
    "This was a non-randomised controlled study of a course.",
    "In this quasi-experimental study, two groups were compared before and after a course.",
    "Neither participants nor therapists could be blinded in this randomised comparison of "
    "therapies.",
)
DOUBLE_BLIND = (
    "We conducted a double-blind, placebo-controlled RCT of a vitamin in 60 patients.",
    "Neither patients nor doctors knew who received the drug and who received the inactive "
    "capsules; assignment was random.",
    "Patients and investigators were masked to the randomised treatment.",
    "A triple-blind randomised trial compared a probiotic with placebo.",
)
SINGLE_BLIND = (
    "Patients were randomly assigned to therapy or waiting list; outcome assessors were blinded.",
    "Assessors were unaware of group assignment in this randomised trial of exercise.",
    "In this randomised single-blind trial, patients did not know which device they had.",
)
OPEN = (
    "This randomised open-label trial compared the drug with usual care.",
    "Treatment was not blinded. Patients were randomly assigned to exercise or stretching.",
    "All patients received the drug in this open single-arm study.",
    "In this open-label pilot study all 20 patients took the drug.",
    "Neither participants nor therapists could be blinded in this randomised comparison of "
    "therapies.",
)


def design(methods: str):
    parts = {
        "BACKGROUND": "The cause of the illness is not known.",
        "METHODS": methods,
        "RESULTS": "Fatigue was lower at eight weeks (p = 0.02).",
        "CONCLUSIONS": "More studies are needed.",
    }
    record = Record(
        source="test", raw_hash="0" * 64, title="A treatment for ME/CFS", pmid="1",
        abstract=tuple(AbstractSection(label=name, text=text) for name, text in parts.items()),
        languages=("eng",),
    )  # fmt: skip
    return read(record, MECFS).design


@pytest.mark.parametrize("methods", BY_CHANCE)
def test_what_chance_decided(methods):
    assert design(methods).randomised is True


@pytest.mark.parametrize("methods", NOT_BY_CHANCE)
def test_what_chance_did_not_decide(methods):
    assert design(methods).randomised is not True


@pytest.mark.parametrize("methods", CROSSOVER)
def test_who_had_both_treatments(methods):
    assert design(methods).crossover is True


@pytest.mark.parametrize("methods", PLACEBO)
def test_what_only_looked_like_the_treatment(methods):
    assert design(methods).placebo is True


@pytest.mark.parametrize("methods", NO_PLACEBO)
def test_where_nothing_only_looked_like_it(methods):
    assert design(methods).placebo is not True


@pytest.mark.parametrize("methods", DOUBLE_BLIND)
def test_nobody_knew(methods):
    assert design(methods).blinding == "double"


@pytest.mark.parametrize("methods", SINGLE_BLIND)
def test_one_side_did_not_know(methods):
    assert design(methods).blinding == "single"


@pytest.mark.parametrize("methods", OPEN)
def test_everybody_knew(methods):
    assert design(methods).blinding == "open"

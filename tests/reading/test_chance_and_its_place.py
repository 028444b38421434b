"""Which words of chance, order and blinding are a study's own, wherever and however they stand."""

from __future__ import annotations

import pytest
from tests.grading.builders import ASTHMA, make_record
from tests.reading.drawn_abstracts import reading

from evidence_atlas.reading import read
from evidence_atlas.records import Design


def design(methods: str, background: str = "", conclusion: str = "") -> Design:
    """What is read of a trial in adults with asthma of which this is told."""
    return reading("A treatment for asthma", background, methods, "Wheeze fell.", conclusion).design


@pytest.mark.parametrize("sentence", [
    "Forty adults with well-controlled asthma were randomized to the drug or usual care.",
    "After a run-in of two weeks, 40 adults with asthma were randomly assigned to two diets.",
    "Adults who kept symptoms low during the run in period were randomised to one of two drugs.",
    "Adults drank tea or coffee for ten days in an order set by chance.",
    "The sequence of the two diets was governed by lot.",
    "Thirty adults wore each mask for one week, in randomised order.",
    "Thirty adults slept with and without the device for three nights in randomized order.",
])  # fmt: skip
def test_chance_gave_the_treatment(sentence: str) -> None:
    assert design(sentence).randomised is True


@pytest.mark.parametrize("sentence", [
    "The records were first randomised into a training and a test cohort.",
    "Patient data were randomized to a derivation set (70%) and the rest was held back.",
    "Forty adults saw the pictures in randomised order.",
    "Forty adults answered eight questionnaires in randomised order.",
    "Tubes of the runs were randomised over the plates.",
])  # fmt: skip
def test_chance_gave_nobody_a_treatment(sentence: str) -> None:
    assert not design(sentence).randomised


@pytest.mark.parametrize("sentence", [
    "In an AB/BA trial 24 adults were randomly assigned to the drug and the dummy.",
    "Adults were randomised to take drug first and placebo second, or placebo first.",
    "Thirty adults wore masks for one week and belts for another week, in randomised order.",
    "Thirty adults used both inhalers, one after the other, in a sequence drawn by lot at random.",
    "Forty nurses, randomised, wore amber and clear glasses for two weeks each.",
    "Participants were randomised and crossed over after a washout of four weeks.",
])  # fmt: skip
def test_everybody_had_both_in_turn(sentence: str) -> None:
    assert design(sentence).crossover is True


@pytest.mark.parametrize("sentence", [
    "Forty adults were randomised to two drugs; no crossover of patients was permitted.",
    "Forty adults were randomised to two drugs, and no crossover was allowed.",
    "Forty adults were randomised to two lamps set at the crossover point of the signals.",
])  # fmt: skip
def test_a_crossover_denied_is_none(sentence: str) -> None:
    assert not design(sentence).crossover


@pytest.mark.parametrize("own", [
    "We performed a double-blind, placebo-controlled study of the drug.",
    "We have done a multicentre, randomised, double-blind study of the drug.",
    "This randomized, double-blind trial evaluated the drug.",
    "We conducted a small, randomised, double-blind trial.",
])  # fmt: skip
def test_what_we_did_is_ours_though_it_stands_in_the_background(own: str) -> None:
    told = design(
        "Forty adults were randomised to the drug or placebo.", f"Asthma is common. {own}"
    )
    assert told.blinding == "double"


@pytest.mark.parametrize("others", [
    "We performed a systematic review of randomised, double-blind trials before.",
    "We conducted an analysis of a double-blind study of the drug before.",
    "A double-blind study had been negative.",
])  # fmt: skip
def test_what_we_only_reviewed_is_not_ours(others: str) -> None:
    told = design("Forty adults were randomised to the drug or a leaflet.", f"Background. {others}")
    assert told.blinding is None


def short(title: str, text: str) -> Design:
    """What is read of a paper with a short abstract without headings."""
    return read(make_record(title, text), ASTHMA).design


@pytest.mark.parametrize(("title", "text"), [
    ("Treating sleep problems: an overview", "This overview sets out what is known of sleep "
     "problems and their treatment. Randomised trials support talking therapy. Double-blind trials "
     "of melatonin disagree. We give practical advice to those who see such patients."),
    ("Sleep in old age: a review for clinicians", "We review the causes of poor sleep in old age. "
     "Its treatment rests on habits. A double-blind comparison of two drugs is described. The "
     "literature on light is discussed and future directions are outlined."),
])  # fmt: skip
def test_a_short_review_that_speaks_of_trials_has_none_of_its_own(title: str, text: str) -> None:
    assert (short(title, text).randomised, short(title, text).blinding) == (None, None)


def test_a_short_trial_keeps_its_words() -> None:
    told = short("Zinc for colds", "We gave zinc or placebo to 150 students in a double-blind "
                 "trial. They were randomised. Colds were shorter with zinc.")  # fmt: skip
    assert (told.randomised, told.placebo, told.blinding) == (True, True, "double")

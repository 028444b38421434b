"""The kind of a paper that does not name its kind, and a score for sorting trials."""

from __future__ import annotations

import pytest

from evidence_atlas.grading.study_type import study_type
from evidence_atlas.grading.trial_score import PRECISE, SENSITIVE, trial_score
from evidence_atlas.reading import read
from evidence_atlas.reading.paper_words import MOST, likeness

from .builders import ASTHMA, make_record

TOLD = {
    "RCT": "Sixty adults with asthma drew lots to receive a new inhaler or the usual one. "
    "Wheeze fell by 4 points with the new inhaler and by 2 with the usual one.",
    "Case report": "A 52-year-old man presented with wheeze. He was treated with steroids and "
    "recovered in two weeks. His symptoms did not return.",
    "Protocol": "Patients will be followed for a year. Outcomes will be assessed at six months. "
    "Recruitment is under way and results are expected in 2027.",
    "Diagnostic accuracy": "Bronchoscopy was taken as the standard. The breath test was positive "
    "in 30 of 35 patients with suspected asthma, with a negative predictive value of 96%.",
    "Animal": "Mice lacking the receptor were sensitised and sacrificed after four weeks. "
    "Airway resistance was higher than in wild-type littermates.",
    "Meta-analysis": "Fourteen trials were identified. The pooled risk ratio was 0.8 "
    "(I² = 30%). The funnel was symmetrical.",
    "Scoping review": "The aim was to map who teaches inhaler technique. Items were sorted by "
    "country and profession, and empty cells are listed.",
    "Genetic association": "Genetic instruments for three blood traits came from a biobank. "
    "Inverse-variance weighted estimates of their effect on wheeze were close to nil.",
    "In vitro": "Airway cells of six patients with asthma and six healthy people were grown to "
    "passage 3 and exposed to ozone. Silencing of one receptor with siRNA undid the leak.",
    "Guideline": "The Society of Chest Physicians recommends a test of breath before any inhaler. "
    "It advises against routine scans. Strength of recommendation is given for each.",
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_paper_is_known_by_what_was_done(kind):
    record = make_record("Wheeze in adults", TOLD[kind])
    assert study_type(record, read(record, ASTHMA)).value == kind


def test_interviews_beside_healthy_people_do_not_make_a_study_qualitative():
    text = (
        "METHODS: Forty people with asthma (n = 40) and healthy volunteers (n = 38) cycled. "
        "Wheeze was followed with scales and repeated qualitative interviews. "
        "RESULTS: Wheeze was longer in asthma than in healthy volunteers."
    )
    record = make_record("Wheeze after cycling: report and measurement", text)
    assert study_type(record, read(record, ASTHMA)).value == "Case-control"


def test_a_dog_that_bites_is_not_the_one_studied():
    text = "Twelve patients bitten by a dog were seen. The wounds of ten were closed at once."
    record = make_record("Faces bitten by dogs: twelve patients", text)
    assert study_type(record, read(record, ASTHMA)).value == "Case series"


def test_people_drawn_by_lot_were_randomised_and_the_words_are_quoted():
    record = make_record("Wheeze in adults", TOLD["RCT"])
    reading = read(record, ASTHMA)
    assert reading.design.randomised is True
    assert reading.quote("design.randomised").text == "drew lots"


def test_a_sample_not_drawn_at_random_makes_no_trial():
    text = "Methods: A survey of a non-randomised sample of 374 patients with asthma was made."
    record = make_record("Wheeze in adults", text)
    assert study_type(record, read(record, ASTHMA)).value == "Cross-sectional"


def test_a_text_of_few_words_is_like_nothing():
    assert likeness("Wheeze", "We saw it.") == {}


def test_likeness_lies_between_its_bounds():
    found = likeness("Wheeze in mice", TOLD["Animal"] * 3)
    assert all(0 <= value <= MOST for value in found.values())


def test_a_trial_scores_above_both_points_and_a_case_below():
    scores = {}
    for kind in ("RCT", "Case report"):
        record = make_record("Wheeze in adults", TOLD[kind])
        scores[kind] = trial_score(record, read(record, ASTHMA))
    assert scores["Case report"] < SENSITIVE < PRECISE < scores["RCT"]


def test_the_words_say_the_same_whatever_was_given_or_measured():
    text = (
        "Sixty adults were allocated by computer to {0} or to a waiting list, and {0} was given "
        "for ten weeks. At the end {1} had fallen by 4 points in one arm and 2 in the other."
    )
    first = likeness("A trial of pacing", text.format("pacing", "cytokine levels"))
    second = likeness("A trial of acupuncture", text.format("acupuncture", "depression scores"))
    assert first == second


def test_what_a_title_calls_itself_outweighs_what_its_words_are_like() -> None:
    record = make_record(
        title="Breathing one year after dust: a community-based cross-sectional study",
        abstract="We asked 12,789 adults one year after they had been exposed to dust whether "
        "they wheezed. Those with lasting wheeze had weaker muscles than those without.",
    )
    assert study_type(record, read(record, ASTHMA)).value == "Cross-sectional"


def test_words_alone_do_not_make_a_study_of_people_one_of_cells() -> None:
    record = make_record(
        title="Reduced immune response to dust in elderly patients after six months",
        abstract="Memory B cells, T cells and neutralizing antibodies were measured by flow "
        "cytometry. Memory B cells decreased in the elderly and rose in the middle-aged. After "
        "peptide stimulation the cells proliferated less.",
    )
    assert study_type(record, read(record, ASTHMA)).value not in ("In vitro", "Animal")


def test_interviews_in_a_trial_are_no_trial() -> None:
    record = make_record(
        title="How participants in a double-blind, placebo-controlled trial of inhalers lived with "
        "not knowing",
        abstract="While the randomised trial was running, 23 adults were visited at home. "
        "Transcripts were read line by line and grouped by constant comparison. Some felt guilt "
        "at the thought of having had placebo.",
    )
    assert study_type(record, read(record, ASTHMA)).value == "Qualitative"


CALLED = {
    "Cohort": (
        "Wheeze after pneumonia",
        "METHODS: We conducted a longitudinal study of 60 people at three and six months after "
        "pneumonia, and of 40 healthy controls. RESULTS: Wheeze was higher than in controls.",
    ),
    "Cross-sectional": (
        "Wheeze and sleep in a new clinic",
        "In this prospective observational study new patients completed questionnaires at their "
        "first clinic visit. Among 41 patients, wheeze was associated with poor sleep.",
    ),
    "Case report": (
        "Asthma: a long road ahead. A case report with literature review",
        "Asthma burdens many. A case of a previously healthy woman with asthma is presented here "
        "and mechanisms of the illness are discussed.",
    ),
    "Commentary": (
        "How rehabilitation may help in asthma",
        "We have read with interest the paper by Li and colleagues on asthma. Rehabilitation was "
        "left out of it. It deserves a place in every clinic, as the illness lasts long.",
    ),
    "Non-randomised trial": (
        "Feasibility and utility of the Airway Protocol for the treatment of wheeze",
        "METHODS: 12 patients with asthma received the protocol through 8 online sessions. "
        "RESULTS: All completed the sessions. Wheeze improved significantly (p = 0.02).",
    ),
    "Genetic association": (
        "Regulators of asthma: a genome-wide association study meta-analysis",
        "We conducted a genome-wide association study of asthma across three studies of 1,815 "
        "cases and 5,008 controls. Fixed-effects meta-analysis gave two loci.",
    ),
    "Systematic review": (
        "Is there an animal model of asthma?",
        "Animal models are needed. Our review assessed and summarized 81 studies from 1979 "
        "manuscripts. Several animal models are suitable, none of them replicates all of asthma.",
    ),
}


@pytest.mark.parametrize("kind", CALLED)
def test_what_a_paper_says_it_did_outranks_what_its_words_hint_at(kind):
    record = make_record(*CALLED[kind])
    assert study_type(record, read(record, ASTHMA)).value == kind


def test_a_hyphen_set_as_another_sign_is_read_and_quoted_as_it_stands():
    record = make_record(
        "Wheeze in nurses", "We conducted a cross\u2010sectional study of 90 nurses."
    )
    grade = study_type(record, read(record, ASTHMA))
    assert grade.value == "Cross-sectional"
    assert any(b.quote and "cross\u2010sectional" in b.quote.text for b in grade.because)

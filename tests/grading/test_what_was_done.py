"""A study is of the kind of what it did, whatever single words of another kind stand in it."""

from __future__ import annotations

import pytest

from evidence_atlas.grading.study_type import study_type
from evidence_atlas.reading import read

from .builders import ASTHMA, make_record

MODEL = (
    "Machine learning told {n} groups of patients with asthma apart. A deep neural network was "
    "trained and its algorithm picked the variables. "
)


def kind(title, text):
    record = make_record(title, text)
    return study_type(record, read(record, ASTHMA)).value


def test_whose_blood_was_taken_was_not_worked_out_by_computer():
    title = "Multi-omics modeling of asthma"
    own = "METHODS: Blood samples were collected from 60 patients with asthma and sequenced. "
    assert kind(title, own + MODEL.format(n="two")) != "Computational"
    found = "METHODS: Publicly available data sets of blood samples were analysed again. "
    assert kind(title, found + MODEL.format(n="two")) == "Computational"


def test_cells_that_stand_for_an_illness_are_simulated_by_no_computer():
    title = "Less iron in a cell model simulating asthma with two plant extracts"
    text = (
        "Cells of the line 293T infected by a harmless virus were used in this study. After the "
        "infection iron piled up in the cells. Both extracts lowered it in the cells. "
    )
    assert kind(title, text) == "In vitro"
    assert kind("Simulating the spread of asthma", "The model was simulated. ") == "Computational"


def test_a_list_that_people_ranked_is_nobodys_account():
    title = "Questions on asthma that matter: a shared agenda"
    asked = (
        "We conducted two online surveys with purposive sampling. In the first, people named "
        "questions of concern. In the second they ranked a list of 40 questions. "
    )
    ranked = "Nine questions were placed among the first ten by half of those who answered."
    assert kind(title, asked + ranked) == "Cross-sectional"
    talked = (
        "Semi-structured interviews were held with 20 people. Transcripts were analysed by "
        "themes. Participants described living with wheeze and being disbelieved."
    )
    assert kind("Living with asthma: a qualitative study", talked) == "Qualitative"


def test_odds_beside_talks_are_more_than_accounts():
    text = (
        "METHODS: Regression models were applied to survey data from 9,000 participants with "
        "asthma. Interviews with 12 of them were analysed by themes. RESULTS: Participants with "
        "wheeze had higher odds of leaving work (OR 2.1, 95% CI 1.8 to 2.4)."
    )
    assert kind("Asthma and work: a mixed-methods study", text) != "Qualitative"


def test_cells_of_people_are_no_animals_though_mice_stand_in_the_background():
    text = (
        "BACKGROUND: In a mouse model of asthma a pathway is quiet. METHODS: Human airway cells "
        "derived from induced pluripotent stem cells were infected in vitro. RESULTS: Transcripts "
        "of two receptors fell in the infected cells."
    )
    assert kind("Dust changes a pathway in airway cells", text) == "In vitro"


def test_agreeing_on_what_to_record_is_no_advice():
    text = (
        "METHODS: A Delphi process of three online rounds was held to choose survey items for a "
        "registry. A panel of 40 experts took part. RESULTS: Of 120 items 30 reached consensus."
    )
    assert kind("Developing a minimum dataset for an asthma registry: a Delphi study", text) == (
        "Methods"
    )


@pytest.mark.parametrize(
    "said",
    [
        "The hypothesis described here proposes that mast cells never rest.",
        "This proposal aims to explain asthma by variants of one receptor.",
    ],
)
def test_an_idea_of_the_authors_is_a_hypothesis(said):
    text = f"Asthma is common. {said} It could be tested in twins, and may explain wheeze at night."
    assert kind("Mast cells in asthma", text) == "Hypothesis"


def test_symptoms_at_intake_are_those_of_one_time():
    text = (
        "METHODS: In this retrospective study we reviewed the data of 250 patients of an asthma "
        "clinic. The frequency of 40 symptoms reported at intake was determined. RESULTS: Cough "
        "was the most frequent symptom (80%)."
    )
    assert kind("The faces of asthma: symptoms of children at a clinic", text) == "Cross-sectional"


def test_a_variant_of_a_virus_is_none_of_peoples_genes():
    text = (
        "METHODS: Adults with asthma filled in a scale before the wave and again during it. "
        "RESULTS: Distress rose from 6 to 9 points."
    )
    title = "Distress in asthma before and during the Omicron variant in a city: a questionnaire"
    assert kind(title, text) == "Cohort"

"""A page tells no trait of those who took part and no method as what was found."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.empty_results import had_besides

from .pages import page, record_of, section

GLANCE = "study_at_a_glance"
TITLE = "Knitting after influenza: a cohort study"
METHODS = "METHODS: We followed 222 adults after influenza for a year. RESULTS: "
FOUND = "Knitting was slower in adults with influenza than in adults without influenza. "


def quick(results: str, title: str = TITLE) -> str:
    return " ".join(section(page(title, METHODS + results), "quick_summary"))


@pytest.mark.parametrize(
    "trait",
    [
        "Somatic comorbidities, mainly metabolic disorders, were reported in 71.2% of cases. ",
        "Of the adults, 30.6% had an underlying medical condition. ",
    ],
)
def test_what_people_had_besides_and_where_they_were_seen_is_no_finding_in_quick(trait):
    told = quick(trait + FOUND, "Predictors of knitting after influenza: a cohort study")
    assert "comorbid" not in told and "other illnesses" not in told
    assert "medical condition" not in told


def test_a_title_that_asks_for_them_is_answered():
    told = quick(
        "Comorbidities were reported in 71.2% of cases.",
        "Comorbidities of knitters after influenza: a cohort study",
    )
    assert "71.2%" in told


def test_how_people_were_found_is_no_finding():
    told = page(
        TITLE,
        METHODS
        + "We identified people with gout using ICD-10 codes, leaving out knitters. "
        + FOUND,
    )
    assert "codes" not in " ".join(section(told, "observed_findings"))


def test_where_people_were_seen_is_what_they_had_besides():
    record = record_of("Knitting after influenza", "Some knitted.")
    seen = "The distribution of patients across care settings was as follows: 51% outpatients."
    assert had_besides(record, seen)
    assert not had_besides(record, "The distribution of pain across patients was even.")


def test_people_of_a_survey_were_not_followed():
    told = page(
        "Needs of the first cohort of knitters after influenza",
        "METHODS: In this survey, needs of 280 knitters were obtained using a questionnaire. "
        "RESULTS: A total of 280 knitters, mainly over 51 years of age, were included. The main "
        "needs were wool (60%), needles (50%) and patience (40%).",
    )
    assert "followed" not in section(told, "quick_summary")[0]


def test_the_label_of_a_part_is_not_that_of_all():
    told = page(
        "Wool in myalgic encephalomyelitis and fibromyalgia",
        "Myalgic encephalomyelitis (ME) and fibromyalgia (FM) overlap. In this cross-sectional "
        "study, wool levels were measured in 250 patients (FM = 47; ME = 99; ME + FM = 104) and "
        "54 healthy controls. Results showed that wool was longer in ME than in FM.",
    )
    assert not any(line.startswith("250 people with") for line in section(told, GLANCE))


def test_what_people_said_themselves_is_said_of_the_illness_that_they_said():
    told = page(
        "Long COVID in COVID-19 hospitalized patients: a survey",
        "AIM: To estimate how frequent a self-reported diagnosis is among COVID-19 patients "
        "hospitalized in six towns. METHODS: We asked 840 adults hospitalized with COVID-19. "
        "RESULTS: Of them, 39% reported long COVID. The most frequent symptom was fatigue.",
    )
    assert not any("a doctor had found COVID-19" in s for s in section(told, "does_not_prove"))


@pytest.mark.parametrize("which", ["acute", "Omicron", "second"])
def test_an_infection_that_is_named_more_closely_is_not_another_one(which):
    told = page(
        TITLE,
        f"{METHODS}Knitting was slower in adults with {which} reinfection than in adults without.",
    )
    assert f"{which} another" not in " ".join(s.text for s in told.statements())

"""Which definition selected the people, which was only spoken of, and what was asked of them."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Dates, PubDate, Reading, Record

MECFS = load("mecfs")


def reading(abstract: str, title: str = "A study in ME/CFS", year: int = 2018) -> Reading:
    record = Record(
        source="test", raw_hash="", title=title, abstract=(AbstractSection(text=abstract),),
        abstract_kind="original", dates=Dates(published=PubDate(year=year)),
    )  # fmt: skip
    return read(record, MECFS)


USED = [
    ("Each had been diagnosed along the lines drawn up by Ramsay in 1986.", "Ramsay 1986"),
    ("We tested 20 women (n = 20; Holmes et al. criteria).", "Holmes 1988"),
    ("We studied 30 adults selected by the Australian case definition.", "Australia 1990"),
    ("A diagnosis of CFS according to Sharpe et al. (1991) was made in 40 men.", "Oxford 1991"),
    ("Ten adults diagnosed using the London criteria had sessions.", "London"),
    ("We took 12 patients meeting the criteria of Fukuda and co-workers.", "Fukuda 1994"),
    ("Fifteen women with ME/CFS (CCC) rode a bicycle.", "Canadian 2003 (CCC)"),
    ("We included 40 people who satisfied the empirical definition of Reeves.", "Reeves 2005"),
    ("Blood of 40 patients fulfilling the revised Canadian criteria was used.",
     "Revised Canadian 2010"),
    ("Thirty patients (ICC 2011) gave blood.", "ICC 2011"),
    ("To enter, a person had to fulfil the 2015 criteria issued by the Institute of Medicine.",
     "IOM 2015"),
    ("We audited 210 patients diagnosed with the NICE 2021 criteria (NG206).", "NICE 2021"),
    ("Adults diagnosed in line with NICE guideline CG53 took part.", "NICE 2007"),
    ("We counted 900 people given the code G93.3.", "ICD code"),
    ("We asked 80 people who said that they had ME/CFS.", "self-report"),
    ("We traced 36 people in whom a hospital specialist had made the diagnosis.",
     "clinician diagnosis"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), USED)
def test_a_definition_that_selected_people_is_found_however_it_is_said(
    sentence: str, name: str
) -> None:
    assert reading(f"METHODS: {sentence}\nRESULTS: Grip was weaker.").case_definitions == (name,)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Oxford criteria should be retired.",
        "Earlier trials chose patients by the Oxford criteria.",
        "One third of doctors could name the Fukuda criteria.",
        "Twenty nurses were interviewed about the NICE 2021 guideline on ME/CFS.",
        "People who met the Fukuda criteria were excluded.",
        "Patients did not meet the Canadian Consensus Criteria.",
        "The intraclass correlation (ICC) was 0.91 in 40 people.",
        "Patients completed the Holmes and Rahe list.",
    ],
)
def test_a_definition_that_is_only_spoken_of_selected_nobody(sentence: str) -> None:
    assert reading(f"METHODS: {sentence}\nRESULTS: Grip was weaker.").case_definitions == ()


@pytest.mark.parametrize(
    ("sentence", "joined", "by"),
    [
        ("Patients met the Fukuda or the Canadian criteria.", "or", "mixed"),
        ("Patients met both the Fukuda and the Canadian criteria.", "and", "required"),
        ("Patients met the CCC or the ICC definition.", "or", "required"),
        ("Patients met the Oxford or the Fukuda criteria.", "or", "absent"),
        ("Patients satisfied at least one of the Fukuda definition and the Canadian criteria.",
         "or", "mixed"),
    ],
)  # fmt: skip
def test_either_and_both_are_kept_apart(sentence: str, joined: str, by: str) -> None:
    found = reading(f"METHODS: {sentence}\nRESULTS: Grip was weaker.")
    assert found.definitions_joined_by == joined
    assert found.criterion.by_definition == by


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Patients met the Fukuda criteria; post-exertional malaise had to be present.",
         "added_as_inclusion"),
        ("Only those who confirmed post-exertional symptom exacerbation were enrolled.",
         "added_as_inclusion"),
        ("People with post-exertional malaise were not admitted.", "excluded"),
        ("Post-exertional malaise was scored for three days in 20 patients.", "measured_only"),
        ("Twenty patients kept a diary of sleep.", "not_stated"),
    ],
)  # fmt: skip
def test_what_a_study_did_with_the_criterion(sentence: str, value: str) -> None:
    found = reading(f"METHODS: {sentence}\nRESULTS: Sleep was poor.")
    assert found.criterion.by_study == value


def test_people_who_were_only_an_example_did_not_take_part() -> None:
    text = "METHODS: We tested 30 people with long COVID.\nRESULTS: Grip was weak.\nCONCLUSIONS: "
    found = reading(text + "This may help in ME/CFS too.", title="Grip in long COVID")
    assert found.quote("people_with_illness") is None


def test_a_group_that_bears_the_name_took_part() -> None:
    text = "METHODS: We tested matched groups with fibromyalgia and chronic fatigue syndrome."
    assert reading(text, title="Mood in fibromyalgia").quote("people_with_illness") is not None

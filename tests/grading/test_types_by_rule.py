"""Rules of the study type, each in several texts, some of which it must leave alone."""

from __future__ import annotations

import pytest

from evidence_atlas.grading.study_type import study_type
from evidence_atlas.reading import read

from .builders import ASTHMA, make_record

DONE = "Results: Wheeze improved significantly with the first (P = 0.03). Conclusions: "
# What is concluded looks ahead; a plan tells of no results.
A_PROTOCOL_OF_CARE = {
    "Wheeze in agonist and antagonist protocol": "Methods: This study was performed on 136 adults "
    f"with asthma who were randomly allocated to two groups. {DONE}The second will be an option.",
    "A short against a long steroid protocol": "Methods: Eighty adults with asthma were randomised "
    f"to five days or ten days of steroids. {DONE}Larger trials will be needed.",
    "Breath training by a new protocol": "Methods: Sixty adults with asthma were assigned at "
    f"random to training or a leaflet. {DONE}Training shall be offered to more people.",
}
A_PLAN = {
    "Breath training for asthma: study protocol": "Methods: Sixty adults with asthma will be "
    "randomised to training or a leaflet. Wheeze will be measured at twelve weeks.",
    "Steroids in asthma: protocol of a randomised trial": "Methods: We will recruit 200 adults. "
    "Results: Findings are expected to be significant in 2027.",
}
CHARTS = (
    "A retrospective chart review examined operations in children with asthma between 2007 and "
    "2016. Data from 67 children were included. Reports held a range of descriptors.",
    "Medical records of adults with asthma were reviewed. Of 120 adults, 44 had been admitted.",
)
GERMS = {
    "Virus isolation and propagation from adults with asthma": "Here, we report the isolation "
    "of the virus from swabs of two adults. It grew in two of four kinds of cells, and plaque "
    "assays were read on day 5.",
    "Isolation of a new rhinovirus strain": "Swabs were put on cells, and plaque assays were read "
    "after five days. The strain grew in two of four kinds of cells.",
}
NO_GERMS = (
    ("Isolation of people with asthma during the pandemic: a survey", "Of 900 respondents with "
     "asthma, 300 felt lonely in isolation."),
    ("Social isolation of adults with asthma: a cross-sectional study", "We asked 200 adults "
     "with asthma about isolation. Loneliness went with wheeze."),
)  # fmt: skip


def kind(title: str, text: str) -> str | None:
    record = make_record(title, text)
    return study_type(record, read(record, ASTHMA)).value


@pytest.mark.parametrize("title", A_PROTOCOL_OF_CARE)
def test_what_was_tried_is_no_plan_however_its_protocol_is_called(title):
    assert kind(title, A_PROTOCOL_OF_CARE[title]) == "RCT"


@pytest.mark.parametrize("title", A_PLAN)
def test_a_plan_stays_a_plan(title):
    assert kind(title, A_PLAN[title]) == "Protocol"


@pytest.mark.parametrize("text", CHARTS)
def test_charts_gone_through_afterwards_make_a_cohort_or_a_series(text):
    assert kind("Operations before a new programme for asthma", text) in ("Cohort", "Case series")


@pytest.mark.parametrize("title", GERMS)
def test_germs_grown_in_the_laboratory_are_no_study_of_people(title):
    assert kind(title, GERMS[title]) == "In vitro"


@pytest.mark.parametrize(("title", "text"), NO_GERMS)
def test_people_who_stay_apart_are_no_germs(title, text):
    assert kind(title, text) == "Cross-sectional"


def test_a_few_patients_told_by_those_who_treated_them_were_not_worked_out_by_computer():
    title = "3D printing for the airways of people with asthma"
    text = (
        "We report twenty cases of asthma with planning done by shaping a tube on a 3D printed "
        "mould obtained from a scan. Printing took a mean of 385 minutes. In one case a scan "
        "showed partial contact. In the remaining cases the contact was complete."
    )
    assert kind(title, text) in ("Case series", "Methods")

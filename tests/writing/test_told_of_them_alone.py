"""What is told of all who took part is true of all of them; of some, a page says so."""

from __future__ import annotations

import pytest

from evidence_atlas.reading import read
from evidence_atlas.writing.brief.widened import may_be_widened

from .pages import MECFS, page, page_that_passes, record_of, row, section, told_in

NOT_ALL = "not everyone who took part had"


def illness_row(title: str, abstract: str) -> str:
    return row(page(title, abstract), "Illness, as named")


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        # One illness or another in its place.
        (
            "Sewing at home: views",
            "AIM: To understand how older people with gut disease or long COVID see sewing. "
            "METHODS: Semi-structured interviews with 17 people who had sewn were analysed. "
            "RESULTS: Three themes were found.",
        ),
        # A title that compares several illnesses.
        (
            "Risk of wheeze among adults: a comparison of long COVID, gout, and asthma",
            "METHODS: This retrospective cohort study looked at 1,200 adults seen at a clinic. "
            "RESULTS: Wheeze was more frequent in gout.",
        ),
        # The wider public.
        (
            "Sewing and long COVID",
            "METHODS: In this population-based cohort study 9,200 adults answered questions on "
            "long COVID and sewing. RESULTS: Long COVID was associated with slower sewing.",
        ),
        # So many of all those counted.
        (
            "Sewing and long COVID among nurses: a cross-sectional survey",
            "METHODS: We surveyed nurses. RESULTS: Among 903 eligible nurses, 258 (28.6%) reported "
            "experiencing long COVID with a mean duration of 5 months. Sewing was slow.",
        ),
        (
            "Long COVID in nurses: a cross-sectional survey",
            "METHODS: We surveyed 903 nurses. RESULTS: Long COVID was identified in 28.6% of "
            "participants. Sewing was slow.",
        ),
        # People with it and without.
        (
            "Costs among people with and without long COVID",
            "METHODS: This retrospective cohort study used data of 1,600 adults. RESULTS: Adults "
            "with long COVID had higher costs.",
        ),
        # People who never had what comes before it.
        (
            "The long-term effects of COVID-19 on sewing",
            "AIM: To investigate the long-term effects of COVID-19 on sewing. METHODS: This "
            "cross-sectional study asked 224 adults, of a COVID-19 positive group and a COVID-19 "
            "naïve group. RESULTS: Sewing was slow in both groups.",
        ),
    ],
)
def test_an_illness_of_some_is_not_told_as_one_of_all(title: str, abstract: str) -> None:
    assert NOT_ALL in illness_row(title, abstract)


def test_an_illness_of_all_stays_one_of_all() -> None:
    told = illness_row(
        "Hospital care for patients with long COVID",
        "METHODS: This retrospective cohort study used records of patients with long COVID. "
        "RESULTS: 561 out of 627 (89%) patients diagnosed with long COVID had been seen again.",
    )
    assert "long COVID" in told
    assert NOT_ALL not in told


def test_an_illness_on_which_a_title_may_bear_is_not_the_illness_studied() -> None:
    told = illness_row(
        "Immune response to vaccines in kidney disease and potential correlation with long COVID: "
        "a systematic review",
        "AIM: To identify changes in the immune response. METHODS: Databases were searched. "
        "RESULTS: 31 studies were found. Antibodies were lower.",
    )
    assert "long COVID" not in told


@pytest.mark.parametrize(
    "result",
    [
        "Asthma risk was significantly higher for women OR 1.7 (95% CI: 1.2-2.5), people with "
        "gout 2.2 (95% CI: 1.6-3.1) and those who smoke 2.3 (95% CI: 1.3-4.2).",
        "Elderly asthmatic individuals had a significantly higher share of dying cells compared to "
        "controls, particularly within the T-cell subsets.",
        "Asthma patients with severe wheeze had significantly more pain when compared to patients "
        "without wheeze.",
    ],
)
def test_who_is_set_beside_all_others_is_no_part_found_later(result: str) -> None:
    text = (
        "AIM: To study sewing in elderly asthmatic individuals. METHODS: In a cross-sectional "
        f"study we asked adults. RESULTS: {result}"
    )
    found = read(record_of("A study of asthma", text), MECFS)
    assert any(r.scope == "subgroup" for r in found.results)
    assert not any(may_be_widened(r, found) for r in found.results)


def test_those_whom_the_aim_names_in_other_forms_are_no_part_found_later() -> None:
    text = (
        "AIM: To see whether severe wheeze in adults with asthma goes with pain. METHODS: In a "
        "cross-sectional study we asked adults. RESULTS: In severely wheezing patients, pain was "
        "significantly higher."
    )
    found = read(record_of("A study of asthma", text), MECFS)
    assert any(r.scope == "subgroup" for r in found.results)
    assert not any(may_be_widened(r, found) for r in found.results)


HARMS = (
    "Sixty adults with asthma were randomised into three groups: placebo, yoga, and yoga with "
    "Salvene. RESULTS: Wheeze fell more with yoga. {} supplementation did not add anything but "
    "was safe and well tolerated."
)


def test_harms_of_one_treatment_are_told_as_of_this_one() -> None:
    made = page_that_passes("Yoga for asthma: a randomised trial", HARMS.format("Salvene"))
    assert "On harms of Salvene, the authors write only" in told_in(made, "quick_summary")


def test_an_illness_of_the_mind_that_a_drug_brought_on_is_not_withheld() -> None:
    made = page_that_passes(
        "Steroids for asthma: a case report",
        "We report the case of a 40-year-old man with asthma. Steroid therapy with prednisolone, "
        "an agent with strong activity, resulted in a manic episode, necessitating psychiatric "
        "hospitalization. He recovered.",
    )
    told = told_in(made, "quick_summary")
    assert "manic episode" in told
    assert "not restated" not in told


def test_nobody_left_who_is_told_to_have_gone_through_with_it() -> None:
    made = page(
        "Yoga for asthma: a pilot study",
        "METHODS: 12 adults with asthma received yoga through 8 online sessions. RESULTS: All "
        "participants completed the yoga program. However, adherence to the measuring was lower, "
        "with a 33% dropout rate at the 6-month follow-up. Wheeze fell.",
    )
    assert "33% left early" not in " ".join(s.text for s in made.statements())


def test_two_of_three_arms_are_not_told_as_all() -> None:
    made = page(
        "Smell training for asthma: design of a randomized trial",
        "METHODS: This protocol is of a randomized trial. Adults with asthma (N = 180) will be "
        "recruited and randomized to receive smell training, placebo smell training (PBO), or "
        "current-enhanced smell training daily for 12 weeks.",
    )
    assert "smell training or a dummy" not in told_in(made, "quick_summary")


def test_what_somebody_said_in_a_title_is_not_what_the_study_was_about() -> None:
    made = page(
        '"Have you ever thought that it could be burnout?"-stigma of asthma',
        "METHODS: In a cross-sectional study we asked 200 adults with asthma. RESULTS: Of the "
        "adults, 83% felt looked down on.",
    )
    assert "work" not in section(made, "quick_summary")[0]


def test_one_of_several_groups_of_a_size_is_not_told_for_all_that_were_compared() -> None:
    made = page(
        "Sewing in long COVID: a comparison",
        "METHODS: A total of 105 participants were equally divided into three groups "
        "(n = 35 each): long COVID, recovered, and healthy. RESULTS: Adults with long "
        "COVID sewed more slowly than the control group.",
    )
    assert "35 people without it" not in " ".join(s.text for s in made.statements())


def test_what_was_measured_in_a_few_is_not_carried_elsewhere_as_of_all() -> None:
    made = page(
        "Neutrophil function in children with asthma",
        "METHODS: We studied 129 children with asthma and 40 healthy children. Functions of "
        "neutrophils obtained from the blood of 29 asthma and 17 healthy children were measured. "
        "RESULTS: Neutrophil function was lower in children with asthma than in healthy children.",
    )
    assert not section(made, "fair_to_say")


def test_an_idea_of_the_authors_is_no_observed_finding() -> None:
    made = page(
        "A four-step treatment of asthma",
        "BACKGROUND: This article proposes steps. METHODS: A narrative synthesis of literature was "
        "made. RESULTS: Leaving out steps may reduce the gain. CONCLUSIONS: This hypothesis driven "
        "framework outlines a way.",
    )
    assert "Leaving out" not in told_in(made, "observed_findings")
    assert "leaving out" not in told_in(made, "observed_findings")

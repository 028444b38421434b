"""A page says of people, of care and of how a study was made only what was said of just these."""

from __future__ import annotations

import pytest

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.writing import summarise
from evidence_atlas.writing.material import Material
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.sections.near_the_main import near_the_main

from .pages import MECFS, page_that_passes, record_of, row, section, told_in


@pytest.mark.parametrize(
    "told",
    [
        "Of 840 adults, 310 (37%) report a positive COVID-19 test, while 530 (63%) report a "
        "negative result.",
        "Long COVID was asked for by positive vs negative swab test.",
    ],
)
def test_the_row_on_the_illness_says_where_some_never_had_the_first(told):
    made = page_that_passes(
        "Knitting and long COVID in six towns: a survey",
        f"METHODS: We asked 840 adults in six towns. {told} RESULTS: Knitting was slower in older "
        "adults.",
    )
    assert row(made, "Illness, as named").endswith("; not everyone who took part had it")


def test_the_row_says_where_the_title_looks_for_one_illness_in_people_with_another():
    made = page_that_passes(
        "Ginger tea prevents long COVID in people with asthma",
        "METHODS: A retrospective cohort study compared 4,100 adults with asthma who drank ginger "
        "tea with 4,100 matched controls who did not. RESULTS: Ginger tea was associated with a "
        "lower risk of long COVID (HR 0.85).",
    )
    assert (
        row(made, "Illness, as named")
        == "asthma and long COVID; not everyone who took part had both"
    )


def test_people_whom_nobody_counts_are_not_given_the_illness_that_may_follow():
    made = page_that_passes(
        "Long COVID and trouble in daily life in adults: a survey",
        "BACKGROUND: Individuals living with long COVID have trouble in daily life. METHODS: This "
        "cross-sectional study used data of a survey, which asked adults who had COVID-19. "
        "RESULTS: Adults with more cough had more trouble in daily life.",
    )
    assert "with long COVID" not in section(made, "quick_summary")[0]


def test_the_age_of_some_of_those_counted_is_not_told_of_all():
    made = page_that_passes(
        "Knitting after COVID-19 in millers: a cohort study",
        "METHODS: We followed millers. RESULTS: Among 945 millers, 163 had a documented COVID-19, "
        "with a median age of 55 years. Knitting was slower in older millers.",
    )
    assert "55" not in told_in(made, "study_at_a_glance")


def test_the_first_of_several_countries_is_not_told_for_all():
    made = page_that_passes(
        "Long COVID in rich and poor countries",
        "METHODS: We enrolled 6,528 adult patients with mild COVID-19 in Chile, Peru, Cuba, Nepal "
        "and Kenya. RESULTS: Long COVID was more frequent in older adults.",
    )
    assert "in Chile" not in told_in(made, "study_at_a_glance")


def test_a_score_by_the_population_makes_no_people_of_the_public():
    made = page_that_passes(
        "Cough and long COVID: a cross-sectional study",
        "METHODS: In this cross-sectional study 249 patients with long COVID filled in a "
        "form, from which a population-based t-score was made. RESULTS: More cough was "
        "associated with worse sleep.",
    )
    assert "wider public" not in told_in(made, "strengths")


def test_specialist_care_is_not_the_care_that_people_get_anyway():
    made = page_that_passes(
        "Care in long COVID: a survey",
        "METHODS: We asked 433 people with long COVID. RESULTS: Living in a village was associated "
        "with more unmet needs related to specialist care.",
    )
    assert "get anyway" not in " ".join(s.text for s in made.statements())


def test_what_was_begun_and_who_was_matched_are_no_findings():
    made = page_that_passes(
        "Ginger in long COVID: a cohort study",
        "METHODS: We followed 120 adults with long COVID. RESULTS: Among adults with cough, "
        "treatment with ginger tea was initiated. An equal number of adults without influenza were "
        "identified. Cough was associated with worse sleep.",
    )
    told = told_in(made, "observed_findings")
    assert "initiated" not in told and "equal number" not in told
    assert "worse sleep" in told


def test_those_who_expired_died_and_what_is_demonstrated_by_figures_is_shown():
    made = page_that_passes(
        "Long COVID in millers: a cohort study",
        "METHODS: We followed 320 patients with long COVID. RESULTS: In total, 44 (14%) patients "
        "expired during the study period. Lung function was lower in millers than in bakers, as "
        "demonstrated by the shorter walk. Female participants reported more cough.",
    )
    told = told_in(made, "observed_findings")
    assert "patients died during" in told
    assert "as shown by the shorter walk" in told
    assert "Female people" not in told


def test_a_case_tells_what_the_person_came_down_with():
    made = page_that_passes(
        "A case report of long COVID and inflammation of the ear",
        "CASE SUMMARY: A 74-year-old man was admitted with COVID-19. A few months later, he "
        "developed inflammation of the ear that led to deafness. He had a test of hearing.",
        ("Case Reports",),
    )
    assert "of the ear that led to deafness" in told_in(made, "quick_summary")


def test_an_aim_ends_before_what_was_done_for_it():
    made = page_that_passes(
        "Three-month outcomes in people with long COVID",
        "Over 36 million people have had COVID-19. Many may be left with cough. Cough has been "
        "reported in earlier epidemics but its later course is unknown. To characterize the course "
        "of cough after COVID-19 we followed a cohort of patients with long COVID and assessed "
        "them at three months.",
    )
    assert "may be left" not in " ".join(s.text for s in made.statements())
    assert told_in(made, "why_it_matters") == (
        "The authors set out to characterize the course of cough after COVID-19."
    )


def test_a_side_finding_that_quick_leaves_out_is_not_what_a_study_is_known_for():
    record = record_of(
        "Lasting hoarseness and knitting in long COVID: a survey",
        "METHODS: We asked 376 people with long COVID. RESULTS: Knitting was associated with "
        "lasting hoarseness (OR 2.1, p < 0.01). Wheeze was similar in men and women. CONCLUSIONS: "
        "Knitting is associated with lasting hoarseness in long COVID.",
    )
    reading = read(record, MECFS)
    grades = grade(record, reading, MECFS)
    m = Material("s", summarise(record, reading, grades), record, reading, grades, (), {}, MECFS)
    main, side = (Said(r.text, (), about=(f"results.{i}",)) for i, r in enumerate(reading.results))
    assert near_the_main(m, [side], [main]) == []
    assert near_the_main(m, [side], [main, side]) == [side]
    assert near_the_main(m, [main], [side]) == [main]


def test_people_whom_nobody_counts_are_told_as_what_they_were():
    made = page_that_passes(
        "Long COVID and knitting: a cross-sectional study",
        "METHODS: Children answered questions on knitting. RESULTS: Children in the long COVID "
        "group had slower knitting than children in the no long COVID group.",
    )
    assert section(made, "quick_summary")[0].startswith("This study looked at children.")

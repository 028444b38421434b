"""Quick tells what the title or the aim of a study asks for by name, with its figure."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.quick.foremost_told import of_who_took_part
from evidence_atlas.writing.sentences.among_others import among_others

from .pages import quick_of

BAKERS = (
    "BACKGROUND: Flour dust may harm the lungs. {aim} METHODS: We asked 812 bakers about their "
    "health. RESULTS: {results} CONCLUSIONS: {concluded}"
)


def told(results: str, title: str, aim: str = "", concluded: str = "Ovens matter.") -> str:
    return " ".join(quick_of(BAKERS.format(results=results, aim=aim, concluded=concluded), title))


@pytest.mark.parametrize(
    ("title", "aim"),
    [
        ("Prevalence and predictors of wheeze in bakers", ""),
        ("Wheeze and its burden in bakers", "The aim was to estimate the prevalence of wheeze."),
    ],
)
def test_how_many_have_it_is_told_where_a_study_asks_for_it(title: str, aim: str) -> None:
    results = (
        "Town bakers had a lower prevalence of wheeze compared to other bakers. The prevalence of "
        "wheeze was found to be 31.4%. Rye was baked in all towns."
    )
    assert "31.4%" in told(results, title, aim)


@pytest.mark.parametrize(
    ("title", "aim"),
    [
        ("Symptoms of asthma in bakers", ""),
        ("Asthma in bakers: clinical insights from a town", ""),
        ("Asthma in bakers", "We aimed to describe the clinical profile of asthma in bakers."),
    ],
)
def test_which_symptoms_there_were_is_told_where_a_study_asks_for_them(
    title: str, aim: str
) -> None:
    results = (
        "We found an association between old ovens and time since the first symptom. "
        "Wheeze, a cough and sore eyes were the most common symptoms. "
        "Symptoms were more frequent at night than by day (p = 0.02)."
    )
    quick = told(results, title, aim)
    assert "sore eyes were the most common symptoms" in quick


def test_which_other_illnesses_they_had_is_no_finding() -> None:
    results = "The main comorbidities were gout and hay fever. Wheeze was worse in night bakers."
    quick = told(results, "Wheeze in bakers")
    assert "gout" not in quick
    assert "heeze was worse in night bakers" in quick


def test_what_one_author_found_is_not_told_in_her_own_voice() -> None:
    results = "In fully adjusted models, I find that old ovens predict wheeze at night."
    quick = told(results, "Predictors of wheeze in bakers")
    assert "old ovens predict wheeze" in quick
    assert " I " not in quick


def test_a_count_of_people_keeps_the_share_that_says_how_many_that_is() -> None:
    results = "In total, 97 bakers (13.6%) had wheeze at night."
    quick = told(results, "Prevalence of wheeze in bakers")
    assert "(13.6%) had wheeze" in quick


def test_a_count_that_says_of_how_many_it_is_needs_no_share() -> None:
    quick = told("In all, 203 of 812 bakers (25%) had wheeze.", "Prevalence of wheeze in bakers")
    assert "203 of 812" in quick
    assert "(25%)" not in quick


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Predictors of wheeze included night work, female gender, and old ovens.", False),
        ("Wheeze was associated with night work, female sex and old ovens.", False),
        ("Female bakers reported more wheeze than their sons.", False),
        ("Nearly half met criteria for asthma.", False),
        ("Ten studies were selected, which showed that wheeze was common.", False),
        ("Wheeze was recorded in a sample of which 60% were female.", True),
        ("Ten studies were selected.", True),
        ("Of the bakers, 40 met the criteria.", True),
        ("Overall, 182 bakers reported training and 224 did not.", False),
        ("Overall, 182 respondents reported training and 224 did not.", True),
        ("89 bakers wheezed.", False),
        ("89 patients were followed up for a year.", True),
    ],
)
def test_what_went_with_the_illness_is_a_finding_though_it_names_women(
    sentence: str, who: bool
) -> None:
    assert of_who_took_part(sentence) is who


def test_what_a_review_says_that_its_studies_showed_is_a_finding() -> None:
    results = (
        "Ten studies were selected, which showed that wheeze, a cough and sore eyes were the most "
        "frequent symptoms of asthma. There is a tendency for asthma to go with the age of an oven."
    )
    quick = " ".join(
        quick_of(
            "OBJECTIVE: To map the symptoms of bakers with asthma. METHODS: Databases were "
            f"searched for a scoping review. RESULTS: {results}",
            "Symptoms of asthma in bakers: a scoping review",
        )
    )
    assert "wheeze, a cough and sore eyes were the most" in quick
    assert "were selected" not in quick


def test_how_many_stood_on_either_side_is_no_finding() -> None:
    results = (
        "Overall, 182 respondents (44.8%) reported training and 224 (55.2%) did not. "
        "Sleep was significantly better in bakers who reported training (p < 0.01)."
    )
    quick = told(results, "Sleep of bakers with asthma by reported training")
    assert "did not" not in quick
    assert "leep was" in quick


@pytest.mark.parametrize(
    ("text", "few"),
    [
        ("Traits linked with wheeze included night work, old ovens, damp homes, smoking, rye, and "
         "history of hay fever, eczema, or hives",
         "Traits linked with wheeze included night work, old ovens and damp homes, among others"),
        ("The risk factors for wheeze were: night work, living in the north of the town, old "
         "ovens, catching a cold in each of the six years before the strike and a damp home",
         "The risk factors for wheeze were night work, living in the north of the town and old "
         "ovens, among others"),
        ("The groups were: bakers, millers, a number of people who had never had to work at night "
         "with flour in their lives, farmers and clerks", None),
    ],
)  # fmt: skip
def test_a_list_is_told_by_its_first_members_however_its_last_ones_go_on(
    text: str, few: str | None
) -> None:
    assert among_others(text) == few

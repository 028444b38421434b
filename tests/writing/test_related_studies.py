"""Another study is named as related only where a reader would call it so, and is told fairly."""

from __future__ import annotations

from functools import cache

import pytest
from tests.writing.pages import MECFS, page, record_of, section, told_in

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import FindingFacts, Page, StudyFacts
from evidence_atlas.writing import draft, summarise

COMPARED = (
    "Salivary cortisol was measured in 30 people with ME/CFS and 30 healthy controls. "
    "Cortisol was lower in people with ME/CFS than in healthy controls (p = 0.01)."
)
LOWER = FindingFacts(
    outcome="cortisol", direction="lower", comparison="between_groups", scope="all"
)


def other(**more: object) -> StudyFacts:
    """Another comparison of people with ME/CFS that found cortisol lower."""
    facts = {
        "key": "other", "slug": "poe-2012-cortisol", "label": "Poe 2012", "year": 2012,
        "study_type": "Case-control", "size": 71, "criterion": None, "record_state": None,
        "authors": ("poe",), "measures": ("cortisol",), "condition": "ME/CFS", "findings": (LOWER,),
    }  # fmt: skip
    return StudyFacts(**{**facts, **more})  # type: ignore[arg-type]


@cache
def _made(title: str, abstract: str) -> tuple:
    record = record_of(title, abstract)
    reading = read(record, MECFS)
    grades = grade(record, reading, MECFS)
    return summarise(record, reading, grades), record, reading, grades


def beside(found: StudyFacts, title: str = "Cortisol in ME/CFS", told: str = COMPARED) -> Page:
    return draft("study", *_made(title, told), (), {"other": found}, MECFS)


def test_the_same_measure_of_the_same_illness_in_the_same_kind_of_study_is_related():
    made = beside(other())
    assert section(made, "other_studies") == [
        "Poe 2012, a comparison of patients with others, of 71 people, also studied cortisol."
    ]
    rows = [s.label for s in made.statements() if s.section == "other_studies"]
    assert rows == ["Same measure"]
    assert "Poe 2012" not in told_in(made, "why_it_matters")


@pytest.mark.parametrize(
    "more",
    [
        {"condition": "long COVID"},
        {"study_type": "Cohort"},
        {"study_type": "Case report"},
        {"findings": ()},
        {"interventions": ("hydrocortisone",)},
        {"record_state": "Retracted"},
    ],
)
def test_a_measure_shared_by_unlike_studies_relates_nothing(more: dict[str, object]):
    assert section(beside(other(**more)), "other_studies") == []


def test_what_nearly_every_study_measures_relates_nothing():
    abstract = COMPARED.replace("Salivary cortisol", "Fatigue").replace("Cortisol", "Fatigue")
    tired = other(
        measures=("fatigue",),
        findings=(
            FindingFacts(outcome="fatigue", direction="lower", comparison="between_groups",
                         scope="all"),
        ),
    )  # fmt: skip
    assert section(beside(tired, "Fatigue in ME/CFS", abstract), "other_studies") == []


def test_what_another_study_found_is_left_to_its_own_page():
    """ "Functioning: lower", of a scale on which low is well, would tell the reverse."""
    given = (
        "Forty people with ME/CFS were randomised to yoga or usual care. Pain was lower with yoga."
    )
    functioning = FindingFacts(
        outcome="functioning", direction="lower", comparison="between_randomised", scope="all"
    )
    found = other(study_type="RCT", interventions=("yoga",), findings=(functioning,))
    made = beside(found, "Yoga for ME/CFS", given)
    told = section(made, "other_studies")
    assert told == [
        "Poe 2012, a trial with groups made by chance, of 71 people, also studied yoga."
    ]
    held = " ".join(str(s.support) for s in made.statements() if s.section == "other_studies")
    assert "functioning" not in held


@pytest.mark.parametrize("given", ["wearable devices", "saline and yoga"])
def test_several_things_given_are_told_in_good_english(given: str):
    made = page(
        f"{given.capitalize()} in ME/CFS",
        f"Twelve people with ME/CFS were all given {given} in this open-label study. "
        "Fatigue decreased from 40 to 30 (p = 0.01).",
    )
    assert " was the reason" not in told_in(made, "does_not_prove")
    assert "brought about any change" in told_in(made, "does_not_prove")


def test_a_treatment_that_only_the_title_writes_with_capitals_has_small_letters():
    made = page(
        "Effects of Slow Deep Breathing in ME/CFS: a randomized trial",
        "Forty people with ME/CFS were randomised to slow deep breathing or usual care. "
        "Fatigue was lower with slow deep breathing than with usual care (p = 0.01).",
    )
    assert "Slow Deep" not in " ".join(s.text for s in made.statements())
    rows = {s.label: s.text for s in made.statements() if s.section == "study_at_a_glance"}
    assert rows["What was given"] == "slow deep breathing"

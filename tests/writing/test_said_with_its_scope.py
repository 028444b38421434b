"""Words that change what a sentence says stay: overall, thus far, up to, clinically, with."""

from __future__ import annotations

import pytest

from evidence_atlas.reading import read
from evidence_atlas.writing.sentences.at_depth import without_statistics
from evidence_atlas.writing.subject.illnesses import joining

from .pages import MECFS, material, page_that_passes, quick_of, record_of, told_in


def test_a_share_of_everybody_is_told_as_overall_where_nothing_else_says_so():
    made = page_that_passes(
        "Memory trouble after COVID-19: a survey",
        "METHODS: We asked 900 adults. RESULTS: Memory trouble was more common in adults with "
        "long COVID (38.2%) than in those without (14.1%). Overall, 16.4% reported memory trouble.",
    )
    told = told_in(made, "observed_findings")
    assert "overall, 16.4% reported" in told, told


def test_what_was_known_so_far_is_no_conclusion():
    reading = read(
        record_of(
            "BNP in long COVID",
            "We measured BNP in 60 adults with long COVID. BNP was raised in 20%. Thus far, "
            "evidence for the use of such markers is limited.",
        ),
        MECFS,
    )
    assert reading.sentences[-1].role == "background"


def test_most_of_a_number_of_patients_is_told_as_such():
    told = quick_of(
        "METHODS: We did a genome-wide association study of up to 6,200 patients with long COVID "
        "and 90,500 controls. RESULTS: One variant was associated with long COVID.",
        "Genome-wide association study of long COVID",
    )
    assert any("up to 6,200 people" in s for s in told), told


def test_an_improvement_that_matters_is_not_called_clear():
    made = page_that_passes(
        "Pulmonary rehabilitation in long COVID: a randomised controlled trial",
        "METHODS: We randomised 80 adults with long COVID to rehabilitation or usual care. "
        "RESULTS: At 12 weeks, patients in the rehabilitation group were more likely to have a "
        "clinically significant improvement in fatigue and in walking distance (p = 0.02).",
    )
    told = told_in(made, "observed_findings")
    assert "improvement in fatigue" in told and "clinically clear" not in told, told


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Sex-specific hormones in long COVID patients with ME/CFS", "and"),
        ("Comparing hormones of long COVID patients with ME/CFS", "or"),
    ],
)
def test_patients_with_two_illnesses_at_once_have_both(title, word):
    told = "We measured hormones in women and men. Women with ME/CFS had less testosterone."
    assert joining(material(title, told)) == word


def test_strain_along_a_heart_is_no_study_over_time():
    reading = read(
        record_of(
            "The heart in long COVID",
            "We compared 60 adults with long COVID with 40 others by ultrasound of the heart. "
            "Global longitudinal strain was lower in long COVID.",
        ),
        MECFS,
    )
    assert reading.design.prospective is None


def test_how_many_a_statistic_was_made_of_goes_with_it():
    told = (
        "Sleep went with pain (r = 0.41, n = 172, p < 0.01) and age (r = 0.24, n = 172, p < 0.01)."
    )
    assert without_statistics(told) == "Sleep went with pain and age."


def test_what_a_programme_is_made_of_is_told_where_the_title_lists_it():
    told = quick_of(
        "METHODS: We will randomise adults with long COVID to a rehabilitation programme or usual "
        "care. The programme combines cognitive behavioural therapy, paced walking and memory "
        "training. The primary outcome is quality of life at 6 months.",
        "Cognitive behavioural therapy, exercise training and memory training for adults with long "
        "COVID: protocol of a randomised controlled trial",
    )
    assert any("exercise training" in s for s in told[:2]), told


def test_girls_are_no_women_and_those_asked_beside_them_are_not_left_out():
    made = page_that_passes(
        "Fatigue in girls with long COVID: a survey",
        "METHODS: We asked 60 children with long COVID (all female, aged 8 to 12 years). RESULTS: "
        "Fatigue was more common in children who slept badly (p = 0.01).",
    )
    assert "boys" in told_in(made, "does_not_prove"), told_in(made, "does_not_prove")
    beside = page_that_passes(
        "What a diagnosis of long COVID means: interviews with young people and their parents",
        "METHODS: We interviewed four young people with long COVID (all female, aged 10 to 17 "
        "years) and their parents. RESULTS: A diagnosis gave families access to support.",
    )
    assert "only" not in told_in(beside, "does_not_prove"), told_in(beside, "does_not_prove")

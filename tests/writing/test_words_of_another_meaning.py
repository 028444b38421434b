"""A technical word gives way, or is explained, only where it has the meaning of its entry."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.said import Said

CONDITION = load("mecfs")


@pytest.mark.parametrize(
    "said",
    [
        "Spike antibodies were higher.",
        "Lung functional capacity was lower.",
        "Functional impairment of natural killer cells was found.",
        "Lower immune activation was found.",
        "The results were not comparable across studies.",
        "Endogenous opioids were lower.",
        "Endometrial stromal cells were grown.",
        "Persistent depressive disorder was rare.",
        "Vestibular migraine was rare.",
        "Auditory hallucinations were rare.",
        "Vascular cognitive impairment was excluded.",
        "Inspiratory muscle strength was lower.",
        "Spinal muscular atrophy was excluded.",
        "Bell's palsy was rare.",
        "Inappropriate sinus tachycardia was found.",
        "The hepatitis C virus genotype was noted.",
        "Positive relationships with staff were described.",
        "Of all, 288 respondents with food insecurity had the illness.",
    ],
)
def test_a_word_of_another_meaning_is_left_as_it_is(said: str) -> None:
    assert Glosser(CONDITION, said).apply(Said(said, (), lay=True), gloss=False).text == said


@pytest.mark.parametrize(
    "said",
    [
        "Spike antibodies were higher.",
        "Endogenous opioids were lower.",
        "Endometrial stromal cells were grown.",
        "The hepatitis C virus genotype was noted.",
    ],
)
def test_a_word_of_another_meaning_is_not_explained(said: str) -> None:
    told = Glosser(CONDITION, said).apply(Said(said, ())).text
    assert told.replace(" (defence proteins in the blood)", "") == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Persistent pain was common.", "Lasting pain was common."),
        ("Echocardiograms were normal.", "Heart ultrasounds were normal."),
        ("Cognitive performance was lower.", "Ability in thinking and memory was lower."),
        ("Inflammatory markers were normal.", "Markers of inflammation were normal."),
        ("The prevalence of asthma was given.", "The share of people with asthma was given."),
        ("The prevalence of women was given.", "The prevalence of women was given."),
    ],
)
def test_plain_words_keep_meaning_and_number(said: str, told: str) -> None:
    assert Glosser(CONDITION, said).apply(Said(said, (), lay=True), gloss=False).text == told


def test_a_short_form_that_the_text_explains_otherwise_is_not_glossed():
    glosser = Glosser(CONDITION, "People with chemical intolerance (CI) were asked.")
    told = Said("CI was more common in women.", ())
    assert glosser.apply(told).text == told.text
    usual = Glosser(CONDITION, "The interval was wide (95% CI 1 to 9).")
    assert "range" in usual.apply(Said("The CI was wide.", ())).text


@pytest.mark.parametrize(
    "said",
    [
        # Formal words in another sense, or where plain ones would not go into the sentence.
        "It was told in a general population survey.",
        "Aspirin altered the landscape of sugars.",
        "Passive immunisation was tried.",
        "Transient ischaemic attacks were rare.",
        "Systemic lupus was excluded.",
        "The main theme was ‘use of novel drugs’.",
        # Words that have a gloss in another sense.
        "Behavioural activation was tried.",
        "Their gradual activation was planned.",
        "Motor vehicle accidents were rare.",
        "How they are perceived on the web was told.",
        "The neural tube closed.",
        "Whole-genome data were used.",
        "Three clusters were found in the frontal and the parietal brain.",
    ],
)
def test_a_word_of_papers_in_another_sense_stays_and_is_not_explained(said: str) -> None:
    assert Glosser(CONDITION, said).apply(Said(said, ())).text == said


@pytest.mark.parametrize(
    "text",
    [
        "Levels fell in one arm of the pathway.",
        "The comorbidity of chronic pain and chronic fatigue was high.",
        "Baseline symptoms were mild.",
    ],
)
def test_one_arm_of_a_pathway_and_the_first_symptoms_keep_their_words(text: str):
    said = Glosser(CONDITION, text).apply(Said(text, (), lay=True)).text
    assert "same treatment" not in said
    assert "illnesses of" not in said
    assert "tarting symptoms" not in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The prevalence of loneliness was 61%.", "The share of people with loneliness was 61%."),
        ("Enrollees had a higher prevalence of asthma.",
         "Enrollees had a higher share of people with asthma."),
        # Without an article "higher share of people" is no English.
        ("Enrollees had higher prevalence of asthma.", None),
        ("Smoke was linked with prevalence of asthma.", None),
    ],
)  # fmt: skip
def test_a_prevalence_is_a_share_of_people_where_the_grammar_holds(text: str, told: str | None):
    assert Glosser(CONDITION, text).apply(Said(text, (), lay=True), gloss=False).text == (
        told or text
    )


@pytest.mark.parametrize(
    ("title", "said", "told"),
    [
        ("Salt water in ME/CFS", "Two people with POTS improved.",
         "Two people with POTS (heart racing on standing) improved."),
        ("Salt water in ME/CFS and POTS", "Two people with POTS improved.",
         "Two people with POTS improved."),
        ("Salt water in postural tachycardia syndrome", "Two people with POTS improved.",
         "Two people with POTS improved."),
        ("Salt water", "Two people with ME/CFS improved.", "Two people with ME/CFS improved."),
    ],
)  # fmt: skip
def test_the_short_form_of_an_illness_that_no_title_names_is_explained_in_quick(
    title: str, said: str, told: str
) -> None:
    glosser = Glosser(CONDITION, f"{title}. {said}", title)
    assert glosser.apply(Said(said, (), lay=True), most=1).text == told

"""A page is read without its abstract: nothing on it leans on a sentence that is left out."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.method_talk import found_by
from evidence_atlas.writing.words.praise import unpraised

from .pages import page, page_that_passes, told_in

_ASKED = "We sent a questionnaire to 120 adults with long COVID. "
_FOUND = "Pain was more common in adults who slept badly than in those who slept well (p = 0.01)."


def _about(aim: str) -> str:
    made = page("Pain in long COVID", f"BACKGROUND: Pain has many faces. {aim} {_ASKED}{_FOUND}")
    return told_in(made, "why_it_matters")


@pytest.mark.parametrize(
    "aim",
    [
        "This study reports the frequency and the severity of these symptoms.",
        "This study examined the usefulness of this questionnaire.",
        "We aimed to examine whether this pattern is seen in a clinic, too.",
    ],
)
def test_an_aim_that_points_at_another_sentence_is_not_told(aim: str):
    assert "The authors" not in _about(aim)


@pytest.mark.parametrize(
    "aim",
    [
        "This study reports the frequency of pain and the severity of this pain.",
        "In this survey, we aimed to examine pain in people with this illness.",
    ],
)
def test_an_aim_that_names_it_or_points_at_the_study_is_told(aim: str):
    assert "The authors set out to" in _about(aim)


def _review(found: str, title: str = "Quality of life after influenza: a systematic review") -> str:
    made = page(
        title,
        "METHODS: We searched four databases up to May 2024. RESULTS: Thirty studies with 4,000 "
        f"people after influenza were included. {found} Older people had a lower quality of life "
        "than younger people. CONCLUSION: Quality of life was lower in older people.",
        ("Systematic Review",),
    )
    return " ".join(s.text for s in made.statements())


@pytest.mark.parametrize(
    ("found", "gone"),
    [
        ("The majority (70%) used the short form of the scale.", "used the short form"),
        (
            "Effects of drugs on outcomes were summarised using risk ratios and mean differences.",
            "were summarised",
        ),
        ("Even more, their use with other drugs is also analyzed.", "is also analyzed"),
        ("There were 70 posts with at least 90 replies.", "There were 70"),
    ],
)
def test_how_a_study_was_made_is_not_told_as_what_it_found(found: str, gone: str):
    told = _review(found)
    assert gone not in told
    assert "lower quality of life" in told


def test_a_sentence_that_answers_another_is_no_finding():
    made = page(
        "Taste and meals after influenza: interviews",
        "We interviewed 20 people who had lost their taste after influenza. The findings show "
        "that meals matter to friendship. As is taste, both of sweet and of salty food. People "
        "avoided meals with others.",
    )
    assert "As is" not in " ".join(s.text for s in made.statements())


def test_what_the_authors_know_is_not_what_is_known():
    made = page(
        "A gut test in a woman with long COVID: a case report",
        "A woman of 50 with long COVID had fatigue for two years. A sugar test of her gut was "
        "high. CONCLUSIONS: To our knowledge, the sugar test has not been used in long COVID, and "
        "it was high in this woman when her fatigue was worse.",
    )
    assert "to the knowledge," not in " ".join(s.text for s in made.statements()).casefold()


def test_a_promising_target_is_no_target_yet():
    assert unpraised("Toll receptors remain promising targets for asthma drugs.") == (
        "Toll receptors remain possible targets for asthma drugs."
    )
    assert unpraised("Walking plays a crucial role in it.") == "Walking plays a role in it."


def test_clots_in_a_dish_are_no_cells():
    made = page_that_passes(
        "Clots and sound waves",
        "Clots were made from fibrin in vitro and incubated at 37 degrees. Clots were smaller "
        "after sound waves than without sound waves.",
    )
    told = told_in(made, "quick_summary")
    assert "cells" not in told
    assert "In the laboratory" in told and "It was not tested in people" in told


def test_cells_in_a_dish_are_told_as_cells():
    made = page_that_passes(
        "Muscle cells and serum",
        "Muscle cells were kept in vitro and incubated with serum. The cells were smaller after "
        "serum than without serum.",
    )
    assert "In cells in a dish" in told_in(made, "quick_summary")


def test_a_short_form_stands_behind_its_words_where_quick_has_them_already():
    made = page(
        "Irritable intestine syndrome and microbial diversity in adolescents",
        "METHODS: We compared 40 adolescents with irritable intestine syndrome (IIS) and 40 well "
        "adolescents. RESULTS: Intestinal microbial diversity was significantly higher in those "
        "with IIS-positive tests than in the well adolescents (p = 0.01).",
    )
    quick = told_in(made, "quick_summary")
    assert "irritable intestine syndrome (IIS)" in quick
    assert "IIS-positive" in quick


def test_a_short_form_before_related_is_told_in_its_words():
    made = page(
        "Shame in irritable bladder condition",
        "OBJECTIVE: To explore the relationship between IBC-related shame, sleep and health over "
        "time. METHODS: We followed 90 people with irritable bladder condition (IBC) for a year. "
        "RESULTS: Shame was higher in people who slept badly than in those who slept well "
        "(p = 0.01).",
    )
    told = told_in(made, "why_it_matters")
    assert "irritable bladder condition-related shame" in told


def test_what_an_analysis_found_keeps_the_analysis_where_nothing_else_says_of_what():
    assert found_by("Bone analysis revealed severe loss and patchy damage.") is None
    assert found_by("Bone analysis revealed severe loss in nurses.") == (
        "found", "severe loss in nurses.",
    )  # fmt: skip


def test_a_lost_dash_before_key_factors_is_set_again():
    made = page(
        "Proteins of the virus in asthma",
        "We found that asthma may go with swelling and clots-key factors in how ill people are.",
    )
    assert "clots-key" not in " ".join(s.text for s in made.statements())

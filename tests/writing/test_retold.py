"""An abstract that the atlas retells is told as its authors', too: indirectly, never quoted."""

from __future__ import annotations

from typing import Any

import pytest

from evidence_atlas.records import Correction, Page

from .pages import page_that_passes, told_in


def page(title: str, abstract: str, types: tuple[str, ...] = (), **more: Any) -> Page:
    return page_that_passes(title, abstract, types, abstract_kind="retold", **more)


def quick(made: Page) -> str:
    return told_in(made, "quick_summary")


def test_a_review_that_is_retold_tells_what_it_says() -> None:
    told = quick(
        page(
            "Sleep loss as a driver of long COVID",
            "Long COVID follows an infection. Many people with it sleep badly. The authors propose "
            "that sleep loss keeps long COVID going, because the brain is not cleared of waste.",
            ("Review",),
        )
    )
    assert "The authors suggest that sleep loss keeps long COVID going" in told
    assert "“" not in told


@pytest.mark.parametrize("front", ["The authors name", "They name"])
def test_a_sentence_that_says_whose_it_is_keeps_its_own_lead(front: str) -> None:
    told = quick(
        page(
            "Causes of fatigue that lasts in long COVID",
            "Long COVID follows an infection. The causes of its fatigue are argued over. "
            f"{front} three causes of fatigue that lasts: virus that stays, damage to nerves and "
            "poor sleep.",
            ("Review",),
        )
    )
    assert "The authors name three causes of fatigue that lasts" in told
    assert "that the authors" not in told and "that they name" not in told


def test_what_no_frame_fits_is_told_as_the_authors_report_it() -> None:
    told = quick(
        page(
            "Walks in a garden for people with ME/CFS: a pilot study",
            "METHODS: This pilot study looked at what a walk in a garden does for people with "
            "ME/CFS. In all, 30 people took part. The walk was in silence and took three hours. "
            "RESULTS: Everything that they rated, except pain, was significantly better after the "
            "walk.",
        )
    )
    assert "everything that they rated, except pain, was clearly better after the walk" in told
    assert "cannot be put in plain words" not in told


def test_a_retold_title_is_what_the_paper_is_about() -> None:
    made = page("Sleep and pain in long COVID", "Long COVID follows infection.", ("Review",))
    assert "about sleep and pain in long COVID" in quick(made)


def test_advice_is_about_its_subject_and_not_about_advice() -> None:
    made = page(
        "Recommendations for the care of long COVID in general practice",
        "A group of doctors drew up recommendations on long COVID in general practice.",
        ("Practice Guideline",),
    )
    assert "recommendations for" not in quick(made).casefold()
    assert "care of long COVID in general practice" in quick(made)


def test_a_preprint_that_came_out_again_is_not_said_to_be_unchecked() -> None:
    text = (
        "In a survey, 300 people with ME/CFS by the Fukuda criteria were asked about sleep. "
        "Poor sleep was reported by 60% of them."
    )
    kinds = ("Preprint",)
    again = (Correction(kind="UpdateIn", citation="A Journal. 2025."),)
    unchecked = "Other researchers have not yet checked this paper."
    assert unchecked in quick(page("Sleep in ME/CFS", text, kinds))
    assert unchecked not in quick(page("Sleep in ME/CFS", text, kinds, corrections=again))


def test_how_right_a_test_was_in_a_part_of_the_people_is_not_told_of_all() -> None:
    front = "Blood of 60 people with ME/CFS and 50 healthy controls was examined. "
    title = "A blood test for the diagnosis of ME/CFS"
    part = page(title, f"{front}In the test set the model had an accuracy of 80%.")
    everyone = page(title, f"{front}The model had an accuracy of 80%.")
    assert "80% of all the people tested" in quick(everyone)
    assert "80%" in quick(part) and "all the people" not in quick(part)
    assert "80%" in told_in(everyone, "fair_to_say") and "80%" not in told_in(part, "fair_to_say")


def test_a_definition_that_most_of_them_met_is_not_told_of_some() -> None:
    made = page(
        "Pain and memory in ME/CFS",
        "We tested 200 patients with ME/CFS who met the Fukuda criteria, of whom most also met the "
        "Canadian Consensus Criteria (n = 150). Pain was associated with poor memory.",
    )
    told = told_in(made, "study_at_a_glance")
    assert "most of them" in told and "some of them" not in told


def test_who_is_to_take_part_in_a_plan_has_not_taken_part() -> None:
    made = page(
        "Pacing for ME/CFS: protocol for a randomised trial",
        "The trial will put 40 adults with ME/CFS by chance into two groups: pacing or usual care.",
    )
    labels = {s.label for s in made.statements()}
    assert "Who is to take part" in labels and "Who they were" not in labels


def test_a_retold_review_that_finds_for_either_treatment_tells_both() -> None:
    """What speaks for each stands in Quick, the word that judges as the review's own."""
    made = page(
        "Acupuncture versus yoga for adults with chronic fatigue syndrome: a systematic review",
        "This systematic review asked how well acupuncture and yoga ease fatigue in adults with "
        "chronic fatigue syndrome (CFS). PubMed was searched until 2020. The review included five "
        "studies with 900 participants in all. Yoga had higher rates of what the review calls "
        "recovery than the other treatments. Better symptoms were reported by 40 % after "
        "acupuncture, compared with 15 % after yoga (p < 0.001). Adverse events were reported in "
        "two studies: serious worsening of fatigue in all groups. The authors conclude that yoga "
        "and acupuncture need to be studied further.",
        ("Systematic Review",),
    )
    told = quick(made)
    assert "what the review calls recovery" in told
    assert "15 %" in told and "40 %" in told
    assert "“" not in told
    assert told_in(made, "fair_to_say") == ""


def test_those_who_did_not_change_stand_beside_those_who_did_in_a_retelling() -> None:
    made = page(
        "A pilot study of a drug in chronic fatigue syndrome",
        "This open-label pilot trial tested the drug rituximab in chronic fatigue syndrome (CFS). "
        "Ten patients with CFS were given rituximab. Six patients improved markedly. Four patients "
        "had no significant change. No serious adverse events occurred. The authors conclude that "
        "a randomized trial is needed.",
    )
    for name in ("quick_summary", "observed_findings"):
        told = told_in(made, name)
        assert "Six patients improved markedly; four patients had no clear change" in told


def test_of_many_markers_in_a_retelling_none_is_named_alone() -> None:
    made = page(
        "Cytokines in chronic fatigue syndrome",
        "This case-control study asked whether cytokines in serum differ in chronic fatigue "
        "syndrome (CFS). The study measured 40 cytokines in 100 patients with CFS and 120 healthy "
        "controls. On average, leptin was higher (P = 0.002) and eotaxin was lower (P = 0.003) in "
        "the patients than in the controls. The authors conclude that more work is needed.",
    )
    told = quick(made)
    assert "Of 40 cytokines" in told and "one was higher and one was lower" in told
    assert "leptin" not in told.lower() + told_in(made, "fair_to_say").lower()

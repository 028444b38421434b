"""The first sentence says who was studied and what in, and claims no more than the text does."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.brief.links import says_a_link

from .pages import page, section


def quick(title: str, text: str, types: tuple[str, ...] = ()) -> str:
    return " ".join(section(page(title, text, types), "quick_summary"))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Cold baths reduce hay fever in bakers", "cold baths and hay fever in bakers"),
        ("Damp is associated with coughs in long COVID", "damp and coughs in long COVID"),
        ("The impact of damp on coughs in long COVID", "damp and coughs in long COVID"),
        ("Sequencing reveals moulds of the nose in long COVID", "moulds of the nose in long COVID"),
        ("Long COVID: paths of damp in the nose and lungs", "paths of damp in the nose and lungs"),
        ("A novel damp score and coughs in long COVID", "damp score and coughs in long COVID"),
    ],
)
def test_a_title_that_claims_is_told_by_the_things_it_ties(title, told):
    text = "This narrative review sums up the literature on damp homes and their moulds."
    said = quick(title, text, ("Review",))
    assert told in said
    assert "reduce" not in said and "impact of" not in said and "novel" not in said


def test_a_review_is_not_told_as_one_of_the_illness_alone():
    said = quick(
        "Mouth ulcers in long COVID: a systematic review",
        "METHODS: We searched three databases and included 14 studies of people with long COVID. "
        "RESULTS: Ulcers were seen in 9% of people. CONCLUSIONS: Ulcers of the mouth are rare.",
        ("Systematic Review",),
    )
    assert "studies on mouth ulcers in long COVID" in said


def test_mice_are_not_said_to_have_had_a_study_made_in_them():
    said = quick(
        "Salt induces sneezing in mice with colds",
        "We gave salt to mice with colds. RESULTS: Mice sneezed more often after salt.",
    )
    assert "was made in" not in said
    assert "In mice, researchers studied" in said or "In mice, researchers measured" in said


def test_those_asked_for_their_work_are_not_told_as_ill():
    said = quick(
        "Views of nurses on long COVID care: a qualitative study",
        "METHODS: We held semi-structured interviews with 17 nurses from three towns. RESULTS: "
        "Most nurses said that time was short.",
    )
    assert "asked 17 nurses" in said and "for their views" in said
    assert "own accounts" not in said and "people with long COVID" not in said


@pytest.mark.parametrize(
    ("whom", "counted"), [("nurses", "900 nurses"), ("nurses and patients", "900 people")]
)
def test_workers_in_front_of_an_and_are_not_all_who_were_counted(whom, counted):
    said = quick(
        f"Long COVID in {whom}: a survey",
        "METHODS: In this cross-sectional survey 900 participants answered. "
        "RESULTS: Cough was reported by 40%.",
    )
    assert counted in said


def test_children_are_told_as_young():
    said = quick(
        "Coughs in a pediatric long COVID clinic: a retrospective cohort study",
        "METHODS: We reviewed records of 254 pediatric patients with long COVID. RESULTS: Cough "
        "was seen in 80 patients.",
    )
    assert "254 young people" in said


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Cough was associated with damp", True),
        ("Salt was higher in bakers than in nurses", True),
        ("Cough was seen in 40% of bakers", False),
        ("There was no association between cough and damp", False),
        ("Coughs fell over the year", False),
    ],
)
def test_a_link_is_warned_of_only_where_one_is_told(text, tied):
    assert says_a_link(text) is tied


def test_a_share_of_people_is_no_link():
    said = quick(
        "Coughs in long COVID: a cross-sectional survey",
        "METHODS: In this cross-sectional survey 800 adults with long COVID answered. "
        "RESULTS: Cough was reported by 40% of adults.",
    )
    assert "does not show cause" not in said


@pytest.mark.parametrize(
    ("more", "once"),
    [
        ("They live in one town.", True),
        ("They filled in three versions of the form.", False),
        ("There were three cross-sectional waves.", False),
        ("They were followed a median of 54 days.", False),
    ],
)
def test_those_seen_more_than_once_are_not_said_to_be_asked_once(more, once):
    said = quick(
        "Coughs in long COVID: a cross-sectional survey",
        f"METHODS: In this cross-sectional survey 800 adults with long COVID answered. {more} "
        "RESULTS: Cough was reported by 40% of adults.",
    )
    assert ("asked once" in said) is once


def test_what_fell_after_an_event_is_not_told_from_a_start():
    said = quick(
        "Baking in a town: a cohort study",
        "METHODS: We followed 4000 bakers for three years. RESULTS: A 14% reduction in bread sales "
        "was seen after the bridge was closed.",
    )
    assert "than at the start" not in said


@pytest.mark.parametrize(
    ("counted", "together"),
    [
        ("We analysed the blood of 142 individuals, including uninfected controls (n = 35), "
         "acutely infected individuals (n = 54), convalescent controls (n = 24) and patients with "
         "long COVID (n = 28).", True),
        # Two totals are none.
        ("We analysed the blood of 142 individuals in one cohort, including uninfected controls, "
         "acutely infected individuals, convalescent controls and patients with long COVID, and of "
         "9,407 in the other.", False),
    ],
)  # fmt: skip
def test_groups_that_are_not_counted_apart_are_counted_together(
    counted: str, together: bool
) -> None:
    text = quick(
        "Long COVID involves worn-out cells of the blood: a case-control study",
        f"METHODS: {counted} RESULTS: Red cells were worn out in patients with long COVID.",
    )
    assert ("142 together" in text) is together

"""What a study leaves open, and what it does not show by whom it saw, in its own nouns."""

from __future__ import annotations

import pytest

from .pages import page, told_in


def both(title: str, text: str, *types: str) -> str:
    made = page(title, text, types)
    return f"{told_in(made, 'remaining_questions')} {told_in(made, 'does_not_prove')}"


def test_what_many_had_is_not_more_common_in_them_where_nobody_else_was_studied() -> None:
    text = (
        "We surveyed 120 people with ME/CFS. RESULTS: Fatigue was reported by 85 (71%) of people "
        "with ME/CFS."
    )
    assert (
        "That people with ME/CFS have fatigue more often than others: nobody without it "
        "was studied."
    ) in both("Symptoms in ME/CFS: a survey", text)
    compared = text + " Fifty healthy controls answered as well."
    assert "more often than others" not in both("Symptoms in ME/CFS: a survey", compared)


def test_what_everybody_has_is_not_told_as_something_that_people_had() -> None:
    text = (
        "We tested 120 people with ME/CFS. RESULTS: Problems with cognition were seen in 71% of "
        "people with ME/CFS."
    )
    assert "have cognition" not in both("Thinking in ME/CFS: a survey", text)


def test_beside_healthy_people_alone_other_illnesses_are_left_open() -> None:
    text = (
        "Forty people with ME/CFS and 40 healthy controls were compared. Renal clearance was lower "
        "in people with ME/CFS than in healthy controls."
    )
    title = "Renal clearance in ME/CFS: a case-control study"
    asked = "Would kidney clearance be lower in people with another illness too?"
    assert asked in both(title, text)
    assert asked not in both(title, text + " Twenty people with multiple sclerosis were seen too.")


def test_an_illness_that_is_not_the_atlass_own_is_no_other_illness_in_its_own_study() -> None:
    text = (
        "Forty people with long COVID after confirmed COVID-19 and 40 healthy controls were "
        "compared. Renal clearance was lower in people with long COVID than in healthy controls."
    )
    title = "Renal clearance in long COVID: a case-control study"
    asked = "Would kidney clearance be lower in people with another illness too?"
    assert asked in both(title, text)
    assert asked not in both(title, text + " Twenty people with ME/CFS were seen too.")
    assert asked not in both(title, text + " Disease controls were seen too.")


def test_what_was_found_in_one_country_need_not_hold_in_others() -> None:
    text = "We surveyed 120 people with ME/CFS. RESULTS: The most common symptom was fatigue (71%)."
    told = "That the same would be found in other countries: the study was in Norway."
    assert told in both("Symptoms of ME/CFS in Norway: a survey", text)
    assert "other countries" not in both("Symptoms in Norway and in Sweden: a survey", text)


def test_studies_that_differed_much_did_not_each_find_the_same() -> None:
    text = (
        "We searched three databases. Twelve studies with 900 people with ME/CFS were included. "
        "RESULTS: Sleep was worse in people with ME/CFS, with high heterogeneity between studies."
    )
    assert "found the same: they differed much from each other." in both(
        "Sleep in ME/CFS: a systematic review and meta-analysis", text, "Systematic Review"
    )


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("Further research is needed on sleep in severe ME/CFS.",
         "The authors ask for more research on sleep in severe ME/CFS."),
        ("Further exploration of the use of walking aids in ME/CFS is critical.",
         "The authors ask for more research on the use of walking aids in ME/CFS."),
        ("Further studies should confirm these findings and compare sleep with rest.",
         "The authors ask for studies to compare sleep with rest."),
        ("Future studies should validate these indicators over time and compare sleep with rest.",
         "The authors ask for studies to compare sleep with rest."),
        ("Further research is warranted to test the effects of rest in this patient population.",
         "The authors ask for studies to test the effects of rest."),
        ("We highlight the need for large, randomised trials of rest in severe ME/CFS.",
         "The authors ask for studies of rest in severe ME/CFS."),
    ],
)  # fmt: skip
def test_what_the_authors_ask_for_is_told_as_theirs(wish: str, told: str) -> None:
    text = f"We followed 80 people with ME/CFS. RESULTS: Sleep was poor. CONCLUSIONS: {wish}"
    assert told in both("Sleep in ME/CFS: a cohort study", text)


@pytest.mark.parametrize(
    "wish",
    [
        "Further studies should confirm these findings.",
        "Further research is needed to find the optimal treatment length of rest.",
        "Further research is needed to clarify the underlying mechanisms.",
        "More research is needed on the underlying pathophysiological mechanisms.",
        "Future studies should identify the direction of these associations.",
        "Further research is needed to better inform health interventions.",
    ],
)
def test_what_could_be_asked_of_every_study_is_not(wish: str) -> None:
    text = f"We followed 80 people with ME/CFS. RESULTS: Sleep was poor. CONCLUSIONS: {wish}"
    assert "The authors" not in both("Sleep in ME/CFS: a cohort study", text)


@pytest.mark.parametrize(
    ("who", "left_open"),
    [
        ("mild to moderate ME/CFS", True),
        ("moderate to severe ME/CFS", False),
    ],
)
def test_where_only_the_less_ill_were_seen_the_severely_ill_are_left_open(
    who: str, left_open: bool
) -> None:
    text = f"We surveyed 120 patients with {who}. RESULTS: Pain was linked with poorer sleep."
    told = both(f"Sleep in {who}: a survey", text)
    assert ("Would it be the same in people who are severely ill" in told) is left_open

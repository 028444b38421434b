"""A page says a thing once: what Quick has told is not told again word for word further down."""

from __future__ import annotations

import pytest

from .pages import page, section

COMPARED = (
    "We measured salt in the sweat of 61 people with ME/CFS and 58 healthy controls. "
    "RESULTS: Salt was higher in people with ME/CFS than in healthy controls."
)
ASKED = (
    "METHODS: In semi-structured interviews we asked 19 people with long COVID about hills. "
    "RESULTS: Most people said that hills had become too steep for them."
)
OVERVIEW = "This narrative review sums up the literature on salt in ME/CFS. Salt matters to nerves."


def test_a_limit_that_quick_tells_is_no_limitation_a_second_time():
    made = page("Salt in the sweat in ME/CFS: a case-control study", COMPARED)
    assert "This is a link. It does not show cause." in section(made, "quick_summary")
    assert not any("links" in t for t in section(made, "limitations"))


def test_accounts_are_said_once_to_show_no_frequency():
    made = page("Hills in long COVID: a qualitative study", ASKED)
    told = [s.text for s in made.statements() if "how often" in s.text or "are common" in s.text]
    assert len(told) == 1


def test_that_an_overview_adds_no_results_is_said_once():
    made = page("Salt in ME/CFS", OVERVIEW, ("Review",))
    assert sum("no new results" in s.text for s in made.statements()) == 1


def test_what_may_be_said_stands_by_itself_with_the_people_in_it():
    made = page("Salt in the sweat in ME/CFS: a case-control study", COMPARED)
    (told,) = [s for s in made.statements() if s.section == "fair_to_say"]
    assert told.label == "Fair to say"
    assert told.text.startswith("In a study of 61 people with ME/CFS and 58 healthy people, salt")
    assert told.text not in section(made, "quick_summary")


def test_a_name_keeps_its_capital_within_a_sentence_to_carry_elsewhere():
    made = page(
        "Vitamins in long COVID: a cohort study",
        "METHODS: We followed 300 adults with long COVID for a year. "
        "RESULTS: Asian adults had more coughs than others after a year.",
    )
    assert not any("asian" in s.text for s in made.statements())


@pytest.mark.parametrize("title", ["A plan to study salt in ME/CFS", "Salt in ME/CFS: protocol"])
def test_a_plan_says_once_that_it_has_no_results(title):
    made = page(
        title,
        "This protocol describes a trial in which 60 people with ME/CFS will be randomised to "
        "salt or placebo for 6 weeks.",
        ("Clinical Trial Protocol",),
    )
    assert sum("no results" in s.text for s in made.statements()) <= 2
    assert not section(made, "observed_findings")


def test_harms_that_cannot_be_told_are_withheld_once_and_are_no_strength():
    made = page(
        "Salt for long COVID: an open trial",
        "METHODS: All 40 adults with long COVID were given salt for six weeks. RESULTS: Fatigue "
        "fell from 60 to 40. Regarding harms, the safety profile was acceptable with adverse "
        "events (AEs) in 3 people that were judged tolerable.",
        ("Clinical Trial",),
    )
    told = [s.text for s in made.statements() if "not restated here" in s.text]
    assert len(told) == 1
    assert not any("what was seen of harms" in s.text for s in made.statements())

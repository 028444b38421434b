"""Of whom and of what a text speaks: not of others, not of what people had before."""

from __future__ import annotations

import pytest

from .test_results import reading

SERIES = (
    "METHODS: In this case series we looked at wheeze in gout patients treated with rituximab and "
    "at the effects of oxaloacetate on it. RESULTS: Wheeze responded to oxaloacetate treatment."
)


def test_what_people_were_treated_with_before_is_not_what_was_studied() -> None:
    found = reading(SERIES, "Wheeze in patients with gout treated with rituximab: a case series")
    assert found.interventions == ("oxaloacetate",)


def test_what_people_were_treated_with_is_studied_where_nothing_else_is() -> None:
    found = reading(
        "METHODS: Forty gout patients were treated with rituximab. RESULTS: Wheeze fell.",
        "Wheeze in patients with gout treated with rituximab: a case series",
    )
    assert found.interventions == ("rituximab",)


def test_a_virtual_animal_is_no_animal() -> None:
    found = reading(
        "BACKGROUND: Virtual dog-assisted therapy is an adaptation of animal-assisted therapy. "
        "METHODS: Twelve adults with asthma received virtual dog-assisted therapy.",
        "Virtual dog-assisted therapy for asthma",
    )
    assert found.interventions == ("virtual animal-assisted therapy",)


def test_a_group_that_is_missed_is_told_as_missing() -> None:
    found = reading(
        "METHODS: Twelve adults with asthma were treated with yoga. CONCLUSIONS: Although this "
        "small study is limited by the lack of a control group, wheeze fell.",
        "Yoga for asthma",
    )
    assert found.design.single_arm is True


def test_what_both_groups_had_stays_in_the_name_of_either() -> None:
    found = reading(
        "AIM: We compared the azolimab-salvenavir and placebo-salvenavir arms. METHODS: In a "
        "randomised placebo-controlled trial 60 adults with asthma received azolimab and "
        "salvenavir or placebo-salvenavir. RESULTS: Wheeze did not differ between the arms.",
        "Azolimab for asthma: a randomised trial",
    )
    assert found.interventions == ("azolimab-salvenavir",)
    assert found.comparators == ("placebo-salvenavir",)


@pytest.mark.parametrize(
    ("title", "abstract", "sex"),
    [
        ("Yoga in females suffering from asthma", "METHODS: We enrolled 36 adults.", "female"),
        ("Sleep in males with asthma", "METHODS: We measured sleep.", "male"),
        (
            "Yoga for asthma",
            "METHODS: A trial involving 36 female asthma patients was made.",
            "female",
        ),
        (
            "Sleep in female patients with asthma",
            "RESULTS: Sleep was worse than in men with asthma.",
            "both",
        ),
    ],
)
def test_people_of_one_sex_are_told_as_such(title: str, abstract: str, sex: str) -> None:
    assert reading(abstract, title).who.sex == sex


def test_those_whom_children_are_only_likened_to_did_not_take_part() -> None:
    found = reading(
        "METHODS: We saw five children with asthma. RESULTS: They wheezed.",
        "Children with asthma may have similar nights to adults: a case series",
    )
    assert found.who.adults_or_children == "children"


def test_the_staff_of_a_hospital_for_children_are_no_children() -> None:
    found = reading(
        "METHODS: We asked 90 hospital employees.", "Asthma in workers of a pediatric hospital"
    )
    assert found.who.adults_or_children is None


def test_a_part_with_whom_was_talked_gives_no_name_to_all() -> None:
    found = reading(
        "METHODS: We used data from 12,463 participants of a survey. Data from 9 online "
        "interviews with harbour-based employees were read for themes."
    )
    assert found.who.studied is None


def test_cases_that_were_approved_are_no_people() -> None:
    found = reading("METHODS: A total of 211 cases have been approved since the data were opened.")
    assert found.participants.total is None


def test_what_is_so_of_the_world_is_no_finding() -> None:
    found = reading(
        "METHODS: We asked 90 adults with asthma. RESULTS: Wheeze was worse in winter. Miners "
        "have been disproportionately affected by asthma. Registries improve the quality of care."
    )
    assert not any("Miners" in r.text or "Registries" in r.text for r in found.results)


def test_what_was_only_feared_was_not_measured() -> None:
    found = reading(
        "AIM: To address concern that asthma may hasten cognitive decline, this study examined "
        "lung volume. METHODS: Lung volume was measured in 90 adults. RESULTS: It was lower."
    )
    assert "cognition" not in found.measures


def test_the_time_in_which_something_was_counted_is_not_how_long_people_were_followed() -> None:
    found = reading(
        "METHODS: Asthma was counted in 900 adults at 1 and 2 years, during the 180 days after "
        "each time point. RESULTS: It was rare."
    )
    assert found.design.duration is None


def test_where_more_research_is_wished_for_is_not_where_people_were_seen() -> None:
    found = reading(
        "AIM: More research on the use of rehabilitation services is warranted. We aim to see "
        "whether yoga eases asthma. METHODS: In all, 60 outpatients with asthma had yoga."
    )
    assert "rehabilitation" not in (found.who.setting or "")

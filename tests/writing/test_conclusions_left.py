"""What the authors conclude is told even where no sentence of theirs can be told as it stands."""

from __future__ import annotations

import pytest

from .pages import page_of, told_in

STUDY = (
    "METHODS: We asked 400 adults with asthma about work and sleep. "
    "RESULTS: Adults with asthma were absent from work more often than adults without asthma. "
    "CONCLUSIONS: {}"
)
NO_HEADINGS = (
    "We asked 400 adults with asthma about work and sleep. "
    "Adults with asthma were absent from work more often than adults without asthma. {}"
)
TRIAL = (
    "METHODS: In this randomised trial, 120 adults with asthma were randomly assigned to slow "
    "breathing or to usual care. RESULTS: Cough was rarer with slow breathing than with usual "
    "care (p = 0.01). CONCLUSIONS: {}"
)


def concluded(text: str, frame: str = STUDY) -> str:
    return told_in(page_of(frame.format(text)), "inferred_conclusions")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "These findings underscore significant losses of working days among adults with "
            "asthma, highlighting the need for employers to act.",
            "The authors point to losses of working days among adults with asthma.",
        ),
        (
            "Our study uncovers pronounced gaps between rich and poor in the care of asthma and "
            "emphasizes the need for new rules.",
            "",
        ),
        (
            "This survey reveals pronounced differences between town and country in the care of "
            "adults with asthma and emphasizes the need for new rules.",
            "The authors point to pronounced differences between town and country in the care of "
            "adults with asthma.",
        ),
        ("The results highlight the need for better sleep in adults with asthma at work.", ""),
        ("This study underscores the importance of warm rooms for adults with asthma at work.", ""),
        ("Our findings reveal three distinct profiles of adults with asthma at their work.", ""),
        ("This study highlights the burden of asthma.", ""),
    ],
)
def test_what_findings_highlight_is_what_the_authors_point_to(text: str, told: str) -> None:
    assert (concluded(text) == told) if told else ("point to" not in concluded(text))


def test_a_treatment_s_cause_is_not_pointed_to() -> None:
    text = "These findings highlight the damp that causes night cough in adults with asthma."
    single = (
        "METHODS: 40 adults with asthma were all given a warm room for six weeks. RESULTS: Cough "
        "was rarer after six weeks than at the start. CONCLUSIONS: {}"
    )
    assert "point to" in concluded(text)
    assert concluded(text, single) == ""


def test_a_conclusion_without_a_heading_and_with_a_rare_verb_is_told() -> None:
    text = "In conclusion, asthma imposes a heavy cost on families in damp towns."
    told = "The authors conclude that asthma imposes a heavy cost on families in damp towns."
    assert concluded(text, NO_HEADINGS) == told


def test_a_wish_behind_what_may_be_so_does_not_hide_it() -> None:
    told = concluded(
        "Warm rooms may be good for adults with asthma, but further research is required to show "
        "by how much."
    )
    assert told.startswith("The authors ")
    assert "warm rooms may be good for adults with asthma" in told
    assert "research" not in told


def test_a_wish_for_the_proof_of_what_may_be_so_stays_with_it() -> None:
    told = concluded(
        "Warm rooms may be good for adults with asthma, but further research is required to "
        "establish their benefits."
    )
    assert "warm rooms may be good for adults with asthma, but further research is req" in told


def test_what_the_authors_add_is_told_behind_what_they_add_it_to() -> None:
    told = concluded(
        "This study highlights damp walls and dust at night as potential causes of asthma in "
        "adults. Furthermore, our findings suggest an inverse association between warm rooms and "
        "severity of asthma in adults."
    )
    damp, warm = told.find("damp walls and dust"), told.find("inverse association")
    assert 0 <= damp < warm


def test_a_conclusion_is_not_cut_in_front_of_its_however() -> None:
    told = concluded(
        "This study of ours, made in one damp town over a year, showed that asthma is linked with "
        "a loss of sleep and of mood; however, no significant changes were observed in the lungs, "
        "indicating the need for a longer watch over the adults at work, at home and at school."
    )
    assert "loss of sleep" not in told or "no clear changes" in told


def test_what_other_studies_found_is_not_cut_off_as_a_wish() -> None:
    told = concluded(
        "Warm beds might be safe for adults with asthma at night, but larger studies have found "
        "more night cough."
    )
    assert told == "" or "more night cough" in told


def test_a_wish_behind_what_is_so_stays_with_it() -> None:
    told = concluded(
        "Warm rooms are good for adults with asthma, but further research is required to show it."
    )
    assert told == ""


def test_words_that_judge_stand_between_quotation_marks() -> None:
    told = concluded(
        "Slow breathing was safe and well tolerated among adults with asthma who work at night."
    )
    assert "“safe and well tolerated” among adults with asthma" in told
    assert told.count("safe") == 1


def test_what_a_treatment_did_is_told_of_groups_made_by_chance() -> None:
    text = "Slow breathing exercises significantly improve night cough in adults with asthma."
    assert "slow breathing exercises improve night cough" in concluded(text, TRIAL)
    assert concluded(text) == ""


def test_what_gets_better_by_itself_is_told_of_any_study() -> None:
    told = concluded("Night cough improves within a year in most adults with asthma.")
    assert "night cough improves within a year" in told


@pytest.mark.parametrize(
    "text",
    [
        "Doctors should ask adults with asthma about work and sleep.",
        "Further studies are needed to learn more of work and sleep in asthma.",
        "This is the first study to ask adults with asthma about work and sleep.",
        "Data are available from the authors of this study of asthma on request.",
        "Given its safe past, this herb offers comfort to adults with asthma in damp towns.",
        "To learn what work is safe, we asked adults with asthma in one town.",
        "The limited understanding of safe homes has held back the care of adults with asthma.",
    ],
)
def test_advice_wishes_notices_and_what_points_back_stay_untold(text: str) -> None:
    assert concluded(text) == ""


def test_where_one_conclusion_is_told_no_other_is_added() -> None:
    told = concluded(
        "Damp homes are linked with bad sleep in asthma. These findings underscore significant "
        "losses of working days among adults with asthma."
    )
    assert "damp homes" in told
    assert "point to" not in told


def test_a_conclusion_is_not_told_twice() -> None:
    told = concluded(
        "Slow breathing at night was safe and well tolerated among adults with asthma at work. "
        "Slow breathing at night was safe and well tolerated among adults with asthma at work, "
        "too."
    )
    assert told.casefold().count("slow breathing") == 1


def test_conditions_that_stand_before_by_their_names_may_be_pointed_at() -> None:
    told = concluded(
        "Both asthma and hay fever show swollen airways, suggesting that these conditions may "
        "share a cause."
    )
    assert "these conditions may share a cause" in told


def test_what_adds_to_an_illness_is_told_at_length_what_adds_to_knowledge_is_not() -> None:
    told = concluded(
        "Both the dust of the mines and the damp of the homes in the old part of the town may "
        "contribute to the night cough of adults with asthma who work below the ground."
    )
    assert "may contribute to the night cough" in told


def test_oxygen_given_is_no_supplement_to_the_paper() -> None:
    told = concluded(
        "Night cough is rare in adults with asthma who had no supplementary oxygen at first."
    )
    assert "no supplementary oxygen" in told


def test_what_findings_contribute_to_is_left_off_in_front_of_what_they_show() -> None:
    told = concluded(
        "These findings contribute to the care of adults by showing that night work and damp "
        "homes go with bad sleep in adults with asthma."
    )
    assert told.startswith("The authors conclude that night work and damp homes go with")


def test_a_cause_that_no_groups_made_by_chance_have_shown_is_not_told() -> None:
    common = "Warm beds of wool were safe and common in the homes of adults with asthma at work."
    assert "“safe” and common" in concluded(common)
    caused = "Warm beds of wool were safe and led to quiet nights in homes of people with asthma."
    assert concluded(caused) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "This report highlights how an old bed could play a part in the night cough of adults "
            "with asthma who live in the damp homes near the mines of the old part of the town.",
            "The authors suggest that an old bed could play a part in the night cough",
        ),
        (
            "This is one of the first studies to report different sleep and work days between "
            "miners with asthma and asthma-recovered adults.",
            "The authors point to different sleep and work days between miners with asthma and "
            "asthma-recovered adults.",
        ),
        (
            "Our findings highlight the importance of night work in the development of asthma.",
            "The authors point to the importance of night work in the development of asthma.",
        ),
        (
            "We propose that asthma in miners progresses through a quiet year before the cough.",
            "The authors suggest that asthma in miners progresses through a quiet year",
        ),
        (
            "These findings do not support a part of the old beds in asthma and emphasize the need "
            "for longer studies of beds, of rooms, of homes, of towns and of the work that people "
            "with asthma do there at night.",
            "The authors conclude that these findings do not support a part of the old beds in "
            "asthma.",
        ),
        (
            'A third of the adults with asthma called their nights "bad and short" and more so the '
            "longer they had worked in the mines.",
            "‘bad and short’",
        ),
        (
            "This suggests that warm rooms may have a positive effect on asthma, but care should "
            "be taken in the cold.",
            "warm rooms may have a positive effect on asthma, but care should be taken in the cold",
        ),
        (
            "Bad sleep might be linked to reduced work and to debts in adults with asthma, "
            "although further large studies of towns are needed to confirm it.",
            "bad sleep might be linked to reduced work and to debts in adults with asthma.",
        ),
    ],
)
def test_what_kept_a_conclusion_from_the_page_is_left_off(text: str, told: str) -> None:
    assert told in concluded(text)


def test_a_thing_that_the_title_names_may_be_pointed_at() -> None:
    text = "METHODS: 40 people with asthma had it. CONCLUSIONS: This diary is safe to keep at home."
    named = told_in(page_of(text, "A diary of cough in asthma"), "inferred_conclusions")
    assert "the diary is “safe” to keep at home" in named
    assert told_in(page_of(text, "Cough in asthma"), "inferred_conclusions") == ""

"""Where a study counts nobody, those it asked beside the ill are not told as ill."""

import pytest

from .test_whom import quick

TITLE = "What should be studied next in long COVID: a survey"


@pytest.mark.parametrize(
    "asked",
    ["patients, families and nurses", "teachers, nurses and people with long COVID"],
)
def test_a_survey_of_several_kinds_of_people_is_not_one_of_the_ill(asked):
    told = quick(
        TITLE,
        f"METHODS: In two online surveys we asked {asked} which questions come first. "
        "RESULTS: A list of seven questions was made. Sleep came first.",
    )
    assert "people with long COVID" not in told.partition(".")[0]


def test_a_survey_of_the_ill_alone_says_so():
    told = quick(
        TITLE,
        "METHODS: In two online surveys we asked people with long COVID which questions come "
        "first. RESULTS: A list of seven questions was made. Sleep came first.",
    )
    assert "with long COVID" in told.partition(".")[0]


def test_a_part_set_beside_others_is_not_left_out():
    told = quick(
        "Broken bones and long COVID",
        "METHODS: We looked at 90 adults after COVID-19. RESULTS: In our matched cohort, broken "
        "bones were associated with long COVID (p=0.01).",
    )
    assert "matched" in told or "broken bones were" not in told.casefold()


def test_a_title_that_says_what_shaped_a_thing_is_no_subject():
    told = quick(
        "Damp homes and old infections shaped symptoms in long COVID",
        "METHODS: This cross-sectional study included 90 adults with long COVID. RESULTS: Wheeze "
        "was more common in damp homes.",
    )
    assert "shaped" not in told

"""Those whom a study took in for having had an illness are told so, though the count does not."""

import re

import pytest

from .test_whom import quick, section_of

TITLE = "Sleep and work in an island town: a cross-sectional study"
FOUND = "RESULTS: In all, 742 participants were included. Sleep was shorter in women than in men."


@pytest.mark.parametrize(
    "taken_in",
    [
        "Residents aged 18 years and older who reported a prior COVID-19 infection were included.",
        "We recruited adults with a documented history of COVID-19.",
        "Patients discharged after COVID-19 were invited by letter.",
        "Letters went to residents. We targeted adults with a previous COVID-19 infection.",
        "Adults aged 18 years or older who had recovered from COVID-19.",
        "We followed up participants previously infected with SARS-CoV-2.",
        "Inclusion criteria required a confirmed prior COVID-19 infection.",
        "We examined adults six months after their most recent SARS-CoV-2 infection.",
    ],
)
def test_what_all_had_before_is_told_with_a_count_that_stands_elsewhere(taken_in):
    told = quick(TITLE, f"METHODS: We made a cross-sectional study. {taken_in} {FOUND}")
    assert "after COVID-19" in told


@pytest.mark.parametrize(
    "taken_in",
    [
        "Adults with laboratory-confirmed COVID-19 were enrolled at four clinics.",
        "We enrolled adults aged 18 to 60 years who presented with acute COVID-19.",
        "We enrolled adults with documented evidence of a positive SARS-CoV-2 antibody test.",
        "Answers were taken from those of the adult COVID-19 patients, who were selected by lot.",
        "The participants were adults with COVID-19 who had tested positive for SARS-CoV-2 "
        "infection within the last 7 days. Those who felt well again were the control group.",
        "Inclusion criteria were COVID-19 and a bed on a ward.",
    ],
)
def test_that_all_had_it_does_not_say_that_it_was_over(taken_in):
    told = quick(TITLE, f"METHODS: We made a cross-sectional study. {taken_in} {FOUND}")
    assert re.search(r"who had COVID-19|who presented with acute COVID-19", told)
    assert "after COVID-19" not in told


@pytest.mark.parametrize(
    "taken_in",
    [
        "Adults with and without previous COVID-19 were included.",
        "Adults with previous COVID-19 and healthy controls were included.",
        "Residents were included, most of whom had recovered from COVID-19.",
        "Residents with suspected COVID-19 were included.",
        "Adults with previous COVID-19 were excluded. Residents were invited by letter.",
        "Residents were included; 40% of the participants reported a prior COVID-19 infection.",
        "Adults who had recovered from COVID-19 and adults with asthma were included.",
        "Inclusion criteria were age above 18 years and no COVID-19.",
        "We invited the control group by letter. Adults with COVID-19 were invited, too.",
    ],
)
def test_what_only_some_had_is_told_of_nobody_else(taken_in):
    told = quick(TITLE, f"METHODS: We made a cross-sectional study. {taken_in} {FOUND}")
    assert "742" in told
    assert "after COVID-19" not in told
    assert "who had COVID-19" not in told


def test_the_row_on_who_they_were_says_it_too():
    rows = section_of(
        TITLE,
        "METHODS: We made a cross-sectional study. We recruited residents with a history of "
        f"COVID-19. {FOUND}",
        "study_at_a_glance",
    )
    assert "with a history of COVID-19" in rows


def test_the_illness_of_which_the_study_is_stays_told_beside_the_one_before_it():
    told = quick(
        "Long COVID in an island town: a cross-sectional study",
        "METHODS: We made a cross-sectional study. Residents with a history of COVID-19 were "
        "included. RESULTS: In all, 742 participants were included. Long COVID was more frequent "
        "in women than in men.",
    )
    assert "after COVID-19" in told
    assert "long COVID" in told.partition("after COVID-19")[2]

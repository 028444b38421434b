"""Those who were all in hospital with an infection are not told as everybody who had it."""

import pytest

from .test_whom import quick

TITLE = "Lung function and sleep"
FOUND = "RESULTS: In all, 84 patients were included. Sleep was shorter in women than in men."


def of(taken_in, title=TITLE):
    return quick(title, f"METHODS: We made a cross-sectional study. {taken_in} {FOUND}")


@pytest.mark.parametrize(
    "taken_in",
    [
        "We examined sleep in hospitalised COVID-19 patients on three wards.",
        "Patients hospitalized for severe COVID-19 during the first spring were included.",
        "Sleep was asked of hospitalized patients with confirmed COVID-19.",
        "COVID-19 patients hospitalised in two towns were asked to take part.",
    ],
)
def test_people_who_were_all_in_hospital_are_told_so(taken_in):
    assert "hospital" in of(taken_in).partition(".")[0]


@pytest.mark.parametrize(
    "taken_in",
    [
        "Hospitalised COVID-19 patients and non-hospitalised people were included.",
        "We asked adults with COVID-19, of whom 12% were hospitalised.",
        "Adults with COVID-19 were asked; hospitalised COVID-19 patients were excluded, "
        "and outpatients were included.",
        "We looked at adults with COVID-19, including hospitalised COVID-19 patients.",
    ],
)
def test_what_only_some_of_them_were_is_told_of_nobody(taken_in):
    assert "hospital" not in of(taken_in).partition(".")[0]

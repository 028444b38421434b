"""Whom a study took in is told with the illness they all had, and with the hospital."""

import pytest

from .test_rows_as_stated import row
from .test_whom import quick

FOUND = " RESULTS: Pain was more frequent in women."


@pytest.mark.parametrize(
    "taken_in",
    [
        "Our study included 93 patients with moderate to severe COVID-19 pneumonia who were "
        "admitted to our town hospital, each with a scan after ten months.",
        "Data were searched for adults hospitalized for ≥ 2 days with COVID-19. We included 93 "
        "adults.",
        "We followed 93 patients with a history of hospitalization for COVID-19.",
    ],
)
def test_all_who_were_in_hospital_are_told_with_it(taken_in):
    told = quick("Jaw pain after COVID-19: a cohort study", f"METHODS: {taken_in}{FOUND}")
    assert "hospital" in told
    assert "COVID-19" in told.partition(".")[0]


def test_words_for_people_do_not_stand_in_the_place_of_the_illness_they_all_had():
    title = "Long COVID among indoor rowing athletes: a retrospective cohort study"
    text = (
        "METHODS: This retrospective chart review evaluated hearing among indoor rowing "
        "athletes diagnosed with COVID-19 at one clinic. RESULTS: Of 900 rowing athletes, 45 "
        "(5%) were diagnosed with long COVID."
    )
    assert "who had COVID-19" in quick(title, text)
    assert "rowing athletes" in (row("Who they were", title, text) or "")

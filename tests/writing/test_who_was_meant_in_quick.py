"""Quick says who was meant: a trait that all who were counted share is not lost to a bare count."""

import pytest

from .test_whom import quick


def first(title, abstract):
    return quick(title, abstract).partition(".")[0]


def test_what_all_of_two_groups_share_stands_with_their_count():
    told = first(
        "Long COVID does not change the pulse of adults in training",
        "METHODS: In this cross-sectional study, we tested 38 seasoned marathon women, who were "
        "put into two subgroups by their history: long COVID (n = 18) and control (n = 20). "
        "RESULTS: The pulse did not differ between long COVID and control.",
    )
    assert "“seasoned marathon women”" in told


def test_a_short_form_tells_who_people_are():
    title = "Sleep and vaccines in people with HIV"
    found = "METHODS: A cross-sectional survey was sent out. RESULTS: In all, 480 participants "
    assert "with HIV" in first(title, f"{found}answered. Half of them slept badly.")


def test_a_short_form_is_spelled_out_where_it_tells_who_people_are():
    told = first(
        "Sleep and breath",
        "Sleep is poor in chronic kidney failure (CKF). METHODS: This cross-sectional study "
        "recruited 51 CKF patients. RESULTS: Sleep was poor in 60%.",
    )
    assert "51 chronic kidney failure patients" in told


def test_a_short_form_of_the_illness_that_is_told_is_not_told_again():
    told = first(
        "Sleep in long COVID",
        "Sleep is poor in long COVID (LC). METHODS: This cross-sectional study included 51 LC "
        "patients. RESULTS: Sleep was poor in 60%.",
    )
    assert told.casefold().count("long covid") == 1


def test_those_who_came_with_a_complaint_are_told_by_it():
    told = first(
        "Colds in an emergency ward",
        "METHODS: A retrospective cohort study was conducted on 132 patients who presented with "
        "sudden chest pain. RESULTS: Half of them had a cold.",
    )
    assert "chest pain" in told


def test_workers_who_had_an_infection_are_told_so():
    told = first(
        "Sleep in nurses two years after COVID-19 infection",
        "This study assessed sleep among nurses two years after COVID-19 infection. METHODS: A "
        "cross-sectional survey was made; 830 valid answers came in. RESULTS: Sleep was poor in "
        "60%.",
    )
    assert "830 nurses after COVID-19" in told


@pytest.mark.parametrize(
    ("taken_in", "told"),
    [
        ("We studied 45 patients who were seen one year after surviving ICU admission for severe "
         "COVID-19.", "after intensive care with COVID-19"),
        ("We compared 45 COVID-19 patients hospitalised in the intensive care unit with 40 healthy "
         "people.", "in intensive care with COVID-19"),
    ],
)  # fmt: skip
def test_those_who_were_in_intensive_care_are_no_people_with_the_infection_at_large(taken_in, told):
    abstract = f"METHODS: {taken_in} RESULTS: Sleep was shorter in women than in men."
    assert told in first("Lung function and sleep after COVID-19", abstract)


def test_where_only_some_were_in_intensive_care_nobody_is_told_so():
    abstract = (
        "METHODS: We followed 45 COVID-19 patients treated in intensive care or on a ward. "
        "RESULTS: Sleep was shorter in women than in men."
    )
    assert "intensive" not in first("Lung function and sleep", abstract)


def test_what_is_known_of_an_illness_does_not_hide_that_all_were_in_hospital():
    told = first(
        "A signal of the blood after COVID-19: a case-control study",
        "COVID-19 runs from an asymptomatic infection to death. METHODS: In this case-control "
        "study, we analyzed 94 healthy blood donors and 212 patients hospitalized due to severe "
        "COVID-19 during five waves. RESULTS: COVID-19 patients had a higher signal than donors.",
    )
    assert "hospital" in told


def test_who_they_were_comes_before_what_the_study_was_about():
    told = quick(
        "Long COVID among ski teachers in Tyrol, Austria: how common it is and what it does",
        "This study aimed to identify the prevalence, impact, and factors linked with long COVID "
        "among ski teachers in Tyrol, Austria. METHODS: We made a cross-sectional online survey. "
        "RESULTS: Among 765 participants, 11% had long COVID. Compared to those without lasting "
        "symptoms, those with long COVID were younger, reported worse general health, were more "
        "afraid of getting it again, and had more family members and friends who had long COVID. "
        "CONCLUSIONS: One in ten ski teachers had long COVID, and many of these were worse off in "
        "their health, their work and their daily life than those without it.",
    )
    assert "ski teachers in Tyrol" in told.partition(".")[0]

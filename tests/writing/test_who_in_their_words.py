"""What makes those who took part these people is told, in the authors' words where need be."""

import pytest

from evidence_atlas.records import Page
from evidence_atlas.writing.people.people_phrase import phrase_at

from .pages import page, row


def first(made: Page) -> str:
    return next(s.text for s in made.statements() if s.section == "quick_summary")


@pytest.mark.parametrize(
    ("title", "abstract", "told"),
    [
        # The words stand behind the count of all.
        (
            "Taking part in a walking scheme",
            "METHODS: This retrospective cohort study looked at records of 9400 adults referred to "
            "a walking scheme. RESULTS: Half of them never came.",
            "9,400 adults referred to a walking scheme",
        ),
        # Methods say whom they took in; their noun takes the place of ours.
        (
            "Sleep and night shifts",
            "METHODS: This cross-sectional survey was conducted among bus drivers on night shifts. "
            "RESULTS: In all, 340 participants answered. Sleep was poor in 60%.",
            "340 “bus drivers",
        ),
        # The title names one kind of people and no other.
        (
            "Tiredness and long COVID in retired teachers",
            "METHODS: A cross-sectional survey was made. RESULTS: A total of 212 participants "
            "answered. Tiredness was common.",
            "212 retired teachers",
        ),
        # The illness stays, and the trait that comes on top of it is quoted.
        (
            "Sleep in long COVID",
            "METHODS: This cross-sectional study included 80 adults with long COVID who were "
            "referred from a sleep clinic. RESULTS: Sleep was poor.",
            "80 adults with long COVID (“who were referred from a sleep clinic”)",
        ),
    ],
)
def test_the_trait_that_makes_them_these_people_is_told(title, abstract, told):
    assert told in first(page(title, abstract))


@pytest.mark.parametrize(
    "abstract",
    [
        # Those of one kind beside others are not all.
        "METHODS: This cross-sectional survey was conducted among bus drivers and their families. "
        "RESULTS: In all, 340 participants answered. Sleep was poor.",
        # What they did in the study is not who they were.
        "METHODS: This cross-sectional survey included 340 people who completed a questionnaire. "
        "RESULTS: Sleep was poor in 60%.",
    ],
)
def test_no_words_are_quoted_of_a_part_or_of_what_was_done(abstract):
    assert "“" not in first(page("Sleep and work", abstract))


def test_a_retelling_is_not_quoted():
    abstract = (
        "METHODS: This retrospective cohort study looked at records of 9400 adults referred to a "
        "walking scheme. RESULTS: Half of them never came."
    )
    made = page("Taking part in a walking scheme", abstract, abstract_kind="retold")
    assert "“" not in first(made)
    assert "“" not in row(made, "Who they were")


def test_an_illness_that_only_some_had_is_not_told_of_all_by_the_title():
    told = first(
        page(
            "Work after infection in patients with long COVID",
            "METHODS: A cohort of 500 participants was followed. RESULTS: Of them, 37% had long "
            "COVID at one year.",
        )
    )
    assert "“" not in told


def test_three_groups_are_all_told_each_by_its_name():
    told = first(
        page(
            "Blood flow in long COVID",
            "METHODS: We compared blood flow in 31 patients with long COVID, 14 with COVID-19 but "
            "not long COVID, and 23 healthy controls. RESULTS: Blood flow was lower in long COVID.",
        )
    )
    assert "31 people with long COVID" in told
    assert "14 people (“with COVID-19 but not long COVID”)" in told
    assert "23 healthy people" in told


def test_people_for_comparison_are_told_by_what_the_text_calls_them():
    made = page(
        "Grip strength in long COVID",
        "METHODS: This case-control study compared 40 patients with long COVID with 38 controls "
        "who never tested positive for the virus. RESULTS: Grip was weaker in long COVID.",
    )
    assert "38 “controls who never tested positive for the virus”" in first(made)
    assert "who never tested positive" in row(made, "Compared with")


def test_two_groups_without_numbers_are_named_as_the_aim_names_them():
    told = first(
        page(
            "Hair loss after infection: a case-control study",
            "METHODS: In this case-control study, individuals with past dengue infection were "
            "compared with dengue-negative controls. RESULTS: Hair loss was more common.",
        )
    )
    assert "“individuals with past dengue infection” and “dengue-negative controls”" in told


def test_the_people_row_says_who_the_groups_were():
    made = page(
        "Grip strength in ME/CFS",
        "METHODS: This case-control study compared 40 patients with ME/CFS with 38 healthy "
        "controls. RESULTS: Grip was weaker in patients.",
    )
    assert row(made, "People") == "40 people with ME/CFS; 38 healthy people"


def test_two_parts_of_a_cohort_are_no_people_for_comparison():
    made = page(
        "Stroke and long COVID: a cohort study",
        "METHODS: In this cohort study we followed 132 adults after a stroke. RESULTS: We compared "
        "26 with long COVID with 106 without it.",
    )
    assert "26 of them with long COVID" in row(made, "People")
    assert row(made, "People").endswith("and 106 without")
    assert "people for comparison" not in row(made, "People")


@pytest.mark.parametrize(
    ("title", "abstract", "told"),
    [
        # An average age says nothing of the youngest.
        ("Sleep in long COVID", "METHODS: We studied 60 patients (mean age 43 years).", "adults"),
        # The text's own words have told it already.
        (
            "Sleep in long COVID",
            "METHODS: We included 60 pediatric patients aged 5-12 years.",
            "; children",
        ),
    ],
)
def test_an_age_group_is_neither_guessed_nor_told_twice(title, abstract, told):
    made = page(title, f"{abstract} RESULTS: Sleep was poor.")
    assert told not in row(made, "Who they were")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("adults referred to a scheme in the north were asked", "adults referred to a scheme"),
        ("patients admitted to a ward between May and June", "patients admitted to a ward"),
        (
            "veterans who had the infection and were unwell.",
            "veterans who had the infection and were unwell",
        ),
        ("pupils from nurseries, primary schools and colleges", "pupils"),
        ("pupils from nurseries (n = 40), and schools (n = 60)", "pupils"),
        ("patients vaccinated or not", "patients"),
        ("patient records from two clinics", None),
        ("women with refractory (over a year) pain", "women"),
    ],
)
def test_a_phrase_for_people_ends_where_it_is_complete(text, told):
    phrase = phrase_at(text, 0)
    found = [] if phrase is None else [text[phrase.start : end] for end in phrase.ends]
    assert (told in found) if told is not None else not found
    if told == text.split()[0]:
        assert found == [told]  # Nothing longer is sure.


@pytest.mark.parametrize(
    ("people", "who"),
    [
        # The row on the illness names the other one.
        ("patients with COVID-19", "“patients with COVID-19”"),
        ("patients with long COVID", ""),
    ],
)
def test_an_illness_that_no_other_row_tells_is_told_of_those_studied(people, who):
    made = page(
        "Work and long COVID",
        f"METHODS: We looked at the records of 900 {people}. RESULTS: Of all, 9% had long COVID.",
    )
    assert row(made, "Who they were") == who

"""A page tells what all the ill had besides their illness, and nothing that only some had."""

import pytest

from .test_rows_as_stated import row
from .test_whom import quick

FOUND = " RESULTS: Bites grew weaker over the year (p = 0.01)."


def test_what_the_count_says_of_all_the_ill_stands_with_them():
    told = quick(
        "Jaw strength in long COVID",
        "METHODS: Bites were measured in 44 long COVID patients with jaw pain (e.g., on chewing) "
        "and 40 matched controls with the same teeth. RESULTS: Bites were weaker in patients than "
        "in controls (p = 0.01).",
    )
    assert "44 people with long COVID (“with jaw pain”) with 40" in told


@pytest.mark.parametrize(
    ("title", "trait"),
    [
        ("Gum and rinses in long COVID patients with predominant jaw pain: a pilot study in two "
         "villages", "with predominant jaw pain"),
        ("Profiles of individuals with long COVID reporting persistent jaw complaints",
         "reporting persistent jaw complaints"),
    ],
)  # fmt: skip
def test_what_the_title_says_of_its_people_is_told_of_them(title, trait):
    text = "METHODS: All 44 patients with long COVID were followed for one year." + FOUND
    assert f"{trait}”" in (row("Who they were", title, text) or "")
    assert f"44 people with long COVID (“{trait}”)" in quick(title, text)


@pytest.mark.parametrize(
    "others",
    [
        "Of them, 20 had no jaw pain.",
        "Those without jaw pain were seen as well.",
        "The jaw pain (JP) group and the non-JP group were compared.",
    ],
)
def test_what_some_have_not_is_not_told_of_all(others):
    title = "Profiles of individuals with long COVID reporting persistent jaw pain"
    text = f"METHODS: All 44 patients with long COVID were followed for one year. {others}{FOUND}"
    assert "jaw pain”" not in (row("Who they were", title, text) or "")


def test_one_group_of_several_lends_its_trait_to_nobody_else():
    text = (
        "METHODS: We took blood from nine healthy controls, nine individuals with long COVID, and "
        "nine individuals with long COVID who were given green tea. RESULTS: Cells were fewer in "
        "long COVID than in controls (p = 0.01)."
    )
    assert "green tea" not in (row("Who they were", "Cells in long COVID", text) or "")


def test_beside_controls_the_words_behind_the_count_of_all_tell_who_all_were():
    told = row(
        "Who they were",
        "Jaw strength and long COVID",
        "METHODS: In this cross-sectional study we assessed 90 adults living in care homes, who "
        "were put into two groups: long COVID (n = 50) and control (n = 40). RESULTS: Bites were "
        "weaker in long COVID than in controls (p = 0.01).",
    )
    assert told is not None
    assert "“adults living in care homes”" in told


def test_where_others_took_part_the_trait_is_told_of_the_ill_alone():
    told = row(
        "Who they were",
        "Brain waves in long COVID patients with prolonged jaw pain: a comparison with gum disease",
        "METHODS: We measured 31 patients after COVID-19, 20 patients with gum disease and 70 "
        "matched controls. RESULTS: Waves were slower in patients than in controls (p = 0.01).",
    )
    assert told is not None
    assert "those with the illness: “with prolonged jaw pain”" in told

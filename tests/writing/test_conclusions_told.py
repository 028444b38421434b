"""What the authors conclude is told, whatever its verb and whatever stands behind it."""

from __future__ import annotations

import pytest

from .pages import page, page_of, quick_of, told_in

STUDY = (
    "METHODS: We asked 400 adults with asthma about work and sleep. "
    "RESULTS: Adults with asthma were absent from work more often than adults without asthma. "
    "CONCLUSIONS: {}"
)


def concluded(text: str) -> str:
    return told_in(page_of(STUDY.format(text)), "inferred_conclusions")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Damp homes and dust predicted bad sleep.", "damp homes and dust predicted bad sleep"),
        ("Asthma transcends the lungs and reaches into the home.", "asthma transcends the lungs"),
        ("None of the inhalers effectively kept the cough away.", "none of the inhalers"),
        ("Nearly a third of the adults developed a new cough.", "a third of the adults developed"),
    ],
)
def test_a_conclusion_is_read_by_its_heading_and_not_by_its_verb(text: str, told: str) -> None:
    assert told in concluded(text)


@pytest.mark.parametrize(
    "text",
    [
        "The findings highlight the burden of asthma.",
        "Doctors should ask about sleep.",
        "Warm rooms effectively improved sleep.",
        "The new inhaler has a good safety profile.",
        "Whether that lasts remains to be seen.",
        "This work builds on earlier surveys.",
    ],
)
def test_praise_advice_and_what_a_treatment_did_are_no_conclusion_for_want_of_one(
    text: str,
) -> None:
    assert concluded(text) == ""


def test_what_a_finding_is_good_for_does_not_keep_it_from_the_page() -> None:
    told = concluded(
        "These findings indicate lasting trouble with sleep and work in adults with asthma for up "
        "to two years, highlighting the importance of regular visits and of new ways to support "
        "them at home."
    )
    assert "lasting trouble with sleep and work" in told
    assert "regular visits" not in told


def test_a_conclusion_of_some_thirty_words_is_told_whole() -> None:
    told = concluded(
        "In adults with asthma both poor sleep and many days away from work were seen, and "
        "neither the cold nor the dust of the mines was a part of it."
    )
    assert "neither the cold nor the dust" in told


def test_praise_of_some_thirty_words_is_not() -> None:
    told = concluded(
        "The survey, which is one of few to look at both work and sleep in adults who live with "
        "asthma, is a strong reminder that doctors should always ask about the home as well."
    )
    assert told == ""


def test_what_was_found_stands_without_the_praise_in_front_of_it() -> None:
    told = concluded(
        "This study underscores the complexity of asthma, identifying damp homes, dust and shift "
        "work as possible causes of bad sleep."
    )
    assert "The authors identify damp homes, dust and shift work as possible causes" in told
    assert "complexity" not in told


FACTORS = (
    "We followed 240 adults with asthma from one town for two years. RESULTS: {} Adults with "
    "lasting cough were more often smokers (42% vs 8%) and more often miners (30% vs 2%). "
    "In multivariable analysis, damp homes and night shifts were associated with lasting cough."
)


def test_a_title_that_asks_for_factors_is_answered_with_all_things_taken_into_account() -> None:
    lead = "Of 46 adults seen twice, 16 got better."
    told = " ".join(quick_of(FACTORS.format(lead), "Factors associated with lasting cough"))
    assert "damp homes and night shifts" in told.casefold()


def test_a_ratio_below_one_hides_nothing_behind_a_word_that_says_less() -> None:
    told = quick_of(
        "We followed 900 adults with asthma. RESULTS: Warm homes were associated with a 34% "
        "reduction in the odds of a cough compared with cold homes (OR 0.66, p = 0.02).",
        "Warm homes and cough in asthma",
    )
    assert any("34% reduction" in s for s in told)


def test_that_one_grows_as_another_falls_may_be_found() -> None:
    made = page(
        "Sleep and cough in asthma",
        "We followed 900 adults with asthma. RESULTS: We found an inverse relationship between "
        "hours of sleep and the risk of a cough (long vs short: OR 1.4).",
    )
    assert "found an inverse relationship" in told_in(made, "quick_summary")


def test_a_ratio_below_one_stays_in_standard_where_nothing_else_says_that_it_is_less() -> None:
    made = page_of(
        "METHODS: We asked 400 adults with asthma. RESULTS: Warm homes (OR 0.69, p = 0.04) and "
        "dust (OR 2.4, p = 0.01) were independently associated with night cough in adults with "
        "asthma.",
        "Night cough in asthma",
    )
    standard = [
        s.text for s in made.statements()
        if s.section == "observed_findings" and "standard" in s.depths
    ]  # fmt: skip
    assert standard and all("0.69" in text for text in standard if "Warm homes" in text)


def test_a_review_that_asks_how_many_tells_the_share_before_what_went_with_it() -> None:
    told = quick_of(
        "We searched two databases. RESULTS: A total of 20 studies with 900 adults were included. "
        "The pooled prevalence of night cough was 48% in miners and 23% in others. In miners, "
        "night cough was not significantly associated with length of stay (OR 1.1), age (OR 1.0), "
        "or smoking (OR 1.2), but was significantly associated with damp homes (OR 2.4).",
        "Prevalence and outlook of night cough in asthma: a systematic review and meta-analysis",
        ("Systematic Review",),
    )
    assert "48% in miners and 23% in others" in told[1]

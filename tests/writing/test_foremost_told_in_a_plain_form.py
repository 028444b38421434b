"""The result that matters most is told where a plain form of it can be made.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import re

import pytest

from evidence_atlas.reading import read
from evidence_atlas.writing.authors.has_verb import verb_stands_before
from evidence_atlas.writing.authors.may_be_chance import may_be_chance
from evidence_atlas.writing.authors.odds_both_ways import odds_both_ways
from evidence_atlas.writing.authors.went_which_way import went_which_way
from evidence_atlas.writing.brief.limits import baseline
from evidence_atlas.writing.quick.foremost_told import with_fuller
from evidence_atlas.writing.results.averages import averaged
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.sentences.among_others import among_others
from evidence_atlas.writing.sentences.markers_together import markers_together
from evidence_atlas.writing.tables import table
from evidence_atlas.writing.words.edges import needs_its_brackets

from .pages import MECFS, page, page_that_passes, record_of, told_in

SURVEY = (
    "We asked 412 adults with asthma about their homes. RESULTS: The mean age was 44 years and "
    "61% were female. "
)
GIVEN = "METHODS: Thirty adults with asthma all had a course of salt air for six weeks. RESULTS: "


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Damp (OR 2.1, 95% CI 1.4-3.0), smoking (OR 1.6; p = 0.01), and living alone (OR 0.7, "
         "95% CI 0.5-0.9) were independently associated with cough.",
         "damp and smoking were linked with a higher chance, and living alone with a lower chance, "
         "of cough"),
        ("Severity of cough was associated with damp (aOR = 2.0 [95% CI, 1.2-3.1]) and schooling "
         "(aOR = 0.5 [95% CI, 0.3-0.8]).",
         "Severity of cough was higher with damp, and lower with schooling"),
        # One has no ratio, or all point one way: nothing is sorted.
        ("Damp (OR 2.1), smoking, and living alone (OR 0.7) were associated with cough.", None),
        ("Damp (OR 2.1) and smoking (OR 1.6) were associated with cough.", None),
    ],
)  # fmt: skip
def test_factors_of_more_and_of_less_are_told_apart(printed: str, told: str | None) -> None:
    assert odds_both_ways(printed) == told


def test_factors_of_both_ways_stand_in_quick():
    made = page_that_passes(
        "Factors associated with cough in adults with asthma",
        SURVEY + "Damp (OR 2.1, 95% CI 1.4-3.0), smoking (OR 1.6, 95% CI 1.1-2.2), and living "
        "alone (OR 0.7, 95% CI 0.5-0.9) were independently associated with cough.",
    )
    told = told_in(made, "quick_summary")
    assert "with a higher chance, and living alone with a lower chance, of cough" in told


@pytest.mark.parametrize(
    ("sentence", "chance"),
    [
        ("Peak flow showed a declining pattern after the course (p = 0.07).", True),
        ("Peak flow rose (p = 0.20) and cough fell (p = 0.31).", True),
        ("Peak flow rose (p = 0.20) and cough fell (p = 0.03).", False),
        ("Peak flow did not change (p = 0.41).", False),
        ("A locus was linked with cough (p = 1.2 × 10-9).", False),
        ("Peak flow rose.", False),
    ],
)
def test_a_change_that_no_test_bore_out_is_no_finding(sentence: str, chance: bool) -> None:
    assert may_be_chance(sentence) is chance


def test_a_trend_that_may_be_chance_stands_nowhere_as_a_change():
    made = page(
        "Salt air in asthma",
        GIVEN + "The level of eosinophils showed a declining pattern after salt air (from 7.1 to "
        "6.4, p = 0.07). CONCLUSIONS: Trials of salt air are needed.",
    )
    told = told_in(made, "quick_summary") + told_in(made, "observed_findings")
    assert "declining" not in told


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("The training clearly reduced cough and wheeze, with large effects",
         "cough and wheeze went down, with large effects"),
        ("The salt air programme improved sleep", "sleep got better"),
        ("The training reduced cough compared with rest", None),
        ("Cough fell", None),
    ],
)  # fmt: skip
def test_what_changed_while_all_were_treated_is_no_deed_of_the_treatment(
    clause: str, told: str | None
) -> None:
    assert went_which_way(clause) == told


def test_a_change_under_a_treatment_that_all_had_is_told():
    made = page_that_passes(
        "Salt air in asthma",
        GIVEN + "The treatment significantly reduced cough and wheeze (4.1 to 3.2, p < 0.001).",
    )
    told = told_in(made, "quick_summary") + told_in(made, "observed_findings")
    assert "cough and wheeze went down" in told.casefold()


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("Female sex, damp rooms, low pay, an unhealthy and very long way to the place of work, "
         "number of moves, bad sleep are positively and consistently associated with cough",
         "Female sex, damp rooms and low pay, among others, are positively and consistently "
         "associated with cough"),
        ("Risk factors for cough included damp, smoking, rye dust, old age, and low pay, as "
         "determined by multivariate regression analysis",
         "Risk factors for cough included damp, smoking and rye dust, among others"),
        ("Sleepers with soft beds had less pain, better sleep, more strength, more calm, and "
         "fewer colds, compared with those with hard beds",
         "Compared with those with hard beds, sleepers with soft beds had less pain, better sleep "
         "and more strength, among others"),
    ],
)  # fmt: skip
def test_a_long_list_is_cut_wherever_it_stands(listed: str, told: str) -> None:
    assert among_others(listed) == told


@pytest.mark.parametrize(
    ("cut_off", "sure"),
    [(", with a fall of 46% in cough, and 12% in wheeze", True), (", and wheeze was gone", False)],
)
def test_the_verb_stands_before_what_is_cut_off_where_that_has_none(
    cut_off: str, sure: bool
) -> None:
    assert verb_stands_before(cut_off) is sure


def test_the_first_wave_beside_the_second_praises_nothing():
    made = page_that_passes(
        "Excess of cough in the first versus the second winter among people with asthma",
        "We compared 412 adults with asthma with the general population. RESULTS: The odds of "
        "having had cough in the first versus the second winter were significantly higher in "
        "adults with asthma than in the general population (OR 1.7, 95% CI 1.2-2.4, p < 0.001). "
        "CONCLUSIONS: Winters differ.",
    )
    assert "first versus the second winter" in told_in(made, "quick_summary")


@pytest.mark.parametrize(
    ("clause", "finding"),
    [
        ("89 patients were followed up", False),
        ("the distribution of patients across wards was as follows: 51% up, 49% down", False),
        ("89 patients were followed by wheeze", True),
    ],
)
def test_how_many_were_followed_is_no_finding(clause: str, finding: bool) -> None:
    nothing = re.compile(table("wording.toml")["reported"]["nothing"], re.IGNORECASE)
    assert (nothing.search(clause) is None) is finding


def test_the_average_of_a_country_stays_the_average():
    printed = "the share of patients who reached the Scottish average sleep did not rise."
    assert averaged(printed) == printed


def test_two_sums_that_their_brackets_tell_apart_are_not_told_without_them():
    assert needs_its_brackets("It saved USD 800 (lost wages) and USD 200 (care) a year.")
    assert not needs_its_brackets("It saved USD 800 (95% CI 700 to 900) a year.")


@pytest.mark.parametrize(
    ("sentence", "of_the_start"),
    [
        ("Median sleep increased from 7.1 (5.6-7.9) at baseline to 8.3 at 3 months.", False),
        ("At baseline, sleep was higher in men.", True),
    ],
)
def test_a_change_told_from_the_start_is_what_came_out(sentence: str, of_the_start: bool) -> None:
    record = record_of("Salt air for sleep in asthma", GIVEN + sentence)
    assert [baseline(r) for r in read(record, MECFS).results] == [of_the_start]


def test_the_main_result_of_a_treatment_comes_before_the_next_one():
    made = page_that_passes(
        "Salt air for sleep in asthma: a prospective observational study",
        "OBJECTIVE: To study sleep under salt air. "
        + GIVEN
        + "The most common symptoms were coughs (83.9%). The median sleep score of the entire "
        "cohort significantly increased from 7.1 (5.6-7.9) at baseline to 8.3 (6.7-8.9) at 3 "
        "months (p < 0.0001).",
    )
    assert "from 7.1 at the start to 8.3" in told_in(made, "quick_summary")


def test_what_a_fuller_sentence_says_as_well_is_not_said_twice():
    short, other, long = (
        Said(text, ())
        for text in ("Men coughed.", "Women slept.", "While women wheezed, men coughed.")
    )
    assert with_fuller([short, other], long) == [other, long]


def test_what_the_results_of_a_review_showed_is_told():
    made = page_that_passes(
        "Food supplements and cough in asthma: a systematic review",
        "We searched two databases for trials of food supplements in asthma. RESULTS: The results "
        "of this review showed several supplements that suggest improvement in cough, including "
        "honey, ginger, and thyme.",
        ("Systematic Review",),
    )
    assert "several supplements that suggest improvement in cough" in told_in(made, "quick_summary")


def test_what_a_study_highlights_is_what_its_authors_conclude():
    made = page_that_passes(
        "Damp homes and cough in asthma",
        SURVEY + "CONCLUSIONS: This study highlights that cough was commoner in damp homes.",
    )
    told = told_in(made, "quick_summary") + told_in(made, "inferred_conclusion")
    assert "The authors conclude that cough was commoner in damp homes." in told


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "higher levels of IL-7, EGF and MCP-3 were seen",
            "higher levels of several markers were seen",
        ),
        ("an increase in PM1, SO2 and NO2 was seen", "an increase in PM1, SO2 and NO2 was seen"),
    ],
)
def test_what_is_in_the_air_is_no_marker_of_people(printed: str, told: str) -> None:
    assert markers_together(printed)[0] == told

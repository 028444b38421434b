"""A main result that is hard to tell is told plainly, and says no more than its authors do."""

from __future__ import annotations

import time

import pytest

from evidence_atlas.writing.sentences.among_others import among_others
from evidence_atlas.writing.sentences.markers_together import markers_together
from evidence_atlas.writing.words.numbers import figures

from .pages import quick_of

OPENS = (
    "Little is known of damp homes. We asked 412 adults with asthma about mould in their homes. "
    "RESULTS: The mean age was 44 years and 61% were female. "
)
TITLE = "Mould in the homes of adults with asthma"


def test_short_forms_in_a_row_that_were_measured_are_told_together():
    told, why = markers_together("adults with mould had higher levels of QX-7, ZTR, and WLP-3")
    assert told == "adults with mould had higher levels of several markers"
    assert [r.rule for r in why] == ["markers-together"]
    told, _ = markers_together("they report that Circulating QX21 and NT-proZZ levels were lower")
    assert told == "they report that circulating levels of some markers were lower"


@pytest.mark.parametrize("text", [
    "the risk was higher than in the SS and IS groups",
    "they were given QX-7 and ZTR for a week",
    "there was an increase in QX-7 and ZTR and a decrease in WLP-3 and KRM",
])  # fmt: skip
def test_short_forms_of_groups_and_treatments_and_those_in_many_rows_stay(text: str):
    assert markers_together(text) == (text, ())


def test_a_long_row_that_ends_in_a_word_is_read_at_once():
    row = ", ".join(f"IL-{n}" for n in range(1, 60))
    begun = time.process_time()
    text = f"they had levels of {row}, and interferon-gamma"
    assert markers_together(text)[0].endswith("interferon-gamma")
    assert time.process_time() - begun < 2


def test_a_long_list_in_front_of_its_verb_is_told_by_its_first_members():
    told = among_others(
        "Damp walls, old carpets, low rent, open stoves, and furred pets were linked with asthma"
    )
    assert told == "Damp walls, old carpets and low rent, among others, were linked with asthma"


@pytest.mark.parametrize("text", [
    "In women, damp walls, old carpets, low rent, and furred pets were linked with asthma",
    "Damp walls, old carpets, which were rare, low rent, stoves, and pets were linked with asthma",
    "Damp walls and old carpets were linked with asthma",
])  # fmt: skip
def test_a_list_is_cut_only_where_its_members_are_sure(text: str):
    assert among_others(text) is None


def test_a_number_in_a_name_is_no_figure():
    assert figures("COVID-19 and PHQ-9 in 1,234 of 5.6% after 12 weeks") == 3


def test_the_analysis_in_front_of_a_finding_is_left_out():
    told = " ".join(quick_of(
        OPENS + "Multivariable regression analysis showed that mould, rather than dust, had spread "
        "in the homes of adults with asthma.", TITLE,
    ))  # fmt: skip
    assert "ould, rather than dust, had spread" in told
    assert "regression" not in told


def test_what_was_taken_into_account_stays_where_a_finding_hangs_on_it():
    told = " ".join(quick_of(
        OPENS + "After adjusting for rent, only mould, rather than dust, remained more common in "
        "the homes of adults with asthma.", TITLE,
    ))  # fmt: skip
    assert "only mould" not in told or "taking account of rent" in told


def test_a_word_that_judges_stands_as_the_authors_own():
    told = " ".join(quick_of(
        OPENS + "We found that the mould score, rather than the dust score, showed excellent "
        "agreement with what inspectors saw in the homes of adults with asthma.", TITLE,
    ))  # fmt: skip
    assert "excellent" not in told.replace("“excellent”", "")


def test_a_mean_score_alone_is_no_result():
    told = " ".join(quick_of(OPENS + "The mean mould worry score was 34.2.", TITLE))
    assert "34.2" not in told

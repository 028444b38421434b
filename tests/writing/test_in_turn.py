"""What turns from another is told behind it, and what a title or conclusion denies comes first."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.brief.main_result import only_supports
from evidence_atlas.writing.results.in_order import in_this_order

from .pages import page, quick_of

WITHOUT_AND_WITH = (
    "We measured breath in 20 adults with asthma who were given honey syrup. RESULTS: Peak flow "
    "fell by 4 litres after one hour. In contrast, one hour after honey syrup, patients showed a "
    "rise in peak flow of 3 litres. "
)
HONEY = "Honey syrup improves peak flow in asthma: an open-label study"


def test_what_was_seen_without_the_treatment_stands_before_what_was_seen_with_it():
    told = [s for s in quick_of(WITHOUT_AND_WITH, HONEY) if "Peak flow fell" in s]
    assert all(". By contrast, one hour after honey syrup" in s for s in told)
    assert told


def test_what_was_seen_without_the_treatment_is_not_what_may_fairly_be_said():
    written = page(HONEY, WITHOUT_AND_WITH)
    assert not [s for s in written.statements() if s.section == "fair_to_say" and "fell" in s.text]


def test_a_concluded_null_comes_before_what_turns_from_it():
    told = quick_of(
        "This retrospective study looked at the records of 41 adults with asthma, without and with "
        "a chest scan. RESULTS: In the first and second round asthma was made out in an average of "
        "10 (24%) and 11 (27%) adults (P=0.69). CONCLUSIONS: The chest scan did not influence the "
        "decision of doctors on asthma. However, the trust in the decision was improved by the "
        "chest scan.",
        "A chest scan and the decision of doctors on asthma: a retrospective study",
    )
    null = next(i for i, s in enumerate(told) if "did not influence the decision" in s)
    turns = [i for i, s in enumerate(told) if "trust in the decision" in s]
    assert turns
    assert null < turns[0]


def test_a_result_that_only_supports_the_main_outcomes_is_none_of_them():
    assert only_supports("Supporting these primary outcomes, sleep was longer.")
    assert not only_supports("The primary outcome, sleep, was longer.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "19% and 21% of miners had cough and wheeze, respectively",
            "19% and 21% of miners had cough and wheeze, in this order",
        ),
        (
            "9%, 8%, and 7% had cough, wheeze, and pain, respectively",
            "9%, 8%, and 7% had cough, wheeze, and pain, in this order",
        ),
        (
            "Wheeze was had by 44.9%, 37.8% and 22% at 1, 3 and 6 months, respectively, of dust",
            "Wheeze was had by 44.9%, 37.8% and 22% at 1, 3 and 6 months, in this order, of dust",
        ),
        # What it maps stood in a bracket, or is another number of things.
        ("Cough and wheeze fell, respectively", "Cough and wheeze fell, respectively"),
        (
            "9%, 8% and 7% had cough and wheeze, respectively",
            "9%, 8% and 7% had cough and wheeze, respectively",
        ),
        (
            "19% and 21% had cough and wheeze at night and noon, respectively",
            "19% and 21% had cough and wheeze at night and noon, respectively",
        ),
    ],
)
def test_figures_and_as_many_things_are_told_in_their_order(text, told):
    assert in_this_order(text) == told


def test_quick_tells_what_figures_stand_for_in_their_order():
    told = quick_of(
        "We studied 400 adults with asthma. RESULTS: Cough and wheeze were present in 9.8% and "
        "6.9%, respectively.",
        "Cough and wheeze in adults with asthma",
    )
    assert "Cough and wheeze were present in 9.8% and 6.9%, in this order." in told


def test_a_short_form_that_the_text_explains_otherwise_is_no_statistic():
    told = quick_of(
        "We studied 400 adults with asthma who were cold intolerant (CI). RESULTS: Those in the "
        "high CI class reported more wheeze than those in the low CI class (p < 0.001).",
        "Asthma in adults who are cold intolerant",
    )
    assert any("more wheeze" in s for s in told)
    assert not any(" CI " in s for s in told)


def test_who_they_were_that_said_so_stands_in_the_sentence():
    told = quick_of(
        "We interviewed 21 adults with asthma about their work. RESULTS: Among all adults, most "
        "described that they were not able to work as much as before asthma.",
        "Work with asthma: a qualitative study",
    )
    assert any("they were not able to work" in s for s in told)


def test_what_turns_from_the_first_finding_is_told_right_behind_it():
    told = quick_of(
        "We interviewed 21 bakers with asthma. RESULTS: Bakers received warm and steady emotional "
        "help from friends and family. However, bakers also described receiving blame from their "
        "bosses at work. Regarding sleep, bakers reported trouble with long nights. CONCLUSIONS: "
        "Help from friends affects how bakers with asthma can cope with work.",
        "Bakers with asthma and the help that they receive from friends and bosses: a "
        "qualitative study",
    )
    at = next(i for i, s in enumerate(told) if "emotional help from friends" in s)
    assert "blame from their bosses" in told[at + 1]


def test_what_a_review_sets_against_its_message_is_told_behind_it():
    told = quick_of(
        "Asthma is common. This review looks at honey syrup. Taken together, these studies suggest "
        "that honey syrup may ease asthma at night. In contrast, cold baths do not ease the cough "
        "of asthma at night.",
        "Honey syrup and cold baths in asthma at night: a review",
        ("Review",),
    )
    at = next(i for i, s in enumerate(told) if "honey syrup may ease asthma" in s)
    assert told[at + 1].startswith("But they add that cold baths do not ease the cough")

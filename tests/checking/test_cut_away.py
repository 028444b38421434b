"""What may not be cut away between words that stay, and words of degree."""

from __future__ import annotations

import pytest

from evidence_atlas.checking.cut_away import wrongly_cut
from evidence_atlas.checking.degrees import of_another_degree
from evidence_atlas.checking.word_for_word import beside


@pytest.mark.parametrize(
    ("source", "told"),
    [
        # What came from the one is not told of the other.
        (
            "While no headache was seen in lamps from rested nurses, tired porters had strong "
            "headache at night.",
            "No headache was seen in lamps from tired porters.",
        ),
        # Half had the one; of the other no share is given.
        (
            "Headache was seen in two wards, with half of the nurses having coughs, and serious "
            "falls from ladders in all wards.",
            "Headache was seen in two wards, with half of the nurses having serious falls from "
            "ladders.",
        ),
        # A range is told with both its ends.
        (
            "Most lamps had a moderate (59%) to complex (40%) switch with a cord.",
            "Most lamps had a complex switch with a cord.",
        ),
        # At all times than the one, at the start alone than the other.
        (
            "Tired nurses had more headache at all visits than the rested porters and at the first "
            "visit compared to sleepy cooks.",
            "Tired nurses had more headache at all visits compared to sleepy cooks.",
        ),
        # That no evidence was found is not that there is none.
        (
            "There was no evidence of excess headache with the lamp by nurses' rating.",
            "There was no headache with the lamp by nurses' rating.",
        ),
        (
            "There was no evidence of excess headache with the lamp by nurses' rating.",
            "There was evidence of no excess headache with the lamp by nurses' rating.",
        ),
        (
            "The lamp sold here gave a headache different from all reported previously.",
            "The lamp sold here gave a headache reported previously.",
        ),
    ],
)
def test_words_without_which_the_rest_says_another_thing_are_not_cut_away(source: str, told: str):
    laid = beside(told, [source])
    assert laid is not None and wrongly_cut(laid, [source]) is not None


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "Nurses under the lamp had headache, coughs, and falls in all wards.",
            "Nurses under the lamp had headache and falls in all wards.",
        ),
        (
            "Headache rose in nurses (12%), porters (9%), and cooks (4%) after the lamp.",
            "Headache rose in nurses, porters and cooks after the lamp.",
        ),
        (
            "There were no statistically significant differences in headache between the wards.",
            "There were no clear differences in headache between the wards.",
        ),
        (
            "In nurses, and in a post hoc view of the wards, headache rose after the lamp.",
            "In nurses headache rose after the lamp.",
        ),
    ],
)
def test_what_a_sentence_may_do_without_may_go(source: str, told: str):
    laid = beside(told, [source])
    assert laid is not None and wrongly_cut(laid, [source]) is None


def test_how_good_something_is_stands_in_what_is_quoted():
    source = ["The quality of the evidence varied from low to moderate."]
    rule = ["a significant prevalence is high"]
    assert of_another_degree("The evidence was of high quality.", source, []) == "high"
    assert of_another_degree("The quality varied from low to moderate.", source, rule) is None
    assert of_another_degree("Low mood eased.", ["Depression eased."], ["low mood"]) is None


def test_a_significant_prevalence_may_be_told_as_high():
    told = "There is a high prevalence of headache."
    assert of_another_degree(told, ["There is a significant prevalence of headache."], []) is None
    assert of_another_degree(told, ["There is a prevalence of headache of 3%."], []) == "high"

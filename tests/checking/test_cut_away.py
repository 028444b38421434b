"""What may not be cut away between words that stay, and words of degree."""

from __future__ import annotations

import pytest

from evidence_atlas.checking.cut_away import wrongly_cut
from evidence_atlas.checking.degrees import of_another_degree
from evidence_atlas.checking.exchanged_things import changed_places
from evidence_atlas.checking.in_order import exchanged_in_brackets
from evidence_atlas.checking.whose_share import of_all_people, turned_round
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
        # Of 11 wards only four; and the share is of those in the first words.
        (
            "Headache was worse in 4 out of 11 wards that had both lamps and noise at night.",
            "Headache was worse in the 11 wards that had both lamps and noise at night.",
        ),
        (
            "Most of the wards (10/14, 71%) were rated as being of moderate quality, with flaws "
            "including lack of lamps, broken beds and noise.",
            "Most of the wards (10/14, 71%) had lack of lamps, broken beds and noise.",
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


def test_a_share_of_some_is_not_told_of_all_people():
    source = ["29.6% of night nurses (NN) and 7.1% of porters had not gone home by noon."]
    assert (
        of_all_people("29.6% of subjects had not gone home by noon.", source) == "29.6% of subjects"
    )
    assert of_all_people("29.6% of night nurses had not gone home by noon.", source) is None
    of_all = ["29.6% of participants had not gone home."]
    assert of_all_people("29.6% of people had not gone home.", of_all) is None


def test_what_goes_the_other_way_is_not_linked_with_more_of_it():
    source = ["Noise was inversely associated with sleep scores."]
    assert turned_round("Noise was linked with higher sleep scores.", source) is not None
    assert turned_round("Noise was linked with lower sleep scores.", source) is None
    assert turned_round("More noise went with lower sleep scores.", source) is None


def test_names_and_counts_of_a_bracket_stay_together():
    source = ["Two groups of wards were seen (calm, n = 170, vs. loud, n = 66)."]
    assert exchanged_in_brackets("There were two (loud, n = 170, vs. calm, n = 66).", source)
    assert not exchanged_in_brackets("There were two (calm, n = 170, vs. loud, n = 66).", source)
    assert not exchanged_in_brackets("There were two groups (calm, n = 170).", source)


@pytest.mark.parametrize(
    ("told", "exchanged"),
    [
        ("In tired nurses after the lamp, headache rose at night.", False),
        ("Headache rose in tired nurses at night after the lamp.", False),
        ("Nurses raised the headache of tired lamps after the night.", True),
    ],
)
def test_others_may_tell_in_another_order_but_not_exchange_two_things(told: str, exchanged: bool):
    source = "Headache rose at night in tired nurses after the lamp."
    assert changed_places(told, [source]) is exchanged

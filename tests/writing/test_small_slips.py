"""Capitals, dashes and ends of sentences stand as a careful printer would set them."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.writing.authors.has_verb import has_verb
from evidence_atlas.writing.said import sentence_case
from evidence_atlas.writing.sentences.in_two import in_two
from evidence_atlas.writing.sentences.pointing import POINTS_BACK
from evidence_atlas.writing.tables import table
from evidence_atlas.writing.words.clause import swapped
from evidence_atlas.writing.words.noun_phrases import uncapital


@pytest.mark.parametrize(
    ("begins", "within"),
    [
        ("Wilson disease was rare", "Wilson disease was rare"),
        ("Gaussian models fitted", "Gaussian models fitted"),
        ("Lactococcus lactis was given", "Lactococcus lactis was given"),
        ("Recurrent ME/CFS was common", "recurrent ME/CFS was common"),
        ("Depression QIDS scores fell", "depression QIDS scores fell"),
        ("Repeated Covid-19 was common", "repeated Covid-19 was common"),
        ("Pain Severity Scale scores fell", "Pain Severity Scale scores fell"),
    ],
)
def test_within_a_sentence_only_a_name_keeps_its_capital(begins, within):
    assert uncapital(begins) == within


@pytest.mark.parametrize(
    ("kept", "printed"),
    [
        (
            "complaints-including dry eyes-in one woman",
            "Complaints – including dry eyes – in one woman.",
        ),
        ("fewer T cells-suggesting a weak defence", "Fewer T cells – suggesting a weak defence."),
        ("a well-being programme-in-house", "A well-being programme-in-house."),
    ],
)
def test_a_dash_that_a_data_base_keeps_as_a_hyphen_is_a_dash_again(kept, printed):
    assert sentence_case(kept) == printed


def test_characters_that_nobody_sees_part_words_by_one_blank():
    assert sentence_case("it foretells ME/CFS\ufeff\ufeffME/CFS") == "It foretells ME/CFS ME/CFS."


def test_no_comma_stands_before_the_end_of_a_sentence():
    assert sentence_case("the median rose from 21 to 30,.") == "The median rose from 21 to 30."


def test_a_sentence_that_begins_as_an_answer_is_not_told_alone():
    assert POINTS_BACK.search("As is taste, both at table and alone.")
    assert not POINTS_BACK.search("As people improved, taste came back.")


def test_words_that_only_compare_are_no_second_half_of_a_sentence():
    first = "the first test found twelve marks in the old group, whereas 31 marks"
    assert in_two(f"{first} in the other compared to none", has_verb) is None
    assert in_two(f"{first} were found in the other compared to none", has_verb) is not None


def test_a_share_that_is_cut_off_would_be_said_of_all():
    shares = re.compile(table("wording.toml")["reported"]["share_in_brackets"])
    assert shares.search("The scars were unusual (66.7%) and uneven (22.2%).")
    assert not shares.search("The scars were common (66.7%).")


def test_a_notably_that_names_an_example_stays_or_it_would_be_one_thing_more():
    told = "drugs went with more infections, notably infections of the blood"
    assert swapped(told) == told
    assert swapped("notably, infections were rare") == "infections were rare"
    assert swapped("infections were notably rare") == "infections were rare"

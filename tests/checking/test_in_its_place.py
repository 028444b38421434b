"""What stands in the place of a word of the source: its opposite, another, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import Desk
from tests.checking.test_small_words import of_one_sentence

from evidence_atlas.checking.in_its_place import (
    another_in_its_place,
    beside_its_opposite,
    hedge_left_out,
    one_for_another,
)
from evidence_atlas.checking.small_words import brought_in
from evidence_atlas.checking.told_again import once_too_often, teller_elsewhere, twice_in_a_row
from evidence_atlas.checking.word_for_word import beside, denial_left_out, turned_round

SOURCE = (
    "Short-term benefits of the lamp were seen in nurses without headache at the long-term visit, "
    "with fewer falls in the garden than in the kitchen."
)


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("The authors report long-term benefits of the lamp.", "“long-term … benefits”"),
        ("The authors report short-term benefits of the lamp.", None),
        ("The lamp helped nurses with headache.", "“with … headache”"),
        ("The lamp helped nurses without headache.", None),
        ("The lamp helped nurses with and without headache.", None),
    ],
)
def test_a_word_is_not_said_of_what_the_source_says_the_opposite_of(told: str, fault: str | None):
    assert beside_its_opposite(told, [SOURCE], beside(told, [SOURCE])) == fault


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (
            "Short-term benefits of the lamp were seen in nurses without headache at the long-term "
            "visit, with fewer falls in the kitchen than in the kitchen.",
            "“kitchen” for “garden”",
        ),
        (SOURCE, None),
        (
            "Short-term benefits of the lamp were seen in nurses without pain at the long-term "
            "visit, with fewer falls in the garden than in the kitchen.",
            None,  # a word that the source has not is asked for elsewhere
        ),
    ],
)
def test_no_word_of_the_source_stands_in_the_place_of_another(told: str, fault: str | None):
    laid = beside(told, [SOURCE])
    assert laid is not None and another_in_its_place(laid, told) == fault


def test_a_word_that_a_glossary_entry_brings_stands_for_its_term() -> None:
    source = "Insomnia and poor sleep at night were seen in nurses of the hospital, with insomnia."
    told = "Trouble sleeping and poor sleep at night were seen in nurses of the hospital."
    laid = beside(told, [source])
    assert laid is not None
    entry = "glossary: insomnia means trouble sleeping."
    assert another_in_its_place(laid, told, [entry]) is None


def test_a_word_of_caution_is_not_left_out_between_the_same_words() -> None:
    source = "A longer visit shifts care to the town, potentially reducing costs and falls at home."
    laid = beside(source.replace("potentially ", ""), [source])
    assert laid is not None and hedge_left_out(laid) == "potentially"
    same = beside(source, [source])
    assert same is not None and hedge_left_out(same) is None


@given(st.text(max_size=200))
def test_a_text_told_as_it_stands_has_everything_in_its_place(text: str) -> None:
    laid = beside(text, [text])
    assert beside_its_opposite(text, [text], laid) is None
    if laid is not None:
        assert another_in_its_place(laid, text) is None
        assert hedge_left_out(laid) is None


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("They had the few common falls in the garden of the house.", "“few” for “most”"),
        ("They had the most common falls without the garden of the house.", "“without” for “in”"),
        ("They had the most common falls in the garden of the house.", None),
    ],
)
def test_a_word_does_not_stand_in_the_place_of_its_opposite(told: str, fault: str | None) -> None:
    source = "They had the most common falls in the garden of the house."
    laid = beside(told, [source])
    assert laid is not None
    assert turned_round(laid) == (None if "without" in told else fault)


def test_who_tells_it_does_not_hide_a_denial_left_out() -> None:
    source = "There is no agreement on the part of lamps in the beginning of falls."
    told = "The authors write that there is agreement on the part of lamps in the start of falls."
    laid = beside(told, [source])
    assert laid is not None and denial_left_out(laid) == "no … agreement"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Both groups had a lamp.", ["both"]),
        ("Everybody took part.", ["everybody"]),
        ("One group had a lamp.", []),
        ("Nobody with headache took part.", []),
        ("The lamp will not help.", ["not"]),
        ("The lamp will help.", []),
    ],
)
def test_how_many_and_denials_are_not_brought_in(told: str, words: list[str]) -> None:
    rule = "One group had one thing; nobody else took part. Whether it will help is open."
    assert brought_in(told, [rule]) == words


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("In rats, researchers studied sleep.", True),
        ("In people, researchers studied sleep.", False),
    ],
)
def test_a_frame_is_not_told_of_people_where_its_facts_are_of_animals(told, right, desk: Desk):
    of = of_one_sentence(desk, "What lamps do in winter was watched in rats, as people differ.")
    rule = ("animals", "The study was made in animals. Researchers studied something in them.")
    said = of.say(told, "rats", rule=rule, section="quick_summary")
    assert any(flag.detail.startswith("“people”") for flag in of.flags(said)) != right


@pytest.mark.parametrize(("rating", "right"), [("low or moderate", True), ("high", False)])
def test_the_authors_rating_is_in_their_words(rating: str, right: bool, desk: Desk) -> None:
    of = of_one_sentence(desk, "The quality of evidence was low to moderate.")
    rule = ("rated", "The authors rate the evidence: low or high, how sure.")
    told = f"How sure: the authors rate the evidence as {rating}."
    said = of.say(told, "low to moderate", rule=rule, section="quick_summary")
    assert any(flag.detail.startswith("“high”") for flag in of.flags(said)) != right


def test_a_short_form_stands_for_the_words_that_it_shortens() -> None:
    source = (
        "Nurses who gave the Winter Lamp Unit drink were more at ease with the drink of the "
        "hospital than those without a WLU visit."
    )
    told = source.replace("Winter Lamp Unit", "WLU")
    laid = beside(told, [source])
    assert laid is not None and another_in_its_place(laid, told) is None


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("Falls in the kitchen were fewer than falls at night.", None),
        ("Falls in the kitchen were fewer than in the kitchen at night.", "“kitchen” once too"),
        ("Nurses fell less than other nurses at night.", None),  # a glossary entry tells them so
    ],
)
def test_a_word_is_told_no_oftener_than_all_its_sources_say_it(told: str, fault: str | None):
    source = "Falls in the kitchen were fewer than falls of RNs in the garden at night."
    found = once_too_often(told, [source], ["glossary: rns means nurses."])
    assert (found or "").startswith(fault or "") and (found is None) == (fault is None)


GARDENS = (
    "The lamp was linked with better sleep in gardeners at the autumn visit, and with fewer falls "
    "in the kitchen."
)
ASKED = "Gardeners were asked about headache and sleep at two visits."


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        # A word of the same sentence, in a place that has lost its own.
        (
            "The lamp was linked with better sleep in sleep at the autumn visit.",
            "“sleep” for “gardeners”",
        ),
        # A word of another sentence that it rests on.
        ("The lamp was linked with better headache in gardeners.", "“headache” for “sleep”"),
        ("The lamp was linked with better sleep in gardeners.", None),
        # A word that neither sentence has is asked for elsewhere.
        ("The lamp was linked with better balance in gardeners.", None),
    ],
)
def test_a_word_of_the_abstract_stands_in_no_place_of_another(told: str, fault: str | None):
    sources = [GARDENS, ASKED]
    laid = beside(told, sources)
    assert laid is not None and one_for_another(laid, sources) == fault


def test_a_rule_or_the_glossary_may_tell_one_word_by_another_of_the_abstract():
    told = "The lamp was linked with better headache in gardeners."
    sources = [GARDENS, ASKED]
    laid = beside(told, sources)
    assert laid is not None
    assert one_for_another(laid, sources, ["glossary: sleep means headache."]) is None
    assert one_for_another(laid, sources, ["sleep is told as headache."]) is None
    assert one_for_another(laid, sources, ["headache is told as pain."]) is not None


def test_a_word_that_only_moved_past_what_was_left_out_stands_for_none():
    source = "Mind factors, such as worry, grief or home tidying, can be involved in the complaint."
    told = "Mind and home factors can be involved in the complaint."
    laid = beside(told, [source])
    assert laid is not None and one_for_another(laid, [source]) is None


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("The lamp was linked with sleep sleep.", "“sleep sleep”"),
        ("The lamp was linked with sleep-sleep.", "“sleep-sleep”"),
        ("The lamp helped step-step walking.", None),  # so its source says
        ("They had had the lamp. Had they not, they slept.", None),
    ],
)
def test_no_word_is_told_twice_in_a_row(told: str, fault: str | None):
    source = "They had had the lamp, and it helped step-step walking."
    assert twice_in_a_row(told, [source]) == fault


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("The authors report that few lamps were seen.", False),
        ("Lamps, the authors conclude, “ease” sleep. They conclude that few were seen.", False),
        ("The authors report that few authors were seen.", True),
        ("The authors conclude that lamps conclude sleep.", True),
        ("Papers with two authors were seen.", False),  # so its source says
    ],
)
def test_who_tells_it_stands_only_where_somebody_tells(told: str, wrong: bool):
    source = "Few lamps were seen." if "Papers" not in told else "Papers with two authors."
    assert (teller_elsewhere(told, [source]) is not None) is wrong

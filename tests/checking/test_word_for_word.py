"""A sentence that follows its source word for word may alter nothing of it, in whoever's voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import Desk

from evidence_atlas.checking.exchanged_figures import exchanged_figures
from evidence_atlas.checking.word_for_word import (
    all_for_some,
    all_in_place_of_some,
    beside,
    denial_left_out,
    denial_put_in,
    out_of_order,
    part_left_out,
    turned_round,
)
from evidence_atlas.records import AbstractSection, Sentence

WITHDREW = "Withdrawals were 12% after the exercise course and 10% after usual care."
TIRED = "Most children in the survey reported clearly less fatigue after the summer course."


@pytest.mark.parametrize(
    ("text", "source", "figures"),
    [
        ("10% after the exercise course and 12% after usual care.", WITHDREW, ["12"]),
        ("Withdrawals were 12% after the exercise course.", WITHDREW, []),
        ("Withdrawals were 10% after the exercise course.", WITHDREW, ["10"]),
        ("After usual care 10% withdrew, after the exercise course 12%.", WITHDREW, []),
        (
            "The survey reached 995 people, 12,789 of them with lasting fatigue.",
            "The survey reached 12,789 people (median age 48), 995 of them with lasting fatigue.",
            ["995", "12,789"],
        ),
        # Whose count it is stands behind a bracket, and a base is told beside its part.
        (
            "The survey reached 12,789 people, 995 of them with lasting fatigue.",
            "The survey reached 12,789 people (median age 48), 995 of them with lasting fatigue.",
            [],
        ),
        (
            "Lasting fatigue was seen in 107 of 500 patients.",
            "Lasting fatigue was seen in 107 patients. We asked 500 survivors.",
            [],
        ),
        # The numbers of a list are no figures.
        (
            "The clusters were 1) young and 2) elderly people.",
            "The clusters were 1) young [N = 2] and 2) elderly people [N = 1].",
            [],
        ),
    ],
)
def test_a_figure_keeps_the_words_that_it_is_of(text: str, source: str, figures: list[str]):
    assert exchanged_figures(text, [source]) == figures


def test_the_figures_of_a_sentence_stand_in_the_order_of_its_source():
    source = "The patient group was large (n = 7), followed by cancer (n = 4)."
    turned = beside("The patient group was large (n = 4), followed by cancer (n = 7).", [source])
    assert turned is not None and out_of_order(turned) == "7"
    same = beside(source, [source])
    assert same is not None and out_of_order(same) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Most children in the survey reported clearly more fatigue after the summer course.",
         turned_round),
        ("Most children in the survey did not report clearly less fatigue after the summer course.",
         denial_put_in),
        ("All children in the survey reported clearly less fatigue after the summer course.",
         all_in_place_of_some),
    ],
)  # fmt: skip
def test_what_is_altered_between_the_same_words_is_found(text: str, asked):
    altered, same = beside(text, [TIRED]), beside(TIRED, [TIRED])
    assert altered is not None and asked(altered) is not None
    assert same is not None and asked(same) is None


def test_a_denial_of_the_source_is_not_left_out():
    source = "The tired children did not report clear relief after the course, and slept longer."
    told = beside("The tired children reported clear relief after the course.", [source])
    assert told is not None and denial_left_out(told) is not None
    other = beside("The tired children slept longer after the course.", [source])
    assert other is None or denial_left_out(other) is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # What lacks is not there, whichever word says so.
        ("Clear signs of fever were not seen in the children.",
         "Clear signs of fever were absent in the children."),
        ("Not very active children slept longer.", "Sedentary children slept longer."),
        ("Not only children slept longer in summer.", "Children slept longer in summer."),
    ],
)  # fmt: skip
def test_a_denial_in_other_words_is_none_put_in(text: str, source: str):
    laid = beside(text, [source])
    assert laid is None or denial_put_in(laid) is None


def test_nobody_is_told_to_be_all_where_the_source_has_no_word_for_all():
    assert all_for_some("All children slept.", ["Some children slept."]) == "All"
    assert all_for_some("All children slept.", ["Every child slept."]) is None
    assert all_for_some("All children slept.", ["Children slept (12 of 12)."]) is None


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("All children in the camp slept longer after the course.",
         "Over 30% of children in the camp slept longer after the course.", "All"),
        ("All the children in the camp slept longer.",
         "30% of all the children in the camp slept longer.", "All"),
        ("Fever was seen across all 12 camps in the cold summer.",
         "Fever was seen across 9 out of 12 camps in the cold summer.", "all"),
        ("A share of all the children in the camp slept longer.",
         "A proportion of all the children in the camp slept longer.", None),
        ("All the children in the camp slept longer for 12 weeks.",
         "Over 12 weeks of sun the children in the camp slept longer.", None),
    ],
)  # fmt: skip
def test_a_share_is_not_told_as_all(text: str, source: str, found: str | None):
    laid = beside(text, [source])
    assert laid is not None and all_in_place_of_some(laid) == found


IN_WOMEN = "In women, the summer course eased fatigue and pain for some weeks."


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("The summer course eased fatigue and pain for some weeks.", IN_WOMEN, "In women"),
        ("The authors report that the summer course eased fatigue and pain.", IN_WOMEN,
         "In women"),
        ("The summer course eased fatigue and pain.",
         "The summer course eased fatigue and pain in those with severe asthma.",
         "in those with severe"),
        ("The summer course eased fatigue and pain.",
         "The summer course eased fatigue and pain in people with hay fever.", "in people with"),
        ("The summer course eased fatigue and pain.",
         "Among housebound patients, the summer course eased fatigue and pain.",
         "Among housebound patients"),
        # Told in its place or elsewhere, or in another word.
        (IN_WOMEN, IN_WOMEN, None),
        ("The summer course eased fatigue and pain in women.", IN_WOMEN, None),
        ("The summer course eased fatigue and pain in female patients.", IN_WOMEN, None),
        ("In women with asthma, the summer course eased pain.",
         "In a subgroup of women with asthma, the summer course eased pain.", None),
        # How it was worked out is no part of the people.
        ("The summer course eased fatigue and pain.",
         "In adjusted models, patients told that the summer course eased fatigue and pain.", None),
        # What is so above all in a part is so in all.
        ("The summer course eased fatigue and pain.",
         "The summer course eased fatigue and pain, particularly in women.", None),
    ],
)  # fmt: skip
def test_the_words_for_a_part_are_not_left_out(text: str, source: str, found: str | None):
    laid = beside(text, [source])
    assert laid is not None and part_left_out(laid) == found


def test_those_whom_a_whole_study_is_of_are_no_part_of_it():
    laid = beside("The summer course eased fatigue and pain for some weeks.", [IN_WOMEN])
    assert laid is not None and part_left_out(laid, "A summer course for women") is None


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("The rate of fever in the camp was not 30% in winter.",
         "The rate of fever in the camp was 30% in winter.", True),
        ("The children did not clearly sleep longer after the course.",
         "The children did sleep significantly longer after the course.", True),
        ("The children in the camp did not show clear relief.",
         "The children in the camp demonstrated clear relief.", True),
        # NO is a gas.
        ("NO fever levels in the camp rose in winter.",
         "Fever levels in the camp rose in winter.", False),
    ],
)  # fmt: skip
def test_a_denial_is_put_in_before_a_figure_or_another_word_too(
    text: str, source: str, wrong: bool
):
    laid = beside(text, [source])
    assert laid is not None and (denial_put_in(laid) is not None) is wrong


def test_what_another_source_denies_may_be_denied():
    aim = "We asked whether late night fever in the camp was seen by electric measures."
    laid = beside("Late night fever in the camp was not seen by electric measures.", [aim])
    assert laid is not None and denial_put_in(laid) is not None
    assert denial_put_in(laid, "", [aim, "Fever was not seen by it."]) is None


def test_two_counts_do_not_count_each_others_things():
    held = ["51 eligible trials", "We read 4026 participants in 51 trials."]
    shares = ["The share was 47.8% for cough, 37.3% for fever, and 23% for chills."]
    assert exchanged_figures("It was 37.3% for fever, and 23% for chills.", shares) == []
    assert exchanged_figures("It was 37.3% for chills, and 23% for fever.", shares) != []
    assert exchanged_figures("It gathered 51 trials with 4,026 people.", held) == []
    assert exchanged_figures("It gathered 4,026 trials with 51 people.", held) == ["4,026", "51"]


REPORTED = (
    "The authors report that early withdrawals of children were {} after the summer course "
    "and {} after usual care."
)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (REPORTED.format("12%", "10%"), None),
        (REPORTED.format("10%", "12%"), "number-misplaced"),
        ("The authors report that early withdrawals of children were not 12% after the summer "
         "course.",
         "direction-contradicts"),
        ("The authors report that early withdrawals of children were caused by the course.",
         "causal-wording"),
    ],
)  # fmt: skip
def test_what_the_authors_report_is_held_to_their_words(told: str, code: str | None, desk: Desk):
    """Conclusions of the authors may speak of causes; what they are said to report may not be
    altered."""
    text = (
        "Early withdrawals of children were 12% after the summer course and 10% after usual care."
    )
    of = desk.with_record(abstract=(AbstractSection(text=text),))
    sentence = Sentence(text=text, start=0, end=len(text), role="results")
    of = of.with_reading(results=(), sentences=(sentence,), conclusions=())
    said = of.say(told, text, section="observed_findings", voice="authors", about=("sentences.0",))
    assert {f.code for f in of.flags(said)} & {
        "number-misplaced", "direction-contradicts", "causal-wording",
    } == ({code} if code else set())  # fmt: skip


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_laid_side_by_side(text: str, source: str):
    exchanged_figures(text, [source])
    laid = beside(text, [source])
    if laid is not None:
        assert 0.7 <= laid.share <= 1
        out_of_order(laid)


@given(st.from_regex(r"([A-Za-z]{2,9} ){5,20}", fullmatch=True))
def test_a_text_beside_itself_alters_nothing(text: str):
    laid = beside(text, [text])
    asked = (turned_round, denial_put_in, denial_left_out, all_in_place_of_some, out_of_order)
    assert exchanged_figures(text, [text]) == []
    assert laid is None or not any(ask(laid) for ask in asked)

"""Where Quick has room left and stays plain, it tells one finding more."""

from __future__ import annotations

import pytest

from .pages import quick_of

NURSES = "Back pain and sleep in nurses with long COVID: a systematic review"
REVIEW = (
    "We searched four databases for studies of nurses with long COVID. RESULTS: Twelve studies "
    "were included. Nine of 14 kinds of back pain were reported by at least one study. CONCLUSION: "
    "Early studies suggest that back pain and poor sleep are common in nurses with long COVID."
)
BAKERS = "Night shifts and hearing in bakers with long COVID: a survey"
SURVEY = (
    "We asked 340 bakers with long COVID about their hearing. RESULTS: Hearing loss was reported "
    "by 41% of the bakers. "
)
AGE = "Older age was linked with hearing loss. "
NIGHT = "Hearing loss with night shifts was more common than hearing loss without night shifts. "


def test_a_review_tells_what_was_counted_beside_what_it_comes_to():
    told = quick_of(REVIEW, NURSES)
    assert any("poor sleep are common" in s for s in told)
    assert any("nine of 14 kinds" in s for s in told)


def test_the_second_finding_of_a_survey_finds_room_behind_the_first():
    told = quick_of(SURVEY + AGE, BAKERS)
    first = next(i for i, s in enumerate(told) if "41%" in s)
    assert "hearing loss" in told[first + 1]


def test_where_a_treatment_is_tried_or_groups_are_compared_no_name_decides_what_is_told():
    assert not any("Older age" in s for s in quick_of(SURVEY + AGE, f"{BAKERS} on a treatment"))
    assert not any("night shifts was" in s for s in quick_of(SURVEY + NIGHT, BAKERS))


def test_the_first_link_that_is_told_has_a_word_that_it_shows_no_cause():
    assert not any("cause" in s for s in quick_of(SURVEY, BAKERS))
    assert any("cause" in s for s in quick_of(SURVEY + AGE, BAKERS))


@pytest.mark.parametrize(
    "made",
    [
        "A score for night shifts was derived from what the bakers with hearing loss wrote. ",
        "The bakers with hearing loss completed the questions on night shifts. ",
        "Previous diagnoses of hearing loss were reported by 19 bakers with night shifts. ",
        "Night shifts of bakers with hearing loss were classified as short, long or none. ",
    ],
)
def test_how_a_thing_was_made_is_no_finding_that_takes_the_room(made):
    assert quick_of(SURVEY + made, BAKERS) == quick_of(SURVEY, BAKERS)


def test_what_turns_from_a_sentence_that_is_not_told_is_not_told_alone():
    codes = "QAX-2, LBX-7 and DKV-4 were 2.1, 4.4 and 7.8 in bakers with hearing loss. "
    told = quick_of(SURVEY + codes + "However, " + AGE.replace("Older", "older"), BAKERS)
    assert not any("ge was linked" in s for s in told)


def test_quick_keeps_to_five_sentences_and_to_its_words():
    more = "".join(
        f"{what} was linked with hearing loss. " for what in ("Older age", "Noise", "Poor sleep")
    )
    told = quick_of(SURVEY + more + NIGHT, BAKERS)
    assert len(told) <= 5
    assert len(" ".join(told).split()) <= 80

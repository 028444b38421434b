"""The words of a finding stand in the order of the abstract."""

from __future__ import annotations

import pytest

from evidence_atlas.checking.in_order import out_of_order

LAMPS = (
    "Long evenings may act as a risk factor for poor sleep, and the lamp was linked with lower "
    "noise and higher warmth than the candle."
)


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("The authors write that long evenings may act as a risk factor for poor sleep.", None),
        ("The authors write that poor sleep may act as a risk factor for long evenings.", "risk"),
        ("The lamp was linked with lower noise and higher warmth than the candle.", None),
        ("The lamp was linked with lower warmth and higher noise than the candle.", "higher"),
        ("The candle was linked with lower noise and higher warmth than the lamp.", "candle"),
        # A part may be left out, a word may be another.
        ("The lamp was linked with higher warmth than the candle.", None),
        ("The lamp was linked with lower noise and higher comfort than the candle.", None),
    ],
)
def test_cause_and_result_or_two_outcomes_may_not_change_places(told: str, word: str | None):
    assert out_of_order(told, [LAMPS]) == word


def test_names_that_differ_by_a_figure_may_not_change_places():
    source = "The Lm2-1 lamp went with better sleep compared to Lm1-1 and Lm2-2."
    assert out_of_order("The Lm2-1 lamp went with better sleep than Lm1-1.", [source]) is None
    assert out_of_order("The Lm1-1 lamp went with better sleep than Lm2-1.", [source]) is not None


def test_periods_may_not_change_places():
    source = "Falls had the largest decrease from the holiday pre-lamp to the post-lamp period."
    told = "Falls had the largest decrease from the post-lamp to the holiday pre-lamp period."
    assert out_of_order(told, [source]) is not None


def test_each_sentence_is_read_beside_the_one_that_it_is_told_from():
    after = "Warmth was measured before noise."
    told = (
        "Warmth was measured before noise. Long evenings may act as a risk factor for poor sleep."
    )
    assert out_of_order(told, [LAMPS, after]) is None


def test_plain_words_stand_where_the_term_stood():
    source = "Depressive signs, anxiety and sleep disturbance eased with the lamp."
    told = "Signs of depression, anxiety and disturbed sleep eased with the lamp."
    entries = [
        "glossary: depressive signs means signs of depression.",
        "glossary: sleep disturbance means disturbed sleep.",
    ]
    assert out_of_order(told, [source], entries) is None


def test_two_words_side_by_side_may_turn_and_a_short_form_be_written_out():
    source = "Clear consensus was reached on lamps in homes, not including cLBP wards of homes."
    assert out_of_order("The group reached consensus on lamps in homes.", [source]) is None
    told = "A review of lamps in the county of Kent, lamps in homes eased sleep, the authors write."
    assert out_of_order(told, ["Lamps in homes eased sleep.", "A review in Kent."]) is None


def test_whose_result_it_is_may_be_told_first():
    source = "Sleep eased more in nurses with the lamp than in nurses of the ward."
    told = "In a study of 40 nurses of the ward, sleep eased more in nurses with the lamp."
    assert out_of_order(told, [source]) is None


def test_what_was_told_last_may_be_told_first():
    source = "Sleep eased in nurses of the ward compared with the first night of spring."
    told = "Compared with the first night of spring, sleep eased in nurses of the ward."
    assert out_of_order(told, [source]) is None
    told = "Compared with nurses of the ward, sleep eased in the first night of spring."
    assert out_of_order(told, [source]) is not None

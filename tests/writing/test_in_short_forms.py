"""A short form is told in the words that the abstract gives it, whatever its letters."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.words.noun_phrases import uncapital
from evidence_atlas.writing.words.spelled_out import spelled_where_told

from .pages import record_of


@pytest.mark.parametrize(
    ("abstract", "sentence", "told"),
    [
        (
            "They went to the lasting cramps group (LC-G) or the rest.",
            "210 people were in LC-G.",
            "210 people were in lasting cramps group.",
        ),
        (
            "We measured haptoglobin (Hp) in all.",
            "Hp was lower in the ill.",
            "Haptoglobin was lower in the ill.",
        ),
        (
            "Levels of galanin (Gal) were measured.",
            "The ill had less Gal than others.",
            "The ill had less galanin than others.",
        ),
        # Words with a hyphen give one letter together.
        (
            "They had miner-born dust fever (MDF) for years.",
            "MDF was rare.",
            "Miner-born dust fever was rare.",
        ),
        # Several things, and a form that only a sign of percent follows.
        (
            "Activities of daily living (ADLs) were asked about.",
            "They needed help in ADLs.",
            "They needed help in activities of daily living.",
        ),
        (
            "We measured forced salt capacity (FSC%, mean 80).",
            "FSC was lower in the ill.",
            "Forced salt capacity was lower in the ill.",
        ),
        # A number ends the words too, or is that of the questions.
        (
            "We measured salt growth factor 21 (SGF-21) in all.",
            "SGF-21 was lower in the ill.",
            "Salt growth factor 21 was lower in the ill.",
        ),
        (
            "They filled in the Cramp Burden Index (CBI-7).",
            "CBI-7 was higher in the ill.",
            "Cramp burden index was higher in the ill.",
        ),
        # Two forms make one name: both are told, or neither.
        (
            "The cramp was town-acquired (TA; TA-ASC), or an acute salt cramp (ASC) of miners.",
            "TA-ASC was rare.",
            "Town-acquired acute salt cramp was rare.",
        ),
        (
            "They had an acute salt cramp (ASC).",
            "QX-ASC was rare.",
            "QX-ASC was rare.",
        ),
        # A part of another name is no form of its own.
        (
            "We measured haptoglobin (Hp) in all.",
            "The Hp2-1 kind was more common.",
            "The Hp2-1 kind was more common.",
        ),
        # A name in brackets that shortens no words before it.
        ("We asked people in a town (Bath).", "People in Bath replied.", "People in Bath replied."),
    ],
)
def test_it_is_spelled_out(abstract: str, sentence: str, told: str) -> None:
    assert spelled_where_told(record_of("Salt", abstract), sentence, lambda _: False)[0] == told


@pytest.mark.parametrize(
    ("head", "within"),
    [
        ("Hb was lower", "Hb was lower"),
        ("Cohen's d values were large", "Cohen's d values were large"),
        ("No salt was lost", "no salt was lost"),
        ("Salt was lost", "salt was lost"),
    ],
)
def test_a_short_form_and_a_name_keep_their_capital_within_a_sentence(
    head: str, within: str
) -> None:
    assert uncapital(head) == within

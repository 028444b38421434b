"""A page writes out what a paper shortens; laid side by side, both have the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import Desk

from evidence_atlas.checking.short_forms import spelled_out, without_glosses
from evidence_atlas.records import AbstractSection, Sentence

PAPER = (
    "Healthy controls (HCs) and adults with late night cough (LNC) took part. Their Quality of "
    "Life (QoL) was asked for. LNC was not more common in HCs (n = 20). NO was high."
)


@pytest.mark.parametrize(
    ("text", "written_out"),
    [
        ("LNC was common.", "late night cough was common."),
        ("HCs slept.", "Healthy controls slept."),
        ("QoL fell.", "Quality of Life fell."),
        # What the paper does not explain, and what stands beside its long form, stays.
        ("NO was high.", "NO was high."),
        ("Late night cough (LNC) fell.", "Late night cough (LNC) fell."),
    ],
)
def test_short_forms_are_written_out_as_the_paper_explains_them(text: str, written_out: str):
    assert spelled_out(text, PAPER) == written_out


def test_a_gloss_goes_and_what_the_paper_has_in_brackets_stays():
    told = "Cough (a sound) was rare in healthy controls (n = 20), who (HCs) slept."
    assert without_glosses(told, PAPER) == (
        "Cough was rare in healthy controls (n = 20), who (HCs) slept."
    )


@given(st.text(max_size=120), st.text(max_size=200))
def test_any_text_can_be_asked_about(text: str, paper: str):
    assert spelled_out(text, "") == text
    spelled_out(text, paper)
    assert len(without_glosses(text, paper)) <= len(text)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("The authors report that late night cough was not more common in winter.", False),
        ("The authors report that late night cough was more common in winter.", True),
        ("The authors report that late night cough (a cough that wakes people) was more common in "
         "winter.", True),
    ],
)  # fmt: skip
def test_an_error_is_seen_behind_a_short_form(told: str, wrong: bool, desk: Desk):
    first, second = (
        "Adults with late night cough (LNC) took part.",
        ("LNC was not more common in winter."),
    )
    text = f"{first} {second}"
    of = desk.with_record(abstract=(AbstractSection(text=text),))
    start = text.index(second)
    sentence = Sentence(text=second, start=start, end=len(text), role="results")
    of = of.with_reading(results=(), sentences=(sentence,), conclusions=())
    said = of.say(told, second, section="observed_findings", voice="authors")
    assert ("direction-contradicts" in {f.code for f in of.flags(said)}) is wrong

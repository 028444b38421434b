"""Somebody's summary of a small asthma trial: what stands in the abstract, what does not."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checking.conftest import Desk

from evidence_atlas.checking.audit import audit
from evidence_atlas.pipeline.auditing import split


def _audit(desk: Desk, summary: str):
    return audit(summary, desk.record, desk.reading, desk.grades, desk.condition, split)


def _verdict(desk: Desk, sentence: str) -> str:
    (judged,) = _audit(desk, sentence).sentences
    return judged.verdict


@pytest.fixture
def told(desk: Desk) -> Desk:
    """The trial with roles for its sentences, and the places of its numbers of people."""
    roles = dict(
        zip(
            ("who", "blind", "finished", "score", "start", "part", "sleep", "share", "view", "end"),
            ("methods", "methods", "results", "results", "results", "results", "results",
             "results", "conclusions", "conclusions"),
            strict=True,
        )
    )  # fmt: skip
    sentences = tuple(
        msgspec.structs.replace(s, role=role)
        for s, role in zip(desk.reading.sentences, roles.values(), strict=True)
    )
    quotes = {
        "participants.total": (desk.quote("Sixty adults"),),
        "participants.completed": (desk.quote("52 completed"),),
        "design.blinding": (desk.quote("double-blind"),),
        "condition_as_named": (desk.quote("asthma"),),
    }
    return desk.with_reading(sentences=sentences, quotes=quotes)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sixty adults with asthma were randomised to an inhaler or placebo.",
        "Sixty adults with asthma were put by chance into groups: an inhaler or placebo.",
        "The asthma score was lower with the inhaler than with placebo (4.1 vs 6.3).",
        "Asthma scores fell below those with placebo in the inhaler group.",
        "The breathing score rose from 35.1 to 91.5 from baseline in the inhaler group.",
        "Sleep did not differ between the inhaler and placebo.",
        "Of the 60, 52 completed the trial.",
        "In the 12 people with severe asthma, the score fell to 3.",
        "The authors say that the inhaler may ease breathing at night.",
    ],
)
def test_what_the_abstract_says_in_its_own_or_plain_words_is_supported(told: Desk, sentence: str):
    assert _verdict(told, sentence) == "supported"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ninety-four adults with asthma took part.", "60 took part"),
        ("Fifty-two adults were randomised.", "60 started"),
        ("The asthma score was higher with the inhaler than with placebo.", "the abstract less"),
        ("Sleep was better with the inhaler than with placebo.", "no clear one"),
        ("The breathing score fell from 91.5 to 35.1 in the inhaler group.", "from 35.1 to 91.5"),
        ("The asthma score was lower with the inhaler than with placebo (4.1 vs 7.3).", "6.3"),
        ("It was an open-label trial of the inhaler.", "double-blind"),
        ("Sixty people with migraine took part.", "asthma"),
    ],
)
def test_a_fact_that_conflicts_is_contradicted_with_the_words_that_decide(
    told: Desk, sentence: str, words: str
):
    (judged,) = _audit(told, sentence).sentences
    assert judged.verdict == "contradicted"
    assert words in judged.because
    assert judged.quote is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The inhaler costs little.",
        "Memory was better with the inhaler.",
        "All people on the inhaler had no attack.",
        "The inhaler eases breathing at night.",
        "The score fell to 3.",
        "The inhaler was safe for children.",
        "It is the first trial of the inhaler.",
        "People should use the inhaler for asthma.",
        "The MRI scan did not differ.",
    ],
)
def test_what_the_abstract_does_not_bear_out_is_unsupported_not_contradicted(
    told: Desk, sentence: str
):
    assert _verdict(told, sentence) == "unsupported"


def test_a_rounded_number_is_no_contradiction(told: Desk):
    assert _verdict(told, "About 50 adults with asthma completed the trial.") == "unsupported"


def test_a_quote_is_exactly_the_abstracts_characters(told: Desk):
    summary = "Sixty adults took part. Sleep was better with the inhaler than with placebo."
    for judged in _audit(told, summary).sentences:
        assert judged.quote is not None
        text = told.record.abstract[0].text
        assert text[judged.quote.start : judged.quote.end] == judged.quote.text


def test_an_abstract_that_cannot_be_read_supports_nothing(told: Desk):
    foreign = told.with_reading(unread="not in English")
    (judged,) = _audit(foreign, "Sixty adults took part.").sentences
    assert judged.verdict == "unsupported"
    assert "not in English" in judged.because


def test_a_rule_that_breaks_supports_nothing(told: Desk, monkeypatch: pytest.MonkeyPatch):
    from evidence_atlas.checking.audit import support

    def breaks(case):
        raise ValueError("broken")
        yield

    monkeypatch.setattr(support, "GROUNDS", (breaks,))
    assert _verdict(told, "Of the 60, 52 completed the trial.") == "unsupported"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_no_text_stops_an_audit(desk_for_text: Desk, text: str):
    found = _audit(desk_for_text, text)
    assert all(j.text.strip() for j in found.sentences)


@pytest.fixture(scope="module")
def desk_for_text():
    from tests.checking.conftest import desk as make

    return make.__wrapped__() if hasattr(make, "__wrapped__") else make._get_wrapped_function()()

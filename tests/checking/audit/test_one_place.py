"""A sentence is supported only where one place of the abstract says all of it."""

from __future__ import annotations

import pytest

from evidence_atlas import conditions
from evidence_atlas.pipeline.auditing import audit_summary, plain_abstract

ABSTRACT = """A lamp for poor sleep in ME/CFS: a survey and a trial

We wrote to 900 people with ME/CFS. 640 people answered and 88 people used a lamp. Of those who \
used a lamp, 34% slept better and 21% slept worse. In the trial, sleep quality was better with the \
lamp than with a dummy lamp. Pain did not differ between the lamp and the dummy lamp. Cortisol was \
higher in severely ill patients than in mildly ill patients. Headache was commoner with the lamp."""


@pytest.fixture(scope="module")
def verdict():
    record, condition = plain_abstract(ABSTRACT), conditions.load("mecfs")
    return lambda text: audit_summary(text, record, condition).sentences[0].verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "640 people used a lamp.",
        "900 people answered.",
        "88% of people used a lamp.",
        "34% slept worse.",
        "34% of people with ME/CFS slept better.",
        "Sleep quality was better with a dummy lamp.",
        "Headache was commoner with a dummy lamp.",
        "Pain was lower with the lamp.",
        "The lamp improved sleep quality and pain.",
        "Cortisol was higher in patients.",
        "Cortisol was higher in mildly ill patients.",
    ],
)
def test_words_of_unlike_places_bear_nothing(verdict, sentence):
    assert verdict(sentence) != "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        "88 people used a lamp.",
        "Of those who used a lamp, 34% slept better.",
        "Sleep quality was better with the lamp.",
        "Pain did not differ between the lamp and the dummy lamp.",
        "Cortisol was higher in severely ill patients.",
        "Headache was commoner with the lamp.",
    ],
)
def test_what_one_place_says_is_supported(verdict, sentence):
    assert verdict(sentence) == "supported"


def test_what_is_less_in_the_others_is_not_contradicted(verdict):
    assert verdict("Sleep quality was worse with a dummy lamp.") != "contradicted"

"""One word changed in a true sentence, its source left as it was: the gate sees it."""

from __future__ import annotations

import pytest
from tests.checking.conftest import Desk

from evidence_atlas.checking import held

TRUE = {
    "score": "The asthma score was lower with the inhaler than with placebo (4.1 vs 6.3).",
    "start": "Compared with baseline, the breathing score rose from 35.1 to 91.5.",
    "part": "In 12 people with severe asthma, the score fell to 3.",
    "sleep": "Sleep did not differ between the inhaler and placebo.",
    "finished": "Only 52 of the 60 completed the trial.",
    "share": "Half of those on the inhaler (15 of 30) had no attack.",
}
ABOUT = {"score": ("results.0",), "start": ("results.1",), "part": ("results.2",),
         "sleep": ("results.3",)}  # fmt: skip
PLANTED = [
    ("score", "lower", "higher"),
    ("score", "4.1", "4.7"),
    ("score", "4.1", "1.4"),
    ("score", "was lower", "did not differ"),
    ("score", "The asthma score", "For the first time, the asthma score"),
    ("score", "asthma", "migraine"),
    ("score", "asthma score", "memory score"),
    ("start", "rose", "fell"),
    ("start", "from 35.1 to 91.5", "from 91.5 to 35.1"),
    ("start", "the breathing score rose", "the inhaler improved breathing"),
    ("start", "the breathing score rose", "the inhaler caused better breathing"),
    ("start", "Compared with baseline, the", "Compared with placebo, the"),
    ("part", "In 12 people with severe asthma, the", "In everyone, the"),
    ("part", "In 12 people with severe asthma, the", "The"),
    ("part", "fell", "rose"),
    ("part", "12", "21"),
    ("sleep", "did not differ", "differed"),
    ("sleep", "did not differ", "clearly differed"),
    ("sleep", "Sleep did not differ", "The inhaler had no effect on sleep, as it did not differ"),
    ("finished", "52", "57"),
    ("finished", "60", "66"),
    ("share", "Half", "A third"),
    ("share", "15", "25"),
]


@pytest.mark.parametrize("name", sorted(TRUE))
def test_the_true_sentence_passes(name: str, desk: Desk):
    page = (desk.say(TRUE[name], name, about=ABOUT.get(name, ())), desk.harms())
    assert [f.detail for f in desk.flags(*page) if f.severity == "CRITICAL"] == []


@pytest.mark.parametrize(("name", "old", "new"), PLANTED)
def test_the_planted_error_is_held(name: str, old: str, new: str, desk: Desk):
    text = TRUE[name].replace(old, new)
    assert text != TRUE[name]
    assert held(desk.flags(desk.say(text, name, about=ABOUT.get(name, ())), desk.harms())) is True

"""What a tired reader of Quick met and could not use: unnamed harms, torn sentences, codes."""

from __future__ import annotations

from evidence_atlas.records import Harms
from evidence_atlas.writing.harms import _named_harms


def harmed(make, sentence):
    study = make.trial()
    study.text += f" {sentence}"
    study.retold = True
    study.facts["harms"] = Harms(status="reported", quote=study.quote(sentence))
    return study


def test_harms_that_are_reported_are_named(make):
    told = harmed(
        make, "The authors call it well tolerated; the most common AEs were rash and headaches."
    ).told("quick_summary")
    assert "Harms: the most common unwanted effects were rash and headaches." in told


def test_of_many_harms_the_serious_ones_are_named_first():
    told = "Two studies reported adverse events: mild ones in 50%, and serious worsening of wheeze."
    assert _named_harms(told, 12) == ("some", "serious worsening of wheeze")


def test_mild_harms_are_not_called_serious():
    assert _named_harms("Of side effects, there were rash, non-serious pain and nausea", 4) is None


def test_harms_too_long_for_quick_are_told_below_and_quick_says_where(make):
    study = harmed(
        make,
        "The authors found no evidence that salt does more harm than no salt, either in the early "
        "part of the winter or in the late part.",
    )
    assert "Harms are told under Observed Findings." in study.told("quick_summary")
    assert any("no evidence that salt does more harm" in text for text in study.told("observed_findings"))

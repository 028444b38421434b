"""See & Tilles 1996: a plausible summary with the faults that are known of one elsewhere."""

from __future__ import annotations

import pytest

from evidence_atlas import conditions, sources
from evidence_atlas.pipeline.auditing import audit_summary

SUMMARY = """\
Evidence level: E1 Replicated

Thirty patients with chronic fatigue syndrome took part in a double-blind trial.
One group received interferon and the other group received placebo.
After 12 weeks of interferon, mean NK function rose from 87.8 to 129.3 lytic units.
There was no significant change in quality of life (QOL) or in the other immune measures.
In the 7 patients with low NK function only, QOL scores improved after 12 weeks of interferon.
Some of the other patients received interferon too, without a change.
"""
WRONG = [
    "One group received interferon and the other group received placebo.",
    "Some of the other patients received interferon too, without a change.",
]


@pytest.fixture(scope="module")
def see(samples):
    return next(
        item
        for file in samples
        for item in sources.read_file(file)
        if item.title.startswith("alpha-Interferon treatment")
    )


@pytest.fixture(scope="module")
def found(see):
    return audit_summary(SUMMARY, see, conditions.load("mecfs"))


def test_the_wrong_sentences_are_named_and_no_others(found):
    assert [j.text for j in found.sentences if j.verdict != "supported"] == WRONG


def test_each_wrong_sentence_is_set_against_the_crossover(found):
    for judged in found.sentences:
        if judged.text in WRONG:
            assert judged.verdict == "contradicted"
            assert judged.quote.text == "crossover"


def test_the_four_who_left_are_the_only_omission(found):
    (omission,) = found.omissions
    assert (omission.kind, omission.quote.text) == (
        "people_lost", "Twenty-six patients completed the study",
    )  # fmt: skip
    assert "4 did not" in omission.detail


def test_the_badge_is_the_only_label_that_does_not_fit(found):
    (badge,) = found.badges
    assert badge.code == "badge-contradicts"
    assert "E1 Replicated" in badge.detail and "E3 Preliminary" in badge.detail


def test_that_the_summary_asks_for_replication_itself_is_said_of_the_badge(see):
    asks = SUMMARY + "The result needs to be replicated.\n"
    (badge,) = audit_summary(asks, see, conditions.load("mecfs")).badges
    assert "the summary itself" in badge.detail


def test_a_summary_without_the_faults_has_no_finding(see):
    honest = (
        "Level: E3 Preliminary\n\n"
        "Thirty patients with chronic fatigue syndrome were to take interferon and placebo, one "
        "after the other, in a double-blind trial. Twenty-six completed the study. "
        "There was no significant change in QOL or in the other immune measures. "
        "In the 7 patients with low NK function only, QOL scores improved after 12 weeks of "
        "interferon."
    )
    found = audit_summary(honest, see, conditions.load("mecfs"))
    assert [j.verdict for j in found.sentences] == ["supported"] * 4
    assert (found.omissions, found.badges) == ((), ())

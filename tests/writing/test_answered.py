"""What is set against the sentence before it is told behind that sentence, or not at all.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

from evidence_atlas.writing.authors.answered import with_what_they_answer
from evidence_atlas.writing.sections import observed_findings
from evidence_atlas.writing.slots import Slots
from evidence_atlas.writing.words.clause import causal

from .pages import material
from .test_whole_sentences import COHORT, page

__all__ = ["page"]


def _places(told, *starts):
    """Where each of these stands among the findings; -1 where none begins so."""
    return [next((i for i, t in enumerate(told) if start in t), -1) for start in starts]


def test_the_opposite_is_told_behind_what_it_is_set_against():
    m = material(
        "Wearing a mask and peak flow in chronic fatigue syndrome",
        "We studied 20 patients with chronic fatigue syndrome. Results: Peak flow was lower by a "
        "mean of 21 litres after an hour of rest. In contrast, one hour after wearing the mask, "
        "patients showed a higher peak flow.",
    )
    slots = Slots(m)
    ranked = reversed(observed_findings.write(m, slots))
    told = [s.text for s in with_what_they_answer(m, slots, list(ranked))]
    without, with_mask = _places(told, "Peak flow was lower", "higher peak flow")
    assert 0 <= without < with_mask


def test_what_was_found_is_told_with_the_sentence_that_it_answers(page):
    told = page(
        "Miners whose asthma was severe, as told by the need for oxygen, had a higher risk of "
        "pneumonia than those who needed none. In contrast, early rest was associated with a "
        "lower risk of pneumonia.",
        COHORT,
        title="Early rest and pneumonia in miners with asthma",
    )["observed_findings"]
    severe, rest = _places(told, "higher risk of pneumonia", "arly rest")
    assert 0 <= severe < rest


def test_a_null_in_the_others_is_not_told_without_what_was_found(page):
    told = page(
        "Cough was higher in miners with asthma than in controls. Positive correlations were found "
        "between dust and these proteins in miners with asthma. In contrast, no significant "
        "correlations were found for dust or smoke in controls.",
    )["observed_findings"]
    assert told
    assert not any("were found for dust or smoke in controls" in t for t in told)


def test_a_however_behind_the_first_words_is_told_with_the_sentence_before(page):
    told = page(
        "Cough was higher in miners with asthma than in controls. Walking uphill elicited a mean "
        "of 35 more heartbeats (21; 45) in controls. In miners, however, the rise of the heart "
        "rate was lower (+15; p = 0.02).",
    )["observed_findings"]
    controls, miners = _places(told, "35 more heartbeats", "however, the rise")
    assert 0 <= controls < miners


def test_a_half_behind_a_semicolon_and_however_is_told_with_the_first(page):
    told = page(
        "The breathing volumes of the miners were preserved; however, peaks were delayed beyond "
        "40 min in wheeze (13%) and cough (33%).",
    )["observed_findings"]
    assert any("preserved; however, peaks" in t for t in told)
    assert not any(t.startswith("Peaks were") for t in told)


def test_of_two_groups_of_ages_both_are_told_or_neither(page):
    told = page(
        "Young adults showed a strong preference for walking in the morning. Older adults "
        "emphasised, among much else that they told of at length and in many words, and with many "
        "a digression, that, all in all, with their years, rest, warmth, company and a slow pace, "
        "without hills, at noon, mattered more than morning air does. Cough was common in all.",
        "We interviewed 30 adults with asthma. ",
        title="What miners with asthma think of walking: interviews",
    ).get("observed_findings", [])
    assert not any("oung adults showed" in t for t in told)


def test_those_who_got_no_better_are_told_beside_those_who_did(page):
    told = page(
        "Four miners were in hospital before. Six patients experienced marked improvement of "
        "their breathing. Four patients had no significant clinical changes.",
        "Ten adults with asthma were all treated with theophylline for 12 weeks. ",
        title="Theophylline for asthma: a single-arm trial",
    )["observed_findings"]
    assert any("Six patients" in t for t in told)
    assert sum("four patients had no" in t.casefold() for t in told) == 1


def test_a_half_goes_with_the_other_half_that_no_reader_could_read(page):
    told = page(
        "Resting values of SDQN, RMQSD, and SDQ2 were lower in miners with asthma than in "
        "controls, while all other breath indexes were similar between the groups. Cough was "
        "higher in miners with asthma than in controls.",
    )["observed_findings"]
    assert any("Cough was higher" in t for t in told)
    assert not any("other breath indexes" in t and "SDQN" not in t for t in told)


def test_less_of_one_thing_but_more_of_another_is_told_without_what_it_may_mean(page):
    told = page(
        "Miners with asthma showed significantly reduced levels of iron and copper in their blood "
        "but increased levels of zinc and lead in their hair, suggesting a wear of the lungs that "
        "is potentially driven by these metals and by the many years of dust, of smoke and of cold "
        "in the mines of this valley.",
    )["observed_findings"]
    assert any("reduced levels of iron" in t and "but increased levels of zinc" in t for t in told)


def test_what_was_had_less_and_more_of_is_no_cause():
    assert not causal("Miners showed reduced levels of iron but increased levels of zinc")
    assert causal("Ginger showed a lower toxicity but improved sleep")
    assert causal("Ginger had no effect on cough but improved sleep")

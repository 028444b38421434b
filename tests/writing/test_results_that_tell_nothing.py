"""What is told as found is found: nothing that only announces it, and no one-sided statistic."""

from __future__ import annotations

import pytest

from evidence_atlas.records import Harms
from evidence_atlas.writing.sentences.empty_results import (
    brought_along,
    only_announced,
    unnamed_pair,
)
from evidence_atlas.writing.sentences.ratio_told import of_whom, ratio_in_words
from evidence_atlas.writing.sentences.standing import no_conclusion, numbers_a_group
from evidence_atlas.writing.words.clause import swapped
from evidence_atlas.writing.words.names import alike

from .pages import quick_of


@pytest.mark.parametrize("text", [
    "Latent class analysis (LCA) revealed 4 wheezing clusters.",
    "Two predictors were identified (p < 0.05).",
    "Wheeze in miners was associated with ten factors across the four key domains.",
    "Clear differences between the three cleaning methods were found.",
    "Class disparities were seen.",
    "Evening wheeze was not.",
    "Asthma was (SMR 6.85, 2.22-15.98; five deaths).",
    "Of the 1,063 who had tried it, the figures were 5%, 41% and 54%.",
    "Days at home were 96 v.",
    "There was inequality in the loss of sleep for miners.",
    "Various factors, including damp and dust, were factors in wheeze.",
    "Several markers were higher in miners.",
    "The outcomes generate several hypotheses about wheeze.",
    "The search found a total of 412 posts.",
    "Codes for each diary reached an agreement level of 85%.",
    "Our survey revealed factors associated with wheeze in miners.",
    "Causes of wheeze and ways to treat it are highlighted.",
    "Dust and treatments as these relate to wheeze are highlighted.",
    "A case of a miner with wheeze is presented here from the view of her doctor.",
    "The authors describe two miners with wheeze and discuss the studies so far.",
    "Treatments with the greatest benefits for miners were identified.",
    "Symptom analysis revealed distinct relationships in coughing miners.",
    "Here, we present the results of a survey of 3,925 miners.",
])  # fmt: skip
def test_what_is_announced_and_not_told_is_no_finding(text: str):
    assert only_announced(text)


@pytest.mark.parametrize("text", [
    "Two clusters were found: damp homes and dusty mines.",
    "We found three clusters, of damp, dust and smoke.",
    "Eight themes (including fear, loss of sleep) were identified.",
    "Two factors associated with wheeze were identified.",
    "Our survey revealed factors associated with wheeze: damp, dust and smoke.",
    "We found factors linked with wheeze mainly in older miners.",
    "Differences in sleep between miners and bakers were found.",
    "There was inequality in sleep between women and men.",
    "Several markers, such as dust in the blood, were higher in miners.",
    "Four clusters of cases were near the mine.",
    "It was found that wheeze and cough in miners were rarely discussed.",
    "A case of wheeze is described as lasting.",
    "The authors describe two miners who had wheezed since the fire.",
    "Treatments with tablets and steam were found to help miners.",
    "The analysis revealed distinct links in miners: damp with cough, dust with wheeze.",
    "We present findings from miners, of whom half coughed.",
])  # fmt: skip
def test_what_names_the_thing_found_is_a_finding(text: str):
    assert not only_announced(text)


def test_quick_tells_another_result_than_the_one_that_is_announced():
    told = quick_of(
        "Little is known of damp homes. We asked 412 adults with asthma about mould. "
        "RESULTS: Cluster analysis revealed 4 wheezing clusters. "
        "Wheeze was more common in damp homes than in dry ones. ",
        "Mould in the homes of adults with asthma",
    )
    assert not any("4 wheezing clusters" in s for s in told)
    assert any("damp homes than in dry ones" in s for s in told)


def test_who_the_groups_were_at_the_start_is_told_apart_from_what_came_out():
    assert brought_along("Miners were older than bakers (51 vs 42 years) and had a higher BMI.")
    assert brought_along("Miners with a cough were younger.")
    assert brought_along(
        "Miners with a cough were slightly older and more often admitted to hospital than others."
    )
    assert brought_along("Miners were 51.2 ± 7 years old on average, and 6% were women.")
    assert not brought_along("Miners were older, less often female, and had higher mortality.")
    assert not brought_along("Miners were younger and had a worse cough than bakers.")
    assert not brought_along("Older miners were more likely to wheeze.")


def test_quick_tells_what_came_out_and_not_how_old_the_groups_were():
    told = quick_of(
        "We asked whether dust goes with wheeze in 412 miners. "
        "RESULTS: Miners with a cough were clearly younger than their fellows (p < 0.001). "
        "Wheeze was more common in dusty mines than in clean ones (p < 0.001). ",
        "Dust and wheeze in miners",
    )
    assert not any("younger" in s for s in told)
    assert any("dusty mines" in s for s in told)


def test_a_group_that_goes_by_its_number_alone_is_told_of_nowhere():
    assert numbers_a_group("Cluster 3 had the worst sleep.")
    assert numbers_a_group("More wheeze was seen in Cluster2.")
    assert not numbers_a_group("A cluster of 3 cases was found.")


def test_a_numbered_group_is_called_by_what_the_abstract_says_it_has():
    told = quick_of(
        "Little is known of damp homes. We asked 412 adults with asthma about mould. "
        "RESULTS: Among all, 4 clusters were identified using software: (1) little wheeze, little "
        "cough, and little loss of sleep, (2) little wheeze and little cough but much loss of "
        "sleep, (3) much wheeze and much cough with little loss of sleep, and (4) much wheeze and "
        "much cough with much loss of sleep. "
        "Cluster 3 reported the dampest homes and the most days away from work. ",
        "Clusters of wheeze in adults with asthma",
    )
    assert any("the cluster with much wheeze and much cough with little loss" in s for s in told)
    assert not any("luster 3" in s for s in told)


def test_both_of_two_things_are_told_only_where_they_have_names():
    assert unnamed_pair("Both symptoms were rarer in spring.", "Miners in spring")
    assert not unnamed_pair("Both symptoms were rarer in spring.", "Wheeze and cough in miners")
    assert not unnamed_pair("Wheeze and cough fell, and both symptoms stayed low.", "Miners")


@pytest.mark.parametrize("claim", [
    "this work was supported by the Fund for Clean Air",
    "results support further investigations into damp",
    "such a definition would help doctors",
    "dust is central to its pathophysiology",
])  # fmt: skip
def test_a_funder_a_call_and_a_thing_of_another_sentence_are_no_conclusion(claim: str):
    assert no_conclusion(claim)


def test_its_cause_is_told_where_it_is_said_of_what():
    assert not no_conclusion("asthma is a disease and dust is central to its pathophysiology")


def test_which_way_a_link_goes_is_told_in_words():
    assert swapped("Age was negatively associated with the severity of wheeze") == (
        "Age was linked with lower severity of wheeze"
    )
    assert swapped("Dust was positively correlated with levels of iron") == (
        "Dust was linked with higher levels of iron"
    )
    # More or less of what, is not sure.
    left = "Damp was negatively associated with smoking"
    assert swapped(left) == left


def test_a_ratio_is_told_as_more_or_less_common_where_chance_is_left_out():
    ratio = "The pooled odds ratio (OR) of wheeze in those housed versus unhoused is {} (95% CI {})"
    assert ratio_in_words(ratio.format("0.77", "0.70-0.85")) == (
        "Wheeze was less common in those housed than in those unhoused"
    )
    assert ratio_in_words(ratio.format("1.77", "1.20 to 2.85")) == (
        "Wheeze was more common in those housed than in those unhoused"
    )
    by_chance = ratio.format("0.77", "0.50-1.20")
    assert ratio_in_words(by_chance) == by_chance


def test_an_effect_that_may_be_chance_is_not_told_by_its_figure_alone():
    told = quick_of(
        "This study followed 900 adults with asthma. RESULTS: For sleep, treatment effects were "
        "0.02 (95% CI -0.01 to 0.05) and 0.03 (95% CI 0.01 to 0.05).",
        "Breathing courses and sleep in asthma: a cohort study",
    )
    assert not any("0.02" in s for s in told)


def test_a_share_says_of_whom_it_is_where_its_count_is_of_all():
    everybody = frozenset({416})
    assert of_whom("Wheeze prevalence was 64% (267/416)", everybody) == (
        "Wheeze prevalence was 64%, 267 of 416 people"
    )
    # Of others than all, it is not sure who they were.
    assert of_whom("Wheeze prevalence was 64% (64/100)", everybody).endswith("(64/100)")
    assert of_whom("About 7% of the population had wheeze", everybody) == (
        "About 7% of the population studied had wheeze"
    )


def test_a_judgement_in_a_retelling_is_not_told_of_in_passing(make):
    made = make.trial()
    made.retold = True
    assert not any("judgement" in s.text for s in made.page().statements())


def test_a_high_prevalence_is_not_called_a_clear_one():
    assert swapped("There is a significant prevalence of wheeze") == (
        "There is a high prevalence of wheeze"
    )


def test_a_serious_adverse_event_is_a_medical_problem_and_no_effect(make):
    made = make.trial()
    sentence = "Seven subjects (n = 7) had serious adverse events, which all passed"
    made.text += f" {sentence}."
    made.facts["harms"] = Harms(status="reported", quote=made.quote(sentence))
    told = [s.text for s in made.section("quick_summary") if s.text.startswith("Harms")]
    assert told
    assert "serious medical problems" in told[0]


def test_the_gloss_of_a_treatment_makes_no_text_harder():
    glossed = "They had pacing (fitting what you do to what you can) for a year."
    assert alike(glossed, ("pacing",)) == alike("They had qigong for a year.", ("qigong",))


@pytest.mark.parametrize(("text", "told"), [
    ("Living far away was protective against wheeze.",
     "Living far away was linked with less often having wheeze."),
    ("Dust was a risk factor (OR 2.1), while a mask was protective (OR 0.4).",
     "Dust was a risk factor (OR 2.1), while a mask was linked with a lower risk (OR 0.4)."),
    ("Sleep was a significant protective factor for cough.",
     "Sleep was linked with less often having cough."),
    ("Masks were protective for lung volume.", "Masks were protective for lung volume."),
    ("Miners wore protective masks.", "Miners wore protective masks."),
])  # fmt: skip
def test_what_protects_is_told_as_a_link(text: str, told: str):
    assert swapped(text) == told


def test_a_fall_that_was_made_good_is_never_told_alone():
    told = quick_of(
        "We asked whether wheeze in miners changes over a year underground. "
        "RESULTS: Wheeze declined in 412 miners after six months underground and rebounded to "
        "the level of the first day after one year. ",
        "Wheeze in miners over a year",
    )
    assert any("declined" in s for s in told)
    assert all("rebounded" in s for s in told if "declined" in s)


def test_a_case_that_is_only_announced_is_no_finding_of_quick():
    told = quick_of(
        "Many people are left disabled by long COVID, as therapies are only partly effective. "
        "A case of a formerly healthy woman with long COVID and ME/CFS is presented here from the "
        "perspective of a doctor and her patient. Hormonal and autonomic mechanistic factors and "
        "treatments as these relate to long COVID are highlighted.",
        "Long COVID: a hard road",
    )
    assert not any("presented here" in s or "highlighted" in s for s in told), told

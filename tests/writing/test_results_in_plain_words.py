"""A result is told by what was found, of how many, and never by what stands elsewhere."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.writing.sentences.goes_on import way_end
from evidence_atlas.writing.sentences.indirect import candidates
from evidence_atlas.writing.sentences.method_talk import found_by, without_method
from evidence_atlas.writing.sentences.standing import names_nothing, numbers_a_group

from .pages import quick_of


@pytest.mark.parametrize("text, told", [
    ("Network analysis revealed a dense web of moulds in the attic.",
     "The study found a dense web of moulds in the attic."),
    ("Logistic regression identified damp as a predictor of wheeze.",
     "The study identified damp as a predictor of wheeze."),
    ("Path analysis of 40 diaries showed that damp came before wheeze.",
     "Damp came before wheeze."),
    ("Through joint analyses of dust, and mould, miners had more spores.",
     "Miners had more spores."),
])  # fmt: skip
def test_the_method_that_showed_a_result_is_left_out(text: str, told: str):
    assert without_method(text) == told


@pytest.mark.parametrize("text", [
    "Unadjusted analysis showed a link of damp and wheeze.",
    "Subgroup analysis revealed more wheeze in miners.",
    "Adjusted analysis showed that the link remained.",
    "The prediction model showed good fit.",
    "Regression analysis identified three predictors.",
    "Wheeze was more common in miners.",
    "mRNA counts were higher in miners.",
])  # fmt: skip
def test_where_the_result_holds_for_the_method_alone_nothing_is_left_out(text: str):
    assert found_by(text) is None
    assert without_method(text) == text


@pytest.mark.parametrize("text", [
    "Both subscales showed good spread.",
    "Damp was a clear risk factor for all outcomes.",
    "An association of all three chest symptoms with dust was seen.",
    "The 25 mould categories were more common.",
    "Other common chest symptoms did not differ.",
    "At least one of the relevant symptoms was more common.",
    "The signal was replicated in 900 miners.",
    "Several of the components were linked with sleep.",
    "Similar rates were seen in winter.",
    "The final model showed a good fit.",
])  # fmt: skip
def test_what_another_sentence_has_named_is_not_told_of(text: str):
    assert names_nothing(text)


@pytest.mark.parametrize("text", [
    "Both groups slept worse.",
    "Wheeze, cough and pain rose, and all three symptoms were worst in winter.",
    "All three patients slept better.",
    "The two main symptoms were wheeze and cough.",
    "Damp was a risk factor for all of them: wheeze, cough and pain.",
    "Sleep was worse in all parameters except length.",
])  # fmt: skip
def test_what_is_named_in_the_same_sentence_may_be_told_of(text: str):
    assert not names_nothing(text)


def test_a_time_that_goes_by_its_label_alone_names_nothing():
    assert numbers_a_group("Spores rose in Pre and fell in Post.")
    assert not numbers_a_group("Spores fell in Post-war homes.")


def test_two_unlike_results_are_two_sentences_and_no_contrast():
    told = quick_of(
        "Little is known of damp. We compared 40 adults with asthma with 40 healthy controls. "
        "RESULTS: Mould spores were higher in adults with asthma than in healthy controls. "
        "Sleep did not differ significantly between the groups. ",
        "Mould in the homes of adults with asthma",
    )
    both = [s for s in told if "did not" in s or "no clear difference" in s]
    assert both and not any(", but" in s for s in told)


def test_a_count_is_told_with_the_number_that_its_share_is_of():
    text = (
        "Little is known of damp homes. We asked 412 adults with asthma about mould. "
        "RESULTS: Mould was reported by 103 adults (25.0%) who lived in old homes. "
    )
    told = quick_of(text, "Mould in the homes of adults with asthma")
    assert any("103 of 412 adults" in s for s in told)


@pytest.mark.parametrize("share", ["24.0%", "20%"])
def test_a_count_whose_share_is_of_another_number_is_told_as_it_stands(share: str):
    text = (
        "Little is known of damp homes. We asked 412 adults with asthma about mould. "
        f"RESULTS: Mould was reported by 103 adults ({share}) who lived in old homes. "
    )
    told = quick_of(text, "Mould in the homes of adults with asthma")
    assert not any("of 412 adults" in s for s in told)


def test_a_difference_is_told_with_the_way_it_went():
    rest = ", with older miners showing higher scores, and slept less."
    assert rest[: way_end("Cough differed by age", rest)].endswith("higher scores")
    assert way_end("Cough did not differ by age", rest) == 0
    assert way_end("Cough was higher in old miners", rest) == 0


def test_a_score_is_told_with_what_its_authors_say_it_means():
    rest = ", indicating moderate trouble."
    assert rest[: way_end("The mean score was 34%", rest)] == rest
    assert way_end("Miners coughed more", rest) == 0


def test_a_list_of_examples_ends_with_its_last():
    assert way_end("Miners had signs, such as cough, pain", ", and poor sleep.") == len(
        ", and poor sleep"
    )
    assert way_end("Miners had signs, such as cough and pain", ", and poor sleep.") == 0


def test_the_subject_of_a_sentence_is_never_left_out_as_an_aside():
    text = "Among the miners, the risk of cough increased with age, and was worse in winter"
    told = [part for _, part in candidates(text, 5, 34, re.compile(r",\s(?=and)"))]
    assert told
    assert all("the risk of cough" in part for part in told)


def test_who_the_groups_were_at_the_start_is_not_told_as_found():
    told = quick_of(
        "Little is known of colds. We compared 40 miners with 40 bakers. "
        "RESULTS: The miners were older than the bakers, had a higher body-mass index, and a more "
        "frequent prior history of asthma. Miners had more frequent colds than bakers. ",
        "Colds in miners and bakers",
    )
    assert not any("older" in s for s in told)
    assert any("more frequent colds" in s for s in told)

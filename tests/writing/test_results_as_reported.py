"""A result that no words of ours can tell stands among the findings as the authors' report of it.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Page, Record
from evidence_atlas.writing import draft, summarise
from evidence_atlas.writing.sentences.in_two import in_two
from evidence_atlas.writing.sentences.pointing import POINTS_BACK
from evidence_atlas.writing.words.edges import needs_its_brackets
from evidence_atlas.writing.words.verbs import finite

from .test_whole_sentences import COHORT, page

__all__ = ["page"]

CONDITION = load("mecfs")


def review(methods: str, results: str) -> Page:
    """The page of a systematic review with these two parts."""
    record = Record(
        source="test", raw_hash="0", pmid="1", languages=("eng",),
        title="Inhalers in asthma: a systematic review",
        publication_types=("Systematic Review",),
        abstract=(
            AbstractSection(label="METHODS", text=methods),
            AbstractSection(label="RESULTS", text=results),
        ),
    )  # fmt: skip
    reading = read(record, CONDITION)
    grades = grade(record, reading, CONDITION)
    brief = summarise(record, reading, grades)
    return draft("k", brief, record, reading, grades, (), {}, CONDITION)


COUGH = "Cough was higher in miners with asthma than in controls. "


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Among the miners, 31% walked less far than a year before.",
            "The authors report that among the miners, 31% walked less far than a year before.",
        ),
        (
            "The share of miners who met criteria for asthma was 4.5% (12 of 267) compared to "
            "0.6% (2 of 331) in miners of salt.",
            "4.5%",
        ),
        (
            "Miners most often reported waking at night (n = 29/30; 97%) and wheezing at dawn "
            "(n = 25/30; 83%).",
            "waking at night",
        ),
    ],
)
def test_every_result_has_its_place_among_the_findings(page, sentence, told):
    findings = page(COUGH + sentence, COHORT)["observed_findings"]
    assert any("Cough was higher" in t for t in findings)
    assert any(told in t for t in findings)


def test_a_result_is_not_told_twice(page):
    findings = page(COUGH + COUGH, COHORT)["observed_findings"]
    assert len([t for t in findings if "Cough" in t]) == 1


def test_where_nobody_was_given_anything_no_report_says_that_one_thing_brought_about_another(page):
    findings = page(
        COUGH + "Dust exposure underlay wheeze, leading to sleep that worsened by 12%.", COHORT
    )["observed_findings"]
    assert not any("leading to" in t for t in findings)


def test_who_took_part_is_no_finding_of_theirs(page):
    told = page("A total of 93 miners with asthma at six months completed the survey at twelve.")
    assert not any("93 miners" in t for t in told.get("observed_findings", []))


def test_a_list_by_numbers_is_told_whole_or_not_at_all(page):
    findings = page(
        COUGH + "Miners often reported (1) waking at night, (2) wheezing at dawn and (3) days lost."
    )["observed_findings"]
    assert not any("waking at night" in t for t in findings)


def test_a_number_whose_unit_stands_behind_its_bracket_keeps_the_bracket():
    assert needs_its_brackets("Scars shrank from 2003 (9.4 ± 7.8)% to 2004 (3.2 ± 4.8)%.")
    assert not needs_its_brackets("Scars shrank (9.4%) from 2003 to 2004.")


def test_a_second_verb_of_the_same_subject_is_no_half_of_its_own():
    text = "The model knows the salts of each mine, and differentiates them from those of the sea"
    assert in_two(text, finite) is None


def test_what_was_allowed_for_is_left_out_as_a_whole_list_or_stays(page):
    findings = page(
        COUGH + "After adjusting for age, years below ground, smoking, and other habits, miners "
        "with asthma incurred 40% higher costs of care.",
        COHORT,
    )["observed_findings"]
    told = [t for t in findings if "40%" in t]
    assert told == ["The authors report that miners with asthma incurred 40% higher costs of care."]


def test_a_sentence_of_two_results_stands_once_among_what_a_review_found():
    made = review(
        "We searched three databases for trials of inhalers in asthma.",
        "Out of 352 retrieved studies, 14 were included. Treatments were categorized as drugs and "
        "exercises. Whereas most studies indicated improved asthma scores measured by standardized "
        "scales, some did not demonstrate significant benefits.",
    )
    told = [s.text for s in made.statements() if s.section == "observed_findings"]
    assert ["whereas most studies" in t for t in told] == [True]


def test_a_bare_number_that_did_something_stands_not_alone_in_quick():
    """ "200 reached consensus": 200 of what, a sentence before it has told."""
    assert POINTS_BACK.search("200 reached consensus and moved to the next round.")
    assert POINTS_BACK.search("Six improved.")
    assert not POINTS_BACK.search("Ten reported cases were mild.")
    assert not POINTS_BACK.search("200 miners reached the shaft.")

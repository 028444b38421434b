"""A summary is called wrong only where the abstract plainly says otherwise, and with its words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checking.conftest import ASTHMA, grade

from evidence_atlas import reading
from evidence_atlas.checking.audit import audit
from evidence_atlas.pipeline.auditing import split
from evidence_atlas.records import AbstractSection, Grades, Record, TopicGrade

MINERS = (
    "We randomised 80 miners with asthma to salt air or room air for 6 weeks in a double-blind "
    "trial. In total, 71 miners completed the trial. Cough scores fell from 8.4 to 5.2 with salt "
    "air. Sleep did not differ between salt air and room air. Adverse events were reported: 9 "
    "miners given salt air had nausea."
)


def judged(abstract: str, sentence: str, study_type: str = "RCT", **parts: Any):
    """What the audit says of one sentence about a study that was read from its abstract."""
    record = Record(
        source="test", raw_hash="0", pmid="1", title="Salt air for miners with asthma: a trial",
        abstract_kind="original", abstract=(AbstractSection(text=abstract),), **parts,
    )  # fmt: skip
    grades = Grades(
        badges={"study_type": grade(study_type)},
        topics=TopicGrade(value=(), because=(), version="1"),
    )
    (one,) = audit(sentence, record, reading.read(record, ASTHMA), grades, ASTHMA, split).sentences
    return one


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It tested 97 miners with asthma.", None),
        ("A total of 97 people took part.", "80 took part, not 97"),
        ("71 people were randomised.", "80 started; 71 are those who finished"),
        ("Cough scores rose from 5.2 to 8.4 with salt air.", "from 8.4 to 5.2"),
        ("It was an open-label trial of salt air.", "double-blind"),
        ("There were no side effects.", "harms are reported"),
        ("80 people with migraine were randomised.", "asthma"),
    ],
)
def test_a_fact_told_otherwise_is_contradicted_with_the_fact(sentence: str, words: str | None):
    one = judged(MINERS, sentence)
    if words is None:
        assert one.verdict != "supported"
    else:
        assert one.verdict == "contradicted"
        assert words in one.because
        assert one.quote is not None
        assert one.quote.text in f"{MINERS} Salt air for miners with asthma: a trial"


@pytest.mark.parametrize(
    "sentence",
    [
        "About 70 miners finished.",
        "Of the 80 miners, 9 did not finish.",
        "Cough scores fell by more than 3 points with salt air.",
        "It was not an open-label trial.",
        "Whether it was at random is not known.",
        "Nobody there had migraine.",
        "Half of the miners, 40, had salt air.",
    ],
)
def test_what_may_be_a_rounding_a_sum_or_another_thing_is_never_called_wrong(sentence: str):
    assert judged(MINERS, sentence).verdict != "contradicted"


def test_a_plan_told_as_done_is_contradicted():
    plan = (
        "Miners with asthma often cough. We will randomise 80 miners with asthma to salt air or "
        "room air. Cough will be measured after 6 weeks."
    )
    done = judged(plan, "Cough was lower in the 80 miners given salt air.", "Protocol")
    assert done.verdict == "contradicted"
    assert "plan" in done.because
    planned = judged(plan, "The team will randomise 80 miners with asthma.", "Protocol")
    assert planned.verdict != "contradicted"


def test_a_crossover_told_as_two_groups_is_contradicted():
    crossed = (
        "This was a randomised crossover trial. Thirty miners with asthma breathed salt air and "
        "room air in random order. Cough was lower with salt air."
    )
    one = judged(crossed, "Miners were split into two groups: salt air and room air.")
    assert one.verdict == "contradicted"
    assert "crossover" in one.because
    assert judged(crossed, "The miners had both, one after the other.").verdict != "contradicted"


def told_in(results: str) -> str:
    """A short abstract with these results."""
    return f"METHODS: We gave salt air to miners with asthma for 6 weeks. RESULTS: {results}"


@settings(max_examples=60, deadline=None)
@given(
    a=st.decimals(1, 90, places=1, allow_nan=False),
    b=st.decimals(1, 90, places=1, allow_nan=False),
)
def test_from_one_figure_to_another_is_true_one_way_round_only(a, b):
    text = told_in(f"In miners given salt air, the cough score changed from {a} to {b}.")
    told = "The cough score changed from {} to {} in miners given salt air."
    assert judged(text, told.format(a, b)).verdict == "supported"
    if a != b:
        assert judged(text, told.format(b, a)).verdict == "contradicted"


@settings(max_examples=60, deadline=None)
@given(value=st.decimals(11, 98, places=2, allow_nan=False), figures=st.integers(0, 1))
def test_a_figure_that_was_rounded_is_never_called_wrong(value, figures):
    text = told_in(f"Wheeze was absent in {value}% of miners given salt air.")
    told = f"Wheeze was absent in {round(value, figures)}% of miners given salt air."
    assert judged(text, told).verdict != "contradicted"


@settings(max_examples=60, deadline=None)
@given(value=st.integers(30, 500), other=st.integers(30, 500))
def test_a_number_of_people_that_the_abstract_lacks_is_never_supported(value, other):
    text = told_in(f"Of {value} miners given salt air, most coughed less.")
    told = f"Of {other} miners given salt air, most coughed less."
    assert (judged(text, told).verdict == "supported") == (other == value)


ZINC = (
    "We measured serum zinc in 60 children with asthma and 90 healthy controls. Zinc was lower in "
    "children with asthma than in controls. Copper did not differ between the groups. Zinc was not "
    "correlated with cough. Rash occurred in seven children taking zinc and in two taking placebo."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinc was higher in children with asthma than in controls.",
        "Zinc was lower in controls than in children with asthma.",
        "Copper was lower in children with asthma.",
        "Copper rose.",
        "Seven children on placebo had a rash.",
    ],
)
def test_the_other_side_and_the_other_group_are_contradicted(sentence: str):
    assert judged(ZINC, sentence, "Case-control").verdict == "contradicted"


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinc was higher in the controls.",
        "Copper was about the same in both groups.",
        "Seven children on zinc had a rash.",
        "Seven children had a rash, more than on placebo.",
        "People with migraine may want to know this.",
        "Earlier studies asked people with migraine about zinc.",
        "Unlike people with migraine, these children coughed.",
    ],
)
def test_a_true_sentence_from_another_side_is_never_called_wrong(sentence: str):
    assert judged(ZINC, sentence, "Case-control").verdict != "contradicted"


def test_how_far_something_fell_is_no_rise():
    told = "Attacks fell more with salt air than with room air in 40 adults with asthma."
    assert judged(told, "Salt air led to more attacks than room air.").verdict != "supported"


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The study had 40 patients and 25 healthy controls.", False),
        ("The study had 25 patients and 40 healthy controls.", True),
    ],
)
def test_patients_and_controls_are_not_exchanged(sentence: str, wrong: bool):
    one = judged(
        "We included 40 patients with asthma and 25 healthy controls. Cough was more "
        "common in patients with asthma than in healthy controls.",
        sentence, "Case-control",
    )  # fmt: skip
    assert (one.verdict == "contradicted") is wrong, one
    if wrong:
        assert "40 were patients and 25 were controls" in one.because


SMOKERS = (
    "We gave salt air or room air to 60 miners with asthma for 6 weeks. Cough did not change in "
    "the whole group. Cough improved in a subgroup of 14 miners who smoked."
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Cough improved.", True),
        ("Cough improved in the subgroup of 14.", False),
        ("Cough improved in those who smoked.", False),
        ("Cough did not change in the whole group.", False),
    ],
)
def test_what_only_a_part_had_is_not_told_of_everybody(sentence: str, wrong: bool):
    one = judged(SMOKERS, sentence)
    assert (one.verdict == "contradicted") is wrong, one
    if wrong:
        assert "for everybody together" in one.because
        assert one.quote is not None and one.quote.text.startswith("Cough did not change")


GROUPS = (
    "We asked 80 miners about their sleep. Miners with late night cough (LNC) were older and had "
    "higher salt values than miners with LNC in remission. Salt values were higher in women than "
    "in men."
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Salt values were higher in women than in men.", False),
        ("Salt values were lower in men than in women.", False),
        ("Salt values were higher in men than in women.", True),
        ("Men had higher salt values than women.", True),
    ],
)
def test_groups_exchanged_are_contradicted_by_the_words_alone(sentence: str, wrong: bool):
    found = judged(GROUPS, sentence, study_type="Cross-sectional")
    assert (found.verdict == "contradicted") is wrong

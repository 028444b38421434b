"""A summary in plain words is heard, and the plain words claim nothing of their own."""

from __future__ import annotations

import re

import pytest

from evidence_atlas import conditions
from evidence_atlas.checking.audit import audit
from evidence_atlas.checking.audit.plain_words import PLAIN_WORDS
from evidence_atlas.checking.direction import classes_of
from evidence_atlas.grading import grade
from evidence_atlas.pipeline.auditing import split
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

TITLE = "Cognition and sleep in 48 patients with chronic fatigue syndrome"
ABSTRACT = """\
METHODS: Forty-eight patients with chronic fatigue syndrome were recruited by physicians.
RESULTS: Dyspnea and cognitive failures were more frequent in patients with comorbid migraine.
Serum cortisol did not differ between the two groups.
"""


def _verdicts(summary: str) -> list[str]:
    condition = conditions.load("mecfs")
    abstract = (AbstractSection(text=ABSTRACT),)
    record = Record(
        source="typed", raw_hash="0", title=TITLE, abstract=abstract, abstract_kind="original"
    )
    reading = read(record, condition)
    grades = grade(record, reading, condition)
    done = audit(summary, record, reading, grades, condition, split)
    return [j.verdict for j in done.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Breathlessness and thinking problems were more common in patients with migraine.",
        "Breathlessness was more frequent in patients with headaches.",
        "The stress hormone in the blood did not differ between the groups.",
    ],
)
def test_plain_words_for_the_words_of_the_trade_are_supported(sentence: str):
    assert _verdicts(sentence) == ["supported"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Breathlessness was less common in patients with migraine.",
        "The stress hormone in the blood was higher in patients with migraine.",
        "Doctors cured the headaches.",
        "Breathlessness is caused by migraine.",
    ],
)
def test_plain_words_do_not_carry_a_claim_that_the_abstract_does_not_make(sentence: str):
    assert _verdicts(sentence) != ["supported"]


@pytest.mark.parametrize("row", PLAIN_WORDS["word"], ids=lambda row: row["term"][:40])
def test_no_plain_word_tells_which_way_a_result_went(row: dict[str, str]):
    ways = {"up", "down", "better", "worse"}
    assert not [w for w in re.findall(r"[\w-]+", row["lay"]) if classes_of(w) & ways]

"""No text, however odd, makes reading run for ever."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

CONDITION = load("mecfs")
LEAD = (
    "We studied 30 people with ME/CFS for 12 weeks of follow-up and compared them with controls. "
    "RESULTS: Women showed a significant increase of protein markers. "
)
PIECES = (
    "a", "no ", "1", "1.", "1,234,", "(", "(a", "a-", " ", "\n", "12 % ", "5 ± 3 ", "p < .05, ",
    "a and b ", "the patients with the ", "from 12 to 14 ", "did not ", "compared with the ",
    "n = 12; ", "post-exertional ", "[(a) ", "one hundred and five thousand ", "We found 12. ",
    "in 12 (n = 3) patients, and (12%; p < .05) ", "ßİﬁ ", "<i>", "&", "“",
)  # fmt: skip
LENGTH = 10_000
SECONDS = 20.0
"""Far above what any of these needs; a pattern that blows up would need years."""


def seconds(text: str) -> float:
    record = Record(
        source="plain",
        raw_hash="",
        title=text[:2000],
        abstract=(AbstractSection(text=LEAD + text + " and 12 women."),),
        abstract_kind="original",
    )
    began = time.process_time()
    grade(record, read(record, CONDITION), CONDITION)
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_repetition_is_read_in_bounded_time(piece: str) -> None:
    assert seconds(piece * (LENGTH // len(piece))) < SECONDS


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=5))
def test_a_long_mixture_is_read_in_bounded_time(pieces: list[str]) -> None:
    mixture = "".join(pieces)
    assert seconds(mixture * (LENGTH // len(mixture))) < SECONDS


WORDS = ("a" * 280, "a-" * 140, "1-2-" * 70, "methyl-4-" * 30)
"""Words as long as a text may have them; a chemical name comes near."""
PLACES = (
    "The 40 were randomised in the trial, in 12 patients with WORD than rest, and 30 finished.",
    "Of 40 allocated to WORD, 12 with WORD withdrew because of WORD and 28 were analysed.",
    "We compared 20 WORD patients, 18 with WORD and 16 healthy WORD controls.",
    "Living with WORD-ME (WORD ME) and WORD (ME) of patients with fatigue.",
    "WORD was higher in 12 women with WORD than in 30 men without WORD (p = .03).",
    "Nausea of WORD occurred in 12 on WORD and in 3 on placebo WORD after WORD.",
    "The primary outcome was WORD at 12 weeks; WORD at 24 weeks (WORD) did not differ.",
    "Neither WORD nor WORD could be kept unaware of WORD, and WORD rated WORD blind.",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_long_word_in_an_ordinary_sentence_is_read_in_bounded_time(place: str) -> None:
    assert sum(seconds(place.replace("WORD", word)) for word in WORDS) < SECONDS

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

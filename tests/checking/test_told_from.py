"""A group or a comparison that the sentence told does not hold, and a group that lost its mark."""

from __future__ import annotations

from tests.checking.conftest import Desk

from evidence_atlas.records import AbstractSection, Quote, Result, Sentence

TEXT = (
    "Women (LAF) and men (LAM) took part. Tests showed reduced iron in LAF and zinc in LAM. "
    "Two classes, 13% (C2) and 7% (C3), had more wheeze (C2) and cough (C3). "
    "Antibodies gave protection."
)
TOLD = (
    "Tests showed reduced iron in LAF and zinc in LAM.",
    "Two classes, 13% (C2) and 7% (C3), had more wheeze (C2) and cough (C3).",
    "Antibodies gave protection.",
)


def _of(desk: Desk, own: str):
    start = TEXT.index(own)
    quote = Quote(field="abstract", start=start, end=start + len(own), text=own)
    result = Result(
        text=own, quote=quote, sentence=0, scope="all", comparison="not_stated", direction="lower",
    )  # fmt: skip
    sentence = Sentence(text=own, start=start, end=start + len(own), role="results")
    return desk.with_record(abstract=(AbstractSection(text=TEXT),)).with_reading(
        results=(result,), sentences=(sentence,), conclusions=(), interventions=(), comparators=()
    )


def _codes(desk: Desk, own: str, told: str):
    of = _of(desk, own)
    return of.codes(of.say(told, own, about=("results.0",)))


def test_a_group_is_not_named_where_another_stood(desk: Desk):
    right, wrong = TOLD[0], "Tests showed reduced iron in LAF and zinc in LAF."
    assert "people-confused" not in _codes(desk, TOLD[0], right)
    assert "people-confused" in _codes(desk, TOLD[0], wrong)


def test_groups_keep_the_marks_by_which_a_sentence_tells_them_apart(desk: Desk):
    cut = "Two classes, 13% and 7%, had more wheeze and cough."
    assert "people-confused" not in _codes(desk, TOLD[1], TOLD[1])
    assert "people-confused" in _codes(desk, TOLD[1], cut)


def test_a_start_is_not_told_of_what_has_none(desk: Desk):
    told = "Antibodies were lower than at the start."
    assert "comparison-contradicts" in _codes(desk, TOLD[2], told)
    assert "comparison-contradicts" not in _codes(desk, TOLD[2], TOLD[2])

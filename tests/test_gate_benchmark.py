"""Errors planted into the pages of the sample library: the gate catches what it owes to catch."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
from benchmarks.gate import claims, pages, planted
from benchmarks.gate.plantings import KINDS

from evidence_atlas import conditions

REQUIRED = {
    "number changed", "digits swapped", "direction flipped", "negation dropped",
    "subgroup widened to all", "completers as enrolled", "patients and controls swapped",
    "crossover as parallel arms", "association as cause", "within-group as between",
    "may told as does", "first added", "finding as recommendation", "protocol told as done",
    "wrong illness", "invented outcome", "conclusion as finding", "absence told as proof",
}  # fmt: skip


def test_every_kind_that_was_asked_for_is_planted_and_three_at_least_are_unseen():
    assert {k.name for k in KINDS} >= REQUIRED
    assert sum(k.unseen for k in KINDS) >= 3


def test_no_page_of_the_sample_library_is_held(samples):
    held = [
        (study.record.pmid or study.record.title, flag.detail)
        for study in pages.studies(samples, conditions.load("mecfs"))
        for flag in study.flags(study.page)
        if flag.severity == "CRITICAL"
    ]
    assert held == []


@pytest.mark.verify
def test_planted_errors_in_the_sample_library_are_caught(samples):
    found = planted.run(pages.studies(samples, conditions.load("mecfs")))
    assert found.held == []
    caught, of = found.share()
    assert of >= 1000
    assert caught / of >= 0.95
    for family in ("number", "negation"):
        caught, of = found.of_family(family)
        assert caught / of >= 0.99, family


def test_a_few_kinds_on_one_file_of_the_library(samples):
    kinds = frozenset({"digits swapped", "first added"})
    found = planted.run(pages.studies(samples[:1], conditions.load("mecfs")), kinds)
    caught, of = found.share(*kinds)
    assert of > 10
    assert caught == of


def test_the_half_of_a_record_never_changes(samples):
    study = next(pages.studies(samples[:1], conditions.load("mecfs")))
    again = dataclasses.replace(
        study, record=msgspec.structs.replace(study.record, abstract=()), page=None
    )
    assert again.half == study.half
    halves = {
        dataclasses.replace(
            study, record=msgspec.structs.replace(study.record, pmid=str(pmid))
        ).half
        for pmid in range(30)
    }
    assert halves == {"tuning", "held out"}


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Does pacing help?", "Pacing help."),
        ("Pain: is it common after surgery?", "It common after surgery."),
        ("Cancer screening in the elderly", "Cancer screening in the elderly."),
    ],
)
def test_a_question_is_put_as_a_statement(question: str, claim: str):
    assert claims.stated(question) == claim

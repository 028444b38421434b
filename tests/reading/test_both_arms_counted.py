"""Both groups of a trial are counted, however their two numbers are put in one breath."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")


def reading(abstract: str) -> Reading:
    """The reading of a made-up trial of walking."""
    record = Record(
        source="plain",
        raw_hash="",
        title="Walking in long COVID: a randomised trial",
        abstract=(AbstractSection(text=f"METHODS: {abstract}"),),
        abstract_kind="original",
        languages=("eng",),
    )
    return read(record, MECFS)


@pytest.mark.parametrize(
    ("methods", "arms"),
    [
        (
            "Sixty adults with long COVID were randomly assigned to a walking group of 28 patients "
            "and a control group of 32 patients.",
            {"walking group": 28, "control group": 32},
        ),
        (
            "In this randomised trial 122 patients with long COVID were included (63 in the "
            "walking group and 59 in the swimming group).",
            {"walking group": 63, "swimming group": 59},
        ),
        (
            "In total, 76 patients with long COVID were randomised (WR/control group (n=39/37)).",
            {"WR": 39, "control": 37},
        ),
    ],
)
def test_both_groups_of_a_trial_are_counted(methods, arms):
    people = reading(methods).participants
    assert {g.name: g.n for g in people.groups if g.kind == "arm"} == arms
    assert people.total == sum(arms.values())


def test_two_numbers_that_do_not_make_up_everybody_are_no_arms():
    people = reading(
        "We randomised 90 patients with long COVID. Nausea was told by 12 in the walking group "
        "and 9 in the control group."
    ).participants
    assert not [g for g in people.groups if g.kind == "arm"]

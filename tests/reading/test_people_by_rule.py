"""Total, patients and controls, rule by rule, in sentences of many kinds (people_by_rule.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

MECFS = load("mecfs")
RULES = tomllib.loads(Path(__file__).with_name("people_by_rule.toml").read_text("utf-8"))["rule"]
TEXTS = [(rule["says"], *text) for rule in RULES for text in rule["texts"]]


@pytest.mark.parametrize(("rule", "sentences", "total", "patients", "controls"), TEXTS)
def test_people_are_counted_by_the_rule(rule, sentences, total, patients, controls):
    record = Record(
        source="test", raw_hash="", title="Sleep in long COVID", languages=("eng",),
        abstract=(AbstractSection(text=f"METHODS: {sentences}"),), abstract_kind="original",
    )  # fmt: skip
    people = read(record, MECFS).participants
    found = (people.total, people.patients, people.controls)
    assert found == tuple(None if n < 0 else n for n in (total, patients, controls)), rule

"""A paper's type follows what was done: cells are no people, a choice is no chance."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading.study_type import study_type
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

PAPERS = tomllib.loads(
    Path(__file__).with_name("study_types_done.toml").read_text("utf-8")
)["paper"]  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p["title"])
def test_the_type_is_that_of_what_was_done(paper: dict[str, str]) -> None:
    record = Record(
        source="plain", raw_hash="", title=paper["title"], languages=("eng",),
        abstract=(AbstractSection(text=paper["text"]),), abstract_kind="original",
    )  # fmt: skip
    told = study_type(record, read(record, load("mecfs"))).value
    if paper["type"] == "not Guideline":
        assert told != "Guideline"
    else:
        assert str(told) in paper["type"].split(",")

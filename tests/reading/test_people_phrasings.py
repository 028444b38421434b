"""Total, patients and controls of short texts in many phrasings.

Those of people_in_other_words.toml are told as other writers may.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

MECFS = load("mecfs")
TEXTS = [
    text
    for name in ("people_phrasings.toml", "people_in_other_words.toml")
    for text in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["text"]
]


@pytest.mark.parametrize("text", TEXTS, ids=[text["title"] for text in TEXTS])
def test_everybody_the_ill_and_the_compared(text: dict[str, Any]) -> None:
    record = Record(
        source="test", raw_hash="", title=text["title"], languages=("eng",),
        abstract=(AbstractSection(text=text["abstract"]),), abstract_kind="original",
    )  # fmt: skip
    people = read(record, MECFS).participants
    found = {name: getattr(people, name) for name in ("total", "patients", "controls")}
    stated = {name: None if text[name] < 0 else text[name] for name in found}
    assert found == stated


@pytest.mark.parametrize(
    ("abstract", "total"),
    [
        ("Three groups of 18 patients with asthma were given salt air.", 54),
        # How many cohorts there were in all, no one of the two says.
        ("Seven cohorts of eight subjects had one dose and four cohorts of eight subjects were "
         "given three.", None),
        ("RESULTS: The survival rates of embryos were 88.9% (32/36) and 91.7% (33/36).", None),
        ("The study group comprised 41 patients with asthma 18 patients received a dummy.", 41),
    ],
)  # fmt: skip
def test_groups_of_one_size_are_multiplied_only_where_they_are_all(
    abstract: str, total: int | None
) -> None:
    told = read(Record(source="test", raw_hash="0" * 64, title="A trial",
                       abstract=(AbstractSection(text=abstract),)), MECFS)  # fmt: skip
    assert told.participants.total in ((total,) if total else (None, 8))

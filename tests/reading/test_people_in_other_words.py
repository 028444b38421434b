"""Total, patients and controls in texts of other writers (people_in_other_words.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

MECFS = load("mecfs")
TEXTS = tomllib.loads(
    Path(__file__).with_name("people_in_other_words.toml").read_text(encoding="utf-8")
)["text"]


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

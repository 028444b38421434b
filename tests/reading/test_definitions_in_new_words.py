"""Case definitions and post-exertional malaise are read in words that nobody had thought of.

The texts stand in definitions_in_new_words.toml; each was read otherwise before.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Dates, PubDate, Record

FILE = Path(__file__).with_name("definitions_in_new_words.toml")
TEXTS: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["text"]
MECFS = load("mecfs")
MALAISE = "PEM "


def record(abstract: str) -> Record:
    # An abstract that speaks of long COVID alone has a title of its own kind.
    of_me = any(name in abstract for name in ("ME", "CFS", "fatigue syndrome", "780.71"))
    return Record(
        source="test", raw_hash="", title=f"Sleep in {'ME/CFS' if of_me else 'long COVID'}",
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
        dates=Dates(published=PubDate(year=2018)),
    )  # fmt: skip


@pytest.mark.parametrize("text", [t for t in TEXTS if "definitions" in t], ids=str)
def test_the_definitions_by_which_people_were_chosen(text: dict[str, Any]) -> None:
    held = read(record(text["abstract"]), MECFS)
    assert sorted(d.name for d in held.definitions if not d.of_part) == text["definitions"]


@pytest.mark.parametrize("text", [t for t in TEXTS if "criterion" in t], ids=str)
def test_whether_everybody_had_to_have_the_malaise(text: dict[str, Any]) -> None:
    held = record(text["abstract"])
    badge = grade(held, read(held, MECFS), MECFS).value("pem")
    assert (badge or "not applicable").removeprefix(MALAISE) == text["criterion"]

"""However its authors put it, a paper's study type is told from title and abstract.

The texts are ordinary ones of every study type (`study_types_phrasings.toml`), each filled with
five names of the illness and numbers drawn anew. Their writer had seen a patch of seven rules, no
other. The rules may be mended with those of even place in view; those of odd place are only
counted, and no test says which of them are misread.
"""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading.study_type import STUDY_TYPES, study_type
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record

MECFS = load("mecfs")
ILLNESSES = (
    "ME/CFS", "long COVID", "post-COVID condition", "chronic fatigue syndrome",
    "myalgic encephalomyelitis",
)  # fmt: skip
PAPERS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "study_types_phrasings.toml").read_text("utf-8")
)["paper"]
LOOKED_AT, KEPT = PAPERS[::2], PAPERS[1::2]
SHORT: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "study_types_in_short.toml").read_text("utf-8")
)["paper"]
HEADING = re.compile(r"(?:^|(?<=[.?!] ))([A-Z][A-Za-z ]{2,25}): ")
BADGES = {"randomised-controlled-trial": "RCT"}
HYPHENATED = ("Case-control", "Cross-sectional", "Meta-analysis", "Non-randomised trial")


def badge(kind: str) -> str:
    """The badge's name of a kind of the labels."""
    name = BADGES.get(kind, kind.replace("-", " ").capitalize())
    return next((h for h in HYPHENATED if h.replace("-", " ") == name), name)


def record(paper: dict[str, Any], illness: str, draw: random.Random) -> Record:
    few = 9 if paper["type"] == "case-series" else 24
    filled = {
        "illness": illness, "n": draw.randint(48, 190), "m": draw.randint(26, 47),
        "k": draw.randint(5, few),
    }  # fmt: skip
    title, text = (_capital(paper[part].format(**filled)) for part in ("title", "text"))
    before, *parts = HEADING.split(text)
    sections = (
        tuple(
            AbstractSection(label=name.upper(), text=_capital(said.strip()))
            for name, said in zip(parts[::2], parts[1::2], strict=True)
        )
        if parts and not before
        else (AbstractSection(text=text),)
    )
    return Record(
        source="test", raw_hash="0" * 64, title=title, pmid="1", abstract=sections,
        languages=("eng",),
    )  # fmt: skip


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def types_told(paper: dict[str, Any]) -> set[str | None]:
    """The types told of a text, whatever the illness and the numbers."""
    draw = random.Random(paper["title"])
    filled = [record(paper, illness, draw) for illness in ILLNESSES]
    return {study_type(r, read(r, MECFS)).value for r in filled}


def right(paper: dict[str, Any]) -> set[str | None]:
    return {badge(kind) for kind in (paper["type"], *paper.get("or", ()))}


@pytest.mark.parametrize("paper", LOOKED_AT + SHORT, ids=lambda p: p["title"][:60])
def test_the_study_type_is_told_however_it_is_put(paper: dict[str, Any]) -> None:
    assert types_told(paper) <= right(paper)


def test_of_texts_that_no_rule_was_mended_on_nine_in_ten_are_told() -> None:
    told = sum(types_told(paper) <= right(paper) for paper in KEPT)
    assert told >= 0.9 * len(KEPT)


def test_every_study_type_is_among_the_texts() -> None:
    assert {badge(paper["type"]) for paper in PAPERS} == set(STUDY_TYPES)


def test_records_of_people_are_no_records_of_papers() -> None:
    paper = {
        "type": "cross-sectional", "title": "Records in {illness}",
        "text": "Records of {n} patients were searched.",
    }  # fmt: skip
    assert types_told(paper).isdisjoint({"Scoping review", "Systematic review"})


def test_what_a_paper_calls_itself_outranks_whom_it_compared() -> None:
    text = (
        "This {design} compared diagnoses of pain among {n} patients with {illness} and {m} "
        "matched healthy controls. Pain was more common in patients than in controls."
    )
    for design, type_ in (
        ("retrospective cohort study", "Cohort"),
        ("case-control study", "Case-control"),
    ):
        paper = {
            "type": design, "title": "Pain in {illness}: a comparison with healthy controls",
            "text": text.replace("{design}", design),
        }  # fmt: skip
        assert types_told(paper) == {type_}

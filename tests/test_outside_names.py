"""The names that the benchmark of even-handedness takes from outside stand in no table of ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from benchmarks.scorecard.even_handed import swapped
from benchmarks.scorecard.even_names import KNOWN, outside, outside_names, thing

from evidence_atlas.conditions import load
from evidence_atlas.reading.names import A_TREATMENT
from evidence_atlas.writing.words.names import names_in

TABLES = Path(__file__).resolve().parents[1] / "src" / "evidence_atlas"
KINDS = outside_names()["treatments"]
ROWS = outside_names()["measures"]["rows"]
NAMES = [n for names in KINDS.values() for n in names] + [
    row[side] for row in ROWS for side in ("immune", "psychological")
]


@pytest.fixture(scope="module")
def tables() -> dict[str, str]:
    """Every table, list of weights and list of words of the program, those of the illness too."""
    files = (f for kind in ("toml", "txt", "json") for f in TABLES.rglob(f"*.{kind}"))
    return {f.name: f.read_text(encoding="utf-8").casefold() for f in files}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_from_outside_stands_in_no_table_of_the_program(name: str, tables) -> None:
    word = re.compile(rf"\b{re.escape(thing(name).casefold())}")
    assert [file for file, text in tables.items() if word.search(text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_pattern_of_the_program_knows_a_name_from_outside(name: str) -> None:
    assert A_TREATMENT.search(name) is None
    assert names_in(name) == frozenset()
    condition = load("mecfs")
    for named in (*condition.treatments, *condition.outcomes):
        assert re.fullmatch(named.pattern, name, re.IGNORECASE) is None, named.key


def test_there_are_eight_treatments_of_every_kind_and_measures_of_every_form() -> None:
    assert set(KINDS) == {"drug", "psychotherapy", "exercise", "pacing"}
    assert all(len(set(names)) == 8 for names in KINDS.values())
    assert {row["form"].split()[0] for row in ROWS} == {"one", "several", "short", "hyphen"}


def test_each_abstract_takes_one_name_of_every_kind_and_the_next_takes_others() -> None:
    first, second = outside("treatments", 0), outside("treatments", 1)
    assert len(first) == 4
    assert not {n for k in first for n in k} & {n for k in second for n in k}
    assert len(outside("measures", 3)) == 2


def test_a_name_that_begins_a_sentence_begins_it_in_capitals_under_every_name() -> None:
    row = {"title": "Yoga in adults", "abstract": "Wheeze fell with yoga. Yoga was safe."}
    texts = [v["abstract"] for v in swapped(row, "treatments", KNOWN["treatments"]).values()]
    assert "Wheeze fell with pacing. Pacing was safe." in texts
    assert all(". " in t and t.split(". ")[1][0].isupper() for t in texts)

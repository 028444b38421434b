"""What several rules of a table share is written once, and named where it is meant."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import evidence_atlas
from evidence_atlas.records.shorthand import (
    SHORTHAND,
    UnknownShorthandError,
    patterns_by_name,
    written_out,
)


def test_a_name_in_two_curly_brackets_stands_for_its_pattern_wherever_it_is() -> None:
    table = {
        "shorthand": {"people": "(?:patients|people)"},
        "whole": "{{people}} with",
        "rows": [{"cue": r"\b{{people}}\b", "points": 2}],
        "by_name": {"of": ["of {{people}}", "of a{1,2}"]},
    }
    assert written_out(table) == {
        "whole": "(?:patients|people) with",
        "rows": [{"cue": r"\b(?:patients|people)\b", "points": 2}],
        "by_name": {"of": ["of (?:patients|people)", "of a{1,2}"]},
    }


def test_a_pattern_may_be_made_of_others_and_the_tables_own_comes_first() -> None:
    shared = patterns_by_name({"shorthand": {"one": "a", "two": "{{one}}|b"}})
    assert shared["two"] == "a|b"
    assert written_out({"told": "{{two}}"}, shared) == {"told": "a|b"}
    own = {"shorthand": {"one": "x", "three": "{{one}}{{two}}"}, "told": "{{three}}"}
    assert written_out(own, shared) == {"told": "xa|b"}


def test_a_name_that_stands_nowhere_is_told() -> None:
    with pytest.raises(UnknownShorthandError, match="nobody"):
        written_out({"told": "{{nobody}}"})


def test_what_a_table_names_is_asked_for_somewhere() -> None:
    """A name that no pattern asks for is left over, and misleads whoever changes the pattern."""
    src = Path(evidence_atlas.__file__).parent
    texts = {file: file.read_text(encoding="utf-8") for file in src.rglob("*.toml")}
    everywhere = "\n".join(texts.values())
    left = [
        f"{file.relative_to(src)}: {name}"
        for file, text in texts.items()
        for name in tomllib.loads(text).get(SHORTHAND, {})
        if "{{" + name + "}}" not in (everywhere if file.stem == SHORTHAND else text)
    ]
    assert left == []

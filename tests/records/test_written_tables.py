"""Tables that people can read: a long pattern stands over several lines and is read as one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.records.written_tables import parsed

ROOT = Path(__file__).parents[2]

sys.path.insert(0, str(ROOT / "scripts"))

import fold_patterns  # noqa: E402  (a script, not a module of the package)


def test_the_lines_of_a_pattern_are_read_as_one_pattern() -> None:
    table = "pattern = '''\n    \\b(?:walked|ran) (?:very )?\n    (?:fast\n      |slowly)\\b'''\n"
    assert parsed(table) == {"pattern": r"\b(?:walked|ran) (?:very )?(?:fast|slowly)\b"}


def test_text_of_several_lines_that_is_no_pattern_keeps_its_lines() -> None:
    assert parsed('words = """\none two\nthree"""') == {"words": "one two\nthree"}


def test_a_blank_that_begins_a_pattern_of_one_line_stays() -> None:
    assert parsed("after = '''     of whom'''") == {"after": "     of whom"}


def test_no_table_has_a_long_pattern_on_one_line() -> None:
    asked = subprocess.run(
        [sys.executable, ROOT / "scripts" / "fold_patterns.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.stdout == ""
    assert asked.returncode == 0


WORDS = st.text("abc d|()[]{}?*\\b^é'\"", max_size=400)


@given(WORDS)
def test_folding_a_table_never_changes_what_is_read_from_it(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error:
        return
    if "'" in pattern:
        return
    table = f"pattern = '''{pattern}'''\nsays = \"it's one | of two\"\n"
    assert parsed(fold_patterns.folded(table)) == parsed(table)


@pytest.mark.parametrize("count", [1, 12, 60])
def test_what_was_folded_once_is_not_folded_again(count: int) -> None:
    words = "|".join(rf"(?:at )?week{n}\b" for n in range(count))
    once = fold_patterns.folded(f"pattern = '''{words}'''\n")
    assert fold_patterns.folded(once) == once
    assert all(len(line) <= fold_patterns.WIDTH for line in once.splitlines())


def test_a_pattern_that_grew_over_a_line_is_folded_anew() -> None:
    words = "|".join(rf"(?:at )?week{n}\b" for n in range(12))
    once = fold_patterns.folded(f"pattern = '''{words}'''\n")
    grown = once.replace(
        r"week3\b", r"week3\b" + "|".join(rf"(?:in )?month{n}\b" for n in range(9))
    )
    assert any(len(line) > fold_patterns.WIDTH for line in grown.splitlines())
    again = fold_patterns.folded(grown)
    assert all(len(line) <= fold_patterns.WIDTH for line in again.splitlines())
    assert parsed(again) == parsed(grown)

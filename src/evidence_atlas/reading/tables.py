"""Loading the word lists and cues that stand beside the code."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from evidence_atlas.records.cues import Cue, cue
from evidence_atlas.records.shorthand import patterns_by_name, written_out
from evidence_atlas.records.written_tables import parsed


@cache
def load(name: str) -> dict[str, Any]:
    """The table `tables/<name>.toml`, read once for all who use it: nobody may change it."""
    return written_out(_file(name), shared())


@cache
def shared() -> dict[str, str]:
    """By name: the patterns that several tables share, of this room and of those behind it."""
    return patterns_by_name(_file("shorthand"))


def _file(name: str) -> dict[str, Any]:
    file = resources.files("evidence_atlas.reading") / "tables" / f"{name}.toml"
    return parsed(file.read_text(encoding="utf-8"))


def any_of(patterns: Iterable[str]) -> Cue:
    """One case-insensitive expression that finds any of the patterns."""
    return cue("|".join(f"(?:{p})" for p in patterns))


def words(patterns: Iterable[str]) -> str:
    """An expression for any of the patterns as whole words, longest spelling first."""
    ordered = sorted(patterns, key=lambda p: (-len(p), p))
    return r"(?:" + "|".join(ordered) + r")\b"

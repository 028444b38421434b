"""The tables of this room and of the rooms in it: language and medicine as data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from evidence_atlas.reading.tables import shared
from evidence_atlas.records.shorthand import patterns_by_name, written_out
from evidence_atlas.records.written_tables import parsed


@cache
def table(name: str) -> dict[str, Any]:
    """A table by its path in this room ("people/traits.toml"), read once: nobody may change it."""
    return written_out(_file(name), _shared())


@cache
def _shared() -> dict[str, str]:
    """By name: the patterns that tables of this room share with each other, or with reading's."""
    return patterns_by_name(_file("shorthand.toml"), shared())


def _file(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return parsed(text)


def tables(folder: str) -> list[dict[str, Any]]:
    """The tables of a folder in this room, in the order of their names."""
    here = resources.files(__package__).joinpath(folder)
    names = sorted(f.name for f in here.iterdir() if f.name.endswith(".toml"))
    return [table(f"{folder}/{name}") for name in names]

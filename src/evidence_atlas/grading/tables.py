"""The tables of rules beside the code, read once when the program starts."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from evidence_atlas.reading.tables import shared
from evidence_atlas.records.shorthand import written_out
from evidence_atlas.records.written_tables import parsed


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table of that name in this room, read once: nobody may change it."""
    file = resources.files(__package__) / f"{name}.toml"
    return written_out(parsed(file.read_text(encoding="utf-8")), shared())

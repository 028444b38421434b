"""The tables of other rooms that the site shows, read as data: all that it reads of them is here.

To import the rooms that grade and write would take each server process seconds to start and hold
their patterns in its memory, for a few lines that readers see.
"""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from evidence_atlas.records.written_tables import parsed

_ROOMS = resources.files("evidence_atlas")


def certainty() -> dict[str, Any]:
    """Where certainty starts by study type (`start`), and the steps that take it down (`steps`)."""
    return _read(_ROOMS.joinpath("grading", "certainty.toml"))


def wording() -> dict[str, Any]:
    """Words that the atlas does not use in its own voice: `version`, and each `rule`."""
    return _read(_ROOMS.joinpath("checking", "wording.toml"))


def glossary() -> list[dict[str, Any]]:
    """The general glossary: `term`, `plain` and `gloss` of each entry, file by file."""
    files = _ROOMS.joinpath("writing", "glossary").iterdir()
    held = sorted((f for f in files if f.name.endswith(".toml")), key=lambda f: f.name)
    return [entry for file in held for entry in _read(file)["glossary"]]


def _read(file: Traversable) -> dict[str, Any]:
    return parsed(file.read_text(encoding="utf-8"))

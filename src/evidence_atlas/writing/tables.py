"""The tables beside the code: language and medicine as data."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any


def table(name: str) -> dict[str, Any]:
    """A table beside this file, read once when its user is imported."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def tables(folder: str) -> list[dict[str, Any]]:
    """The tables of a folder beside this file, in the order of their names."""
    here = resources.files(__package__).joinpath(folder)
    names = sorted(f.name for f in here.iterdir() if f.name.endswith(".toml"))
    return [table(f"{folder}/{name}") for name in names]

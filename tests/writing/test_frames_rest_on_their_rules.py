"""A frame's own words of how many, of denial and of when stand in the rule that it names.

The gate asks this of every sentence (checking/small_words.py): a frame whose rule does not say
them would keep every page that uses it from being published.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from evidence_atlas.checking.small_words import brought_in

_SLOT = re.compile(r"\{\w+\}")
FILES = ("frames.toml", "limits/limits.toml")


def _frames(entry: Any, name: str, rule: str | None = None) -> Iterator[tuple[str, str, str]]:
    """Each frame of a table, with its name and the rule that it rests on."""
    if isinstance(entry, dict):
        rule = entry.get("rule", rule)
        for key, value in entry.items():
            if key != "rule":
                yield from _frames(value, f"{name}.{key}", rule)
    elif isinstance(entry, list):
        for value in entry:
            yield from _frames(value, name, rule)
    elif isinstance(entry, str) and rule is not None and " " in entry:
        yield name, entry, rule


@pytest.mark.parametrize("file", FILES)
def test_small_words_of_a_frame_stand_in_its_rule(file: str) -> None:
    text = resources.files("evidence_atlas.writing").joinpath(*file.split("/")).read_text("utf-8")
    frames = [*_frames(tomllib.loads(text), file)]
    assert len(frames) > 100
    lacking = {
        (name, frame): words
        for name, frame, rule in frames
        if (words := brought_in(_SLOT.sub(" ", frame), [rule]))
    }
    assert lacking == {}

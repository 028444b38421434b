"""Tables of words and patterns as people write them: a long pattern stands over several lines.

A pattern of a few hundred letters on one line can be neither read nor compared with the one
before it. Where every line of a string begins with four blanks, its line ends and what the lines
are moved in by say nothing: the lines are put together as one.
"""

from __future__ import annotations

import tomllib
from typing import Any

MOVED_IN = "    "
"""What every line of a pattern over several lines begins with, the first one too."""


def parsed(text: str) -> dict[str, Any]:
    """A TOML table with each pattern in one piece.

    Raises `tomllib.TOMLDecodeError` where the text is no TOML.
    """
    return {name: _in_one_piece(part) for name, part in tomllib.loads(text).items()}


def _in_one_piece(part: Any) -> Any:
    if isinstance(part, str):
        return _one_line(part) if part.startswith(MOVED_IN) and "\n" in part else part
    if isinstance(part, list):
        return [_in_one_piece(each) for each in part]
    if isinstance(part, dict):
        return {name: _in_one_piece(each) for name, each in part.items()}
    return part


def _one_line(text: str) -> str:
    lines = text.split("\n")
    if not all(line.startswith(MOVED_IN) for line in lines):
        return text
    return "".join(line.lstrip(" ") for line in lines)

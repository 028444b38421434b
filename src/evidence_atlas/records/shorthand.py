"""`{{name}}` in a table stands for the pattern of that name: what two rules share has one home."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SHORTHAND = "shorthand"
"""Under this heading of a table stand the patterns that it shares, each by its name."""

_NAMED = re.compile(r"\{\{(\w+)\}\}")


class UnknownShorthandError(LookupError):
    """A table asks for a pattern that stands nowhere; the message is its name."""


def patterns_by_name(
    table: Mapping[str, Any], shared: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The patterns under the table's heading in full, made of each other and of `shared`."""
    known = dict(shared or {})
    for name, pattern in table.get(SHORTHAND, {}).items():
        known[name] = in_full(pattern, known)
    return known


def written_out(table: dict[str, Any], shared: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The table with its patterns in full, without the heading; its own names come first."""
    known = patterns_by_name(table, shared)
    return {name: _filled(part, known) for name, part in table.items() if name != SHORTHAND}


def in_full(pattern: str, known: Mapping[str, str]) -> str:
    """A pattern with those that it names in their places."""

    def meant(found: re.Match[str]) -> str:
        if found[1] not in known:
            raise UnknownShorthandError(found[1])
        return known[found[1]]

    return _NAMED.sub(meant, pattern)


def _filled(part: Any, known: Mapping[str, str]) -> Any:
    if isinstance(part, str):
        return in_full(part, known) if "{{" in part else part
    if isinstance(part, list):
        return [_filled(each, known) for each in part]
    if isinstance(part, dict):
        return {name: _filled(each, known) for name, each in part.items()}
    return part

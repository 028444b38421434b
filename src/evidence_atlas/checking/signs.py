"""A sign before a figure is the source's: "over 5" is not "under 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Flag

from .case import Case, denied
from .codes import flag

_SIGNED = re.compile(r"(?P<sign>[<>]=?|[≤≥])\s?(?P<figure>\d+(?:[.,·]\d+)*)")
_UP = frozenset((">", ">=", "≥"))


def signs(case: Case) -> Iterator[Flag]:
    """No figure that is over what the source has it under, nor the other way round."""
    for statement in case.statements:
        told = _signed(statement.text)
        if not told or denied(statement):
            continue
        held = _signed("\n".join(case.rests_on(statement)))
        for figure, over in sorted(told - held):
            if (figure, not over) in held:
                way = "over" if over else "under"
                yield flag("number-misplaced", statement, f"{way} “{figure}” in: {statement.text}")


def _signed(text: str) -> set[tuple[str, bool]]:
    """The figures with a sign, and whether it says that something is over them."""
    return {(m["figure"], m["sign"] in _UP) for m in _SIGNED.finditer(text)}

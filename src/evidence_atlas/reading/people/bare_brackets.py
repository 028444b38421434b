"""Counts that stand by themselves in brackets: "adults with asthma (136) and controls (35)".

A number alone in a bracket may be a reference, an age or a score. Where one sentence has such a
bracket right behind the ill and another behind those they are compared with, both are counts.
"""

from __future__ import annotations

from ..document import Document
from ..text import numbers
from . import labelled
from .kinds_of_people import Found

_BOTH = {"patients", "controls"}


def read(
    document: Document, text: str, alone: list[numbers.Number], short: dict[str, str]
) -> list[tuple[numbers.Number, Found]]:
    """The counts among numbers that stand `alone` in brackets; none where it is not sure."""
    told = [
        (n, found)
        for n in alone
        if (found := labelled.read(document, text, n, n.start - 1, False, short)) is not None
    ]
    return told if {f.kind for _, f in told} >= _BOTH else []


def alone(text: str, number: numbers.Number) -> bool:
    """Whether a bracket holds a number and nothing else."""
    return text[max(0, number.start - 1) : number.start] == "(" and text.startswith(")", number.end)

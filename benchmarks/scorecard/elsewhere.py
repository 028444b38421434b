"""Everything at once on real abstracts of other illnesses, the atlas taken to be on theirs.

Real abstracts on the illness are used up. These were drawn by lot from the abstracts with labelled
sentences (seeds 20261128 and 20261129), and labelled by the same guide without sight of the
program (`benchmarks/labels/elsewhere.jsonl`); each is read with the names of its own illness in
the place of the atlas's, as they would be where somebody adds an illness. Errors of one half were
looked at; those of the other are only ever scored.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from evidence_atlas.records import Condition
from evidence_atlas.records.condition import Name

from .figures import Section
from .halves import Halves
from .sources import LABELS, condition, lines, record_of, rows_of
from .unseen import answers

_SHORT = 5
"""Names of so few letters are searched for as they are printed ("COPD")."""


def measure(data: Path) -> Section:
    """Study type, counts, findings and directions of both halves."""
    rows = rows_of(data)
    halves = Halves()
    for label in lines(LABELS / "elsewhere.jsonl"):
        row = rows[label["key"]]
        illness = named(tuple(label["illness"]))
        findings = [
            {"quote": row["abstract"][f["start"] : f["end"]], **f} for f in label["findings"]
        ]
        found, _, told = answers(label, record_of(row), illness, findings)
        halves.note(label["half"], found, id=label["key"], type=told)
    return halves.section(
        "elsewhere",
        "On real abstracts of other illnesses, each with its own illness's names",
        "234 abstracts of all medicine; labels of this project (language model)",
    )


@cache
def named(names: tuple[str, ...]) -> Condition:
    """The atlas's illness with these names in the place of its own."""
    words = sorted(names, key=len, reverse=True)
    pattern = "|".join(
        rf"(?-i:(?<!\w){re.escape(n)}s?(?!\w))"
        if len(n) <= _SHORT
        else rf"(?<!\w){re.escape(n)}s?(?!\w)"
        for n in words
    )
    other = tuple(
        o
        for o in condition().other_conditions
        if not any(re.search(o.pattern, n, re.IGNORECASE) for n in names)
    )
    return msgspec.structs.replace(
        condition(), names=(Name(name=names[0], pattern=pattern),), other_conditions=other
    )

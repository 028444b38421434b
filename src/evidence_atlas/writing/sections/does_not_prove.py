"""What This Study Does Not Prove: mistakes that a careful reader could make with this page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..glance.illness_row import illness_row
from ..limits.limit_words import limit, part_told
from ..limits.mistakes import invited
from ..material import Material, Piece
from ..said import Said
from ..slots import Slots
from . import observed_findings
from .named_above import without_untold

MOST = 3


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Two or three: widening a part, an outcome, a setting; no stock lines.

    That the study is of another illness than the atlas's own, two badges say: its context, and
    how certain it is.
    """
    if m.brief.bare or m.brief.kind == "retracted":
        return ()
    return tuple(islice(beyond(m, slots), MOST))


def beyond(m: Material, slots: Slots) -> Iterator[Said]:
    """What this page could be taken to show and does not, weightiest first, each once."""
    facts = without_untold(m, slots, invited(m, slots))
    for name in ("had", "condition"):
        if name in facts:
            facts[name] = _without_age(facts[name])
    if m.brief.kind in ("animals", "cells", "computation") and illness_row(m) is None:
        facts.pop("condition", None)  # only named beside; nobody asked about it
    seen: set[str] = set()
    told: set[str] = set()
    for name in m.brief.limits:
        # What is told of no part of the people cannot be widened to all of them.
        if name in ("subgroup", "subgroup_divided") and not part_told(m, slots):
            continue
        # "The same" is what was found: where nothing is told, it points at nothing.
        if name in _THE_SAME and not observed_findings.write(m, slots):
            continue
        # Where people were seen, and that they were recruited there, is one limit.
        if name == "found_so" and "one_setting" in told:
            continue
        sentence = limit(m, facts, name, "beyond")
        if sentence:
            told.add(name)
        if sentence and sentence.text not in seen:
            seen.add(sentence.text)
            yield sentence


_THE_SAME = frozenset({
    "found_so", "one_setting", "young_only", "one_sex", "nothing_later", "own_accounts",
    "own_accounts_in_part", "studies_differ", "one_country",
})  # fmt: skip
_OF_AN_AGE = re.compile(r"\A(?:pa?ediatric|juvenile|childhood|adolescent) ", re.IGNORECASE)


def _without_age(piece: Piece) -> Piece:
    """Adults cannot have the illness of a child; they may have the same illness."""
    return Piece(_OF_AN_AGE.sub("", piece.text), piece.support)

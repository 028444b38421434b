"""Those for comparison within the one number of an opening: "70 people (30 of them healthy)".

A cohort or a survey is told by all who took part. Without a word on the controls among them, what
it found would be read of 70 ill people.
"""

from __future__ import annotations

import re

from ..material import Material, Piece
from ..rules import named
from ..tables import table
from ..words.numbers import as_read
from .control_people import HEALTHY, UNNAMED

_CONTROLS = re.compile(table("glance/others_without_it.toml")["controls"], re.IGNORECASE)
_KINDS = frozenset({"cohort", "survey"})
_CALLED = {UNNAMED: "for comparison", HEALTHY: "healthy"}


def with_controls_within(m: Material, told: Piece, controls: Piece | None) -> Piece:
    """All who took part as told, with how many of them were there for comparison."""
    p = m.reading.participants
    if controls is None or m.brief.kind not in _KINDS or None in (p.total, p.controls):
        return told
    n, all_of_them = p.controls or 0, p.total or 0
    called = _CALLED.get(controls.text.removeprefix(f"{as_read(n)} "))
    if called is None or "(" in told.text or not told.text.startswith(f"{as_read(all_of_them)} "):
        return told
    groups = sum(g.n or 0 for g in p.groups if g.kind != "subgroup")
    if all_of_them not in ((p.patients or 0) + n, groups):
        return told
    if not any(_CONTROLS.search(q.text) for q in m.quotes("participants.controls")):
        return told
    held = (*told.support, *controls.support, named("controls-within"))
    return Piece(f"{told.text} ({as_read(n)} of them {called})", tuple(dict.fromkeys(held)))

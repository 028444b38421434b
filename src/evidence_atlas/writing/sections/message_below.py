"""What an overview says, below a Quick Summary that is too short or too plain to tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..authors.message_told import told_as_theirs
from ..authors.paper_claims import claims
from ..authors.paper_message import messages
from ..authors.taken_as_known import taken_as_known
from ..brief.kinds import OVERVIEW
from ..material import Material
from ..said import Keep, Said

MOST = 2


def message_below(m: Material, quick: Sequence[Said]) -> tuple[Said, ...]:
    """At most two sentences of what it says, the likeliest first; else what it takes as known.

    Nothing where Quick has told it already.
    """
    if m.brief.bare or m.brief.kind not in OVERVIEW or any(s.voice == "authors" for s in quick):
        return ()
    places = dict.fromkeys((*messages(m), *claims(m)))
    told = [s for at in places for s in told_as_theirs(m, at, below=True)[:1]]
    return tuple(_below(s) for s in (told or taken_as_known(m, below=True)[:1])[:MOST])


def _below(told: Said) -> Said:
    """The same without the plain words of Quick: below it, technical ones are explained."""
    return replace(told, lay=False, keep=Keep.NOT_IN_QUICK)

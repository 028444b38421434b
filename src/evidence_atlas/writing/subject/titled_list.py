"""The treatments that a title lists: "yoga, breathing training and pacing in asthma"."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from ..brief.kinds import TREATMENT
from ..material import Material, Piece
from ..tables import table
from ..words.clause import causal
from .whole_lists import with_its_list

_TABLE = table("subject/titled_list.toml")
_DOES, _DONE = (re.compile(_TABLE[name], re.IGNORECASE) for name in ("does", "done"))


def titled_list(m: Material, told: list[Piece]) -> list[Piece]:
    """The list of the title, where it names one of them among others that were given too."""
    if m.brief.kind not in (*TREATMENT, "protocol"):
        return told
    title = m.record.title
    against = {c.casefold() for c in m.reading.comparators}
    for piece in told:
        at = title.casefold().find(piece.text.casefold())
        if at < 0:
            continue
        where = quoted(quote(texts(m.record), "title", at, at + len(piece.text)))
        listed = with_its_list(m, Piece(piece.text, (where,)))
        if len(listed) < 2 or any(i.text.casefold() in against for i in listed):
            continue
        if any(causal(i.text) or _DOES.search(i.text) for i in listed):
            continue  # a name that says what it does is the authors' claim
        if all(any(i.text.casefold() in p.text.casefold() for p in told) for i in listed):
            continue
        return list(listed)
    return told


def of_things_done(listed: list[Piece]) -> bool:
    """Whether each is something done with people, and no drug nor anything that is measured."""
    return all(_DONE.search(piece.text) for piece in listed)

"""The share of those who started that left early, or was still there at the end, in words."""

from __future__ import annotations

from evidence_atlas.records import quote, quoted, texts

from ..brief.share_lost import ShareLost, share_lost
from ..material import Material, Piece


def left_early(m: Material) -> dict[str, Piece]:
    """The share under `share_lost`, and under `many_lost` too where a fifth or more left."""
    found = share_lost(m.reading)
    if found is None:
        return {}
    at = found.sentence
    told = Piece(_words(found), (quoted(quote(texts(m.record), "abstract", at.start, at.end)),))
    return {"share_lost": told, "many_lost": told} if found.many else {"share_lost": told}


def _words(found: ShareLost) -> str:
    whose = " of one group" if found.one_group else ""
    if found.left:
        return f"{'up to ' if found.several else ''}{found.share}{whose} left early"
    if found.name.casefold().startswith("completion"):
        return f"{found.share}{whose} finished"
    last = " at the last count" if found.several else ""
    return f"{found.share}{whose} were still there{last}"

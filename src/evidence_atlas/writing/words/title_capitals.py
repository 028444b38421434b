"""The capitals that only a title gives a name: "Forest Bathing", which is forest bathing."""

from __future__ import annotations

import re

from .noun_phrases import uncapital

_CAPITALS = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]")
_BEFORE_CAPITALS = frozenset({"", ".", ":", "?", "!"})


def without_title_capitals(name: str, abstract: str) -> str:
    """The name as the abstract writes it, where that gives it no such capitals."""
    if not _CAPITALS.search(name):
        return name
    said = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    places = [p for p in said.finditer(abstract) if not _CAPITALS.search(p[0])]
    if not places:
        return name
    # Only the capital of a sentence goes: "Bufei huoxue" is a name.
    within = (p for p in places if abstract[: p.start()].rstrip()[-1:] not in _BEFORE_CAPITALS)
    plain = next(within, None)
    return uncapital(places[0][0]) if plain is None else plain[0]

"""A ratio below one, told by a word that hides that it is less."""

from __future__ import annotations

import re

from ..tables import table
from .edges import without_brackets

_RATIO = {
    name: re.compile(cue, re.IGNORECASE) for name, cue in table("words/hidden_way.toml").items()
}


def hides_its_way(clause: str) -> bool:
    """Whether a ratio below one goes by a word such as "associated", which hides that it is less.

    Without its brackets the clause would tell of what protects as of what harms.
    """
    bare = without_brackets(clause)
    if not _RATIO["neutral"].search(bare) or _RATIO["way"].search(bare):
        return False
    printed = (found[1].replace("·", ".") for found in _RATIO["printed"].finditer(clause))
    return any(float(number) < 1 for number in printed)

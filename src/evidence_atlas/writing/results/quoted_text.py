"""A finding in a few of the authors' own words, said to be theirs."""

from __future__ import annotations

import re

from ..words.clause import says_nothing
from ..words.edges import IN_BRACKETS
from ..words.quoting import phrase, subject_and_told
from ..words.statistics import STATISTICS


def quoted_text(
    clause: str, source: str, *, plain: bool = False, whole: bool = False
) -> str | None:
    """A finding in a few of the authors' words, said to be theirs; None where none may be cut.

    The clause as a whole where it is short; else what it is about in its own words, and only
    what the authors say of it between quotation marks. `plain`: without statistics; `whole`: to
    the end of the clause, so that nothing is cut off that says more of it.
    """
    words = phrase(clause)
    told = words is not None and words in source and not says_nothing(words)
    if words is not None and told and not (plain and STATISTICS.search(words)):
        return f"The authors write: “{words}”"
    parts = subject_and_told(clause, refuse=STATISTICS if plain else None)
    if parts is None or parts[1] not in source or says_nothing(" ".join(parts)):
        return None
    if whole and re.search(r"\w", IN_BRACKETS.sub("", clause.rpartition(parts[1])[2])):
        return None
    return f"{parts[0]}, the authors write, “{parts[1]}”"

"""Whether the authors say themselves that their results are to be taken with caution."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading, Sentence

from ..tables import table

_WORDS: dict[str, str] = table("brief/own_caution.toml")
_CAUTIOUS, _NOT_THEIRS = (
    re.compile(_WORDS[name], re.IGNORECASE) for name in ("cautious", "not_theirs")
)
_ROLES = frozenset({"results", "conclusions"})


def own_caution(reading: Reading) -> tuple[Sentence, int, int] | None:
    """The sentence in which they do, and where in it; None where there is none."""
    for sentence in reading.sentences:
        if sentence.role in _ROLES and not _NOT_THEIRS.search(sentence.text):
            found = _CAUTIOUS.search(sentence.text)
            if found is not None:
                return sentence, *found.span()
    return None

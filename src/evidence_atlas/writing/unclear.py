"""A fact that the abstract speaks of and that was not read: the row shows the abstract's words.

"Not stated" says something about the text. Where the text holds words of the kind in which the
fact is told (unclear.toml), the page does not say it; it gives the words, and leaves the reader to
judge.
"""

from __future__ import annotations

import re
from typing import Any

from evidence_atlas.records import quote, quoted, texts

from .material import Material, Piece
from .rules import named
from .tables import table

_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
)
_ROLES = {"Who they were": frozenset({"aim", "methods"})}
_ANY_ROLE = frozenset({"aim", "methods", "results"})
_LITTLE = (
    r"(?:an?|among|amongst|and|are|between|during|as|at|by|for|from|had|has|have|in|into|is|of|on|or|than|that|the|their|to|was|"
    r"were|who|whom|with|which|when|while|where|this|these|those|its|if|but|both|using|we)\b"
)
_AFTER = re.compile(
    rf"(?: (?:after|following|before|from|of|with|post|prior to)(?: (?:the|an?|their))?"
    rf"(?: (?!{_LITTLE})[\w'’/-]+){{1,3}})?"
)
"""What the words are of, in three words at most: "after acute infection"."""


def _compiled(row: dict[str, Any]) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    patterns = tuple(
        re.compile(p.replace("NUMBER", _NUMBER).replace("LITTLE", _LITTLE)) for p in row["patterns"]
    )
    return patterns, re.compile(str(row.get("not", r"(?!)")), re.IGNORECASE)


_CUES = {label: _compiled(row) for label, row in table("unclear.toml").items()}
_NEAR = 60
"""Characters before the words in which a word of `not` says that they are of something else."""


def not_clear(m: Material, label: str) -> Piece | None:
    """What the abstract says of the row's fact, in its own words; None where it is silent."""
    if label not in _CUES:
        return None
    patterns, other = _CUES[label]
    held = texts(m.record)
    text = held.get("abstract", "")
    for pattern in patterns:
        for sentence in m.reading.sentences:
            if sentence.role not in _ROLES.get(label, _ANY_ROLE):
                continue
            for match in pattern.finditer(text, sentence.start, sentence.end):
                after = _AFTER.match(text, match.end(), sentence.end)
                end = after.end() if after else match.end()
                near = max(sentence.start, match.start() - _NEAR)
                if other.search(text, near, min(end + 12, sentence.end)):
                    continue
                words = quote(held, "abstract", match.start(), end)
                told = words.text if m.retold else f"“{words.text}”"
                return Piece(
                    f"Not clear. The abstract speaks of {told}", (quoted(words), named("not-clear"))
                )
    return None

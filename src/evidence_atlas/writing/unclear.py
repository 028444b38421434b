"""A fact that the abstract speaks of and that was not read: the row shows the abstract's words.

"Not stated" says something about the text. Where the text holds words of the kind in which the
fact is told (unclear.toml), the page does not say it; it gives the words, and leaves the reader to
judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from evidence_atlas.records import Quote, quote, quoted, texts

from .material import Material, Piece
from .rules import named
from .tables import table

_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
)
_ROLES = {
    "Who they were": frozenset({"aim", "methods"}),
    "Illness, as named": frozenset({"aim", "methods", "results", "background", "other"}),
}
_TITLED = frozenset({"Illness, as named"})
"""Rows whose fact a title tells as well as the abstract."""
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


def _compiled(row: dict[str, Any]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    patterns = tuple(
        p.replace("NUMBER", _NUMBER).replace("LITTLE", _LITTLE) for p in row["patterns"]
    )
    return patterns, re.compile(str(row.get("not", r"(?!)")), re.IGNORECASE)


_CUES = {label: _compiled(row) for label, row in table("unclear.toml").items()}


@lru_cache(maxsize=256)
def _cue(pattern: str, illness: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("ILLNESS", illness))


def _any_illness(m: Material) -> str:
    known = (*m.condition.names, *m.condition.other_conditions)
    return "(?i:" + "|".join(n.pattern for n in known) + ")"


_NEAR = 60
"""Characters before the words in which a word of `not` says that they are of something else."""


def not_clear(m: Material, label: str) -> Piece | None:
    """What the abstract says of the row's fact, in its own words; None where it is silent."""
    if label not in _CUES:
        return None
    patterns, other = _CUES[label]
    for pattern in patterns:
        cue = _cue(pattern, _any_illness(m) if "ILLNESS" in pattern else "")
        for field, start, end in _places(m, label):
            words = _words(m, cue, other, field, start, end)
            if words is not None:
                told = words.text if m.retold else f"“{words.text}”"
                where = "title" if field == "title" else "abstract"
                return Piece(
                    f"Not clear. The {where} speaks of {told}", (quoted(words), named("not-clear"))
                )
    return None


def _places(m: Material, label: str) -> Iterator[tuple[str, int, int]]:
    if label in _TITLED:
        yield "title", 0, len(m.record.title)
    for sentence in m.reading.sentences:
        if sentence.role in _ROLES.get(label, _ANY_ROLE):
            yield "abstract", sentence.start, sentence.end


def _words(
    m: Material, cue: re.Pattern[str], other: re.Pattern[str], field: str, start: int, end: int
) -> Quote | None:
    held = texts(m.record)
    text = held.get(field, "")
    for match in cue.finditer(text, start, end):
        after = _AFTER.match(text, match.end(), end)
        last = after.end() if after else match.end()
        near = max(start, match.start() - _NEAR)
        if not other.search(text, near, min(last + 12, end)):
            return quote(held, field, match.start(), last)
    return None

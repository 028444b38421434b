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

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

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
_TITLED = frozenset({"Who they were", "Illness, as named"})
"""Rows of which the title may speak for the whole study."""
_ANY_ROLE = frozenset({"aim", "methods", "results"})
_LITTLE = (
    r"(?:an?|among|amongst|and|are|between|during|as|at|by|for|from|had|has|have|in|into|is|of|on|or|than|that|the|their|to|was|"
    r"were|who|whom|with|which|when|while|where|this|these|those|its|if|but|both|using|we)\b"
)
_NOBODY = (
    r"(?:all|any|both|clinical|comparison|control|controls|each|eligible|enrolled|few|healthy|how|"
    r"human|identified|included|infected|many|matched|more|most|new|no|not|other|our|participating|"
    r"recruited|remaining|same|several|some|study|such|total|were|will|consecutive|affected|"
    r"additional|first|second|two|three|four|five|non)\b"
)
"""Words before "patients" that tell nothing of them."""
_STOP = (
    r"(?:available|complete|completed|reporting|undergoing|underwent|using|completing|participated|"
    r"treated|compared|versus|vs|based|via|through|over|under|since|because|after|before|following|"
    r"across|per|will|would|may|can|could|should|not|did|do|does|being|been|be|it|they|there|\d)\b"
)
"""Words at which what is told of them ends."""
_WORD = rf"(?:(?!LITTLE|{_NOBODY}|\d)(?:[\w/-]+|U\.S\.) )"
_AFTER = re.compile(
    rf"(?: (?:after|following|before|from|of|with|post|prior to)(?: (?:the|an?|their))?"
    rf"(?! (?:mean|median|average)\b)(?: (?!{_LITTLE})[\w'’/-]+){{1,3}})?"
)
"""What the words are of, in three words at most: "after acute infection"."""


_ANY_CASE = frozenset({"Who they were"})


def _compiled(row: dict[str, Any]) -> tuple[tuple[str, ...], re.Pattern[str], int]:
    patterns = tuple(
        p.replace("NUMBER", _NUMBER)
        .replace("WORD", _WORD)
        .replace("STOP", _STOP)
        .replace("LITTLE", _LITTLE)
        for p in row["patterns"]
    )
    other = re.compile(str(row.get("not", r"(?!)")), re.IGNORECASE)
    return patterns, other, int(row.get("ahead", 12))


_ROWS = table("unclear.toml")
_CUES = {label: _compiled(row) for label, row in _ROWS.items() if label != "may be told"}
_MAY_BE_TOLD = {
    label: re.compile(words.replace("NUMBER", _NUMBER), re.IGNORECASE)
    for label, words in _ROWS["may be told"].items()
}


@lru_cache(maxsize=256)
def _cue(pattern: str, illness: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern.replace("ILLNESS", illness), flags)


def _any_illness(m: Material) -> str:
    known = (*m.condition.names, *m.condition.other_conditions)
    return "(?i:" + "|".join(n.pattern for n in known) + ")"


_NEAR = 60
"""Characters before the words in which a word of `not` says that they are of something else."""


def own_words(m: Material, words: str) -> str:
    """Words marked as the abstract's own; those of a retelling are not."""
    return words if m.retold else f"“{words}”"


def told_of(words: str, *held: QuoteSupport) -> Piece:
    """The row that says no more than that these words stand there."""
    where = "title" if all(s.field == "title" for s in held) else "abstract"
    return Piece(f"Not clear. The {where} speaks of {words}", (*held, named("not-clear")))


def may_be_told(m: Material, label: str) -> bool:
    """Whether the abstract has words of the kind, so that "not stated" would not be sure."""
    words = _MAY_BE_TOLD.get(label)
    return words is not None and words.search(texts(m.record).get("abstract", "")) is not None


def _places(m: Material, label: str) -> Iterator[tuple[str, int, int]]:
    """Where words on the row's fact are looked for: field, start and end."""
    if label in _TITLED:
        yield "title", 0, len(m.record.title)
    for sentence in m.reading.sentences:
        if sentence.role in _ROLES.get(label, _ANY_ROLE):
            yield "abstract", sentence.start, sentence.end


def _whole_names(m: Material, text: str, start: int, end: int) -> tuple[int, int]:
    """The same place, with the whole name of an illness that begins before it or ends behind it."""
    for known in (*m.condition.names, *m.condition.other_conditions):
        for name in re.finditer(known.pattern, text, re.IGNORECASE):
            if name.start() < end and name.end() > start:
                start, end = min(start, name.start()), max(end, name.end())
    return start, end


def not_clear(m: Material, label: str) -> Piece | None:
    """What the abstract says of the row's fact, in its own words; None where it is silent."""
    if label not in _CUES:
        return None
    patterns, other, ahead = _CUES[label]
    held = texts(m.record)
    flags = re.IGNORECASE if label in _ANY_CASE else 0
    for pattern in patterns:
        cue = _cue(pattern, _any_illness(m) if "ILLNESS" in pattern else "", flags)
        for field, first, last in _places(m, label):
            text = held.get(field, "")
            for match in cue.finditer(text, first, last):
                after = _AFTER.match(text, match.end(), last)
                end = after.end() if after else match.end()
                near = max(first, match.start() - _NEAR)
                if other.search(text, near, min(end + ahead, last)):
                    continue
                begin = match.end() - len(match.group().removeprefix("of "))
                # The row itself says "speaks of".
                start, end = _whole_names(m, text, begin, end)
                words = quoted(quote(held, field, start, end))
                return told_of(own_words(m, words.text), words)
    return None

"""A fact that the abstract speaks of and that was not read.

"Not stated" says something about the text. Where the text holds words of the kind in which the
fact is told (unclear.toml), the page does not say it: of money and registration it gives the
words, and leaves the reader to judge; other rows are left away.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from .brief.kinds import Kind
from .material import Material, Piece
from .rules import named
from .tables import table

_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
)
_THIN = re.compile("[\u00a0\u2009\u202f]")
"""Blanks that stand between a number and its unit."""
_ROLES = frozenset({"aim", "methods", "results", "conclusions", "other"})
_ROWS = table("unclear.toml")
_CUES = {
    label: tuple(re.compile(p) for p in row["patterns"])
    for label, row in _ROWS.items()
    if label not in ("may be told", "applies to")
}
_APPLIES = {label: frozenset(kinds.split()) for label, kinds in _ROWS["applies to"].items()}
_MAY_BE_TOLD = {
    label: re.compile(words.replace("NUMBER", _NUMBER), re.IGNORECASE)
    for label, words in _ROWS["may be told"].items()
}


def as_quoted(m: Material, words: str) -> str:
    """Words marked as the abstract's own; those of a retelling are not."""
    return words if m.retold else f"“{words}”"


def only_spoken_of(words: str, *held: QuoteSupport) -> Piece:
    """The row that says no more than that these words stand there."""
    where = "title" if all(s.field == "title" for s in held) else "abstract"
    return Piece(f"Not clear. The {where} speaks of {words}", (*held, named("not-clear")))


def may_be_told(m: Material, label: str) -> bool:
    """Whether the abstract has words of the kind, so that "not stated" would not be sure."""
    words = _MAY_BE_TOLD.get(label)
    text = _THIN.sub(" ", texts(m.record).get("abstract", ""))
    return words is not None and words.search(text) is not None


def applies(kind: Kind, label: str) -> bool:
    """Whether that a fact is not stated says something of a study of this kind."""
    return label not in _APPLIES or kind in _APPLIES[label]


def not_clear(m: Material, label: str) -> Piece | None:
    """What the abstract says of the row's fact, in its own words; None where it is silent."""
    held = texts(m.record)
    for pattern in _CUES.get(label, ()):
        for sentence in m.reading.sentences:
            if sentence.role not in _ROLES:
                continue
            match = pattern.search(held.get("abstract", ""), sentence.start, sentence.end)
            if match is not None:
                words = quoted(quote(held, "abstract", *match.span()))
                if _ROWS[label].get("words_alone"):
                    return Piece(as_quoted(m, words.text), (words, named("not-clear")))
                return only_spoken_of(as_quoted(m, words.text), words)
    return None

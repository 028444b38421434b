"""What the authors themselves leave open: the studies that they ask for, in their own nouns."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..tables import table
from ..words.asides import in_aside
from ..words.noun_phrases import uncapital
from ..words.theirs import as_theirs, first_part

_TABLE = table("authors/open_questions.toml")
_FORMS = (
    (re.compile(_TABLE["needed"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["should"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["about"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["need"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["unknown"], re.IGNORECASE), "The authors say that it is not known"),
    (re.compile(_TABLE["between"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["need_to"], re.IGNORECASE), "The authors ask for studies to"),
    (re.compile(_TABLE["of_them"], re.IGNORECASE), "The authors ask for studies of"),
    (re.compile(_TABLE["supported"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["warrants"], re.IGNORECASE), "The authors ask for more research on"),
    (re.compile(_TABLE["unclear"], re.IGNORECASE), "The authors say that"),
)
_TRUE_OF_EVERY_STUDY = re.compile(_TABLE["of_every_study"], re.IGNORECASE)
_POINTS_BACK = re.compile(_TABLE["points_back"], re.IGNORECASE)
MOST_WORDS = 24
FEWEST_WORDS = 4
MOST = 2
_RULE = named("named-open")


def open_questions(m: Material) -> tuple[Said, ...]:
    """Up to two; none that could be asked of every study ("confirm these findings")."""
    held = texts(m.record)
    told: list[Said] = []
    for index, sentence in enumerate(m.reading.sentences):
        if sentence.role != "conclusions":
            continue
        found = quote(held, "abstract", sentence.start, sentence.end)
        if in_aside(m.record, found):
            continue
        words = _asked(sentence.text)
        if words and all(words != other.text for other in told):
            about = (f"open.{index}",)
            piece = Piece(words, (quoted(found),))
            told.append(said(piece, _RULE, voice="authors", about=about))
    return tuple(told[:MOST])


def _asked(text: str) -> str | None:
    for pattern, lead in _FORMS:
        match = pattern.search(text)
        if match is None:
            continue
        rest = match["on"] if "on" in pattern.groupindex else text[match.end() :]
        fewest = FEWEST_WORDS if "to" in lead.split() else 2
        if "is" in pattern.groupindex:
            rest = f"{uncapital(rest)} {match['is']} {match['how']}"
        elif "on" in pattern.groupindex:
            rest = uncapital(rest)
        part = first_part(rest, fewest, MOST_WORDS)
        if part and not (_TRUE_OF_EVERY_STUDY.search(part) or _POINTS_BACK.search(part)):
            return f"{lead} {as_theirs(part)}"
    return None

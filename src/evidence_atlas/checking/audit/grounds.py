"""What a source must also be to bear a sentence, beyond holding its words.

These rules give at most "unsupported": they notice that a source holds the words and does
not say the thing.
"""

from __future__ import annotations

import re

from ..case import folded
from ..conclusions import hedged, is_hedged
from ..content_words import content, unaccounted
from ..negation import denied
from ..record_type import PLANNED
from .abstract import TABLE, Abstract, Piece

QUANTITIES = [
    (q["name"], re.compile(q["said"], re.IGNORECASE), re.compile(q["held"], re.IGNORECASE))
    for q in TABLE["quantity"]
]
_ASKS = re.compile(TABLE["asks"]["source"], re.IGNORECASE)
_ASKED = re.compile(TABLE["asks"]["sentence"], re.IGNORECASE)
_OWN = re.compile(TABLE["own"]["sentence"], re.IGNORECASE)
ATTRIBUTED = re.compile(TABLE["attributed"], re.IGNORECASE)
_TELLING = frozenset(TABLE["telling"].split())
_PAST = re.compile(r"\b(?:was|were|had|has been|have (?:already )?been|did|found|showed)\b", re.I)
_FUTURE = re.compile(r"\b(?:will|to be|are to|is to)\b", re.IGNORECASE)
_LEAST_WORDS = 2
_LEAST_SHARE = 0.6


def lacking(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """Why the sources do not bear the sentence, None where they may."""
    for rule in (_thin, _quantity, _negated, _asked, _background, _planned, _hedge):
        found = rule(abstract, text, sources)
        if found is not None:
            return found
    return None


def own_words(text: str) -> list[str]:
    """The content words of a sentence that are not the teller's own."""
    return [w for w in content(text) if w not in _TELLING]


def _thin(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """One sentence of the abstract must bear most of it; bits of many bear nothing."""
    words = own_words(text)
    first = sources[0]
    missing = unaccounted(" ".join(words), first.held)
    borne = [w for w in words if w not in missing]
    figures = {n.value for n in first.numbers}
    shared = sum(1 for n in abstract.figures(text) if n.value in figures)
    if len(set(borne)) + shared < _LEAST_WORDS or len(borne) < _LEAST_SHARE * len(words):
        return "no one sentence of the abstract says most of it"
    return None


def _quantity(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    held = "\n".join(p.text for p in sources)
    for name, said, wanted in QUANTITIES:
        m = said.search(text)
        if m and not wanted.search(held):
            return f"the abstract does not say “{m.group()}” there ({name})"
    return None


def _negated(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """The source denies what the sentence states."""
    fault = denied(text, sources[0].text, _TELLING)
    return f"the abstract says “{fault}”" if fault else None


def _asked(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    first = sources[0]
    asks = first.role == "aim" or first.text.rstrip().endswith("?")
    if (asks or _ASKS.search(first.text)) and first.role != "results" and not _ASKED.search(text):
        return "the abstract asks or supposes this, and does not report it"
    return None


def _background(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    if all(p.role == "background" for p in sources) and _OWN.search(text):
        return "told of this study, and stands only in what was known before"
    return None


def _planned(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    if (
        abstract.grades.value("study_type") == "Protocol"
        and _FUTURE.search(sources[0].text)
        and _PAST.search(text)
        and not PLANNED.search(text)
    ):
        return "a plan told as done"
    return None


def _hedge(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """ "May" does not become "does", wherever in the abstract it stands."""
    if is_hedged(text) or ATTRIBUTED.search(text):
        return None
    cautious = hedged(sources[0].text)
    if any(w[:5] in cautious for w in own_words(folded(text))):
        return "“may” told as “does”: the abstract is cautious here"
    return None

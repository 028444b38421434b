"""The subject of an overview as its title names it: "the role of complement in long COVID"."""

from __future__ import annotations

import re

from evidence_atlas.records import quote, quoted, texts

from .material import Material, Piece
from .words.clause import loaded, main_verb
from .words.names import length

_PART = re.compile(r"\s*[:.?!]\s+|\s+[-–—]\s+|\s*[:.?!]$")
# What follows "about" is a thing: no question, no sentence, no call to do something.
_NO_THING = re.compile(
    r"^(?:is|are|can|could|do|does|should|will|what|why|how|when|who|where|towards?|from|beyond|"
    r"to|on|in|at|an? (?:\w+ )?(?:study|review|update|overview|perspective|primer|guide)|"
    r"[a-z]+ing (?:the|an?|long|your|our|patients|people)|call|time|it|this|these|we|you|"
    r"recommended|proposed|the (?:\w+ )?(?:review|art|case for)|overview|update|editorial|"
    r"commentary|letter|response|reply|re)\b|"
    r"\b(?:we|our|you|your|review|narrative|overview|update|perspective|is|are|may|can|share|"
    r"through the|lessons|insights?|hidden|silent|mystery|puzzle|unravel\w*|new|novel|"
    r"breathless|aftermath|exploring|understanding|decoding|unmasking|reveals?|shows?|predicts?|"
    r"identif(?:y|ies)|improves?|reduces?|increases?|impairs?|alters?|drives?|suggests?|supports?|"
    r"persists?|uncovers?|highlights?|defines?|affects?|mediates?|induces?|causes?|confers?|"
    r"enhances?|promotes?|accelerates?|mitigates?|resembles?|correlates?|associates?)\b|"
    r"[“”\"'‘’()\[\]/]",
    re.IGNORECASE,
)
FEWEST_WORDS, MOST_WORDS = 3, 10


def title_subject(m: Material, most: int = MOST_WORDS) -> Piece | None:
    """What the title is about in small letters, where its first part names a thing; else None.

    `most` words may name it.

    A word with a capital becomes small where the abstract itself writes it so; one that the
    abstract never writes small is a name and stays, and then no more than one may.
    """
    held = texts(m.record)
    title, abstract = held.get("title", ""), held.get("abstract", "")
    if m.retold:
        return None
    ends = _PART.search(title)
    # What follows the first part is of it, and no subject by itself ("implications for health").
    part = title[: ends.start() if ends else None].strip()
    if (subject := _named(part, abstract, most)) is None:
        return None
    at = title.index(part)
    return Piece(subject, (quoted(quote(held, "title", at, at + len(part))),))


def _named(part: str, abstract: str, most: int) -> str | None:
    if not FEWEST_WORDS <= length(part) <= most or _NO_THING.search(part):
        return None
    if loaded(part) or main_verb(part) is not None:
        return None
    words = [small(w, abstract) for w in part.split()]
    kept = [w for w in words[1:] if w[:1].isupper() and w[1:].islower()]
    if len(kept) > 1 or not words[0][:1].islower():
        return None
    return ("the " if _OF_ONE.match(words[0]) else "") + " ".join(words)


_OF_ONE = re.compile(
    r"(?:role|impact|effects?|use|associations?|relationship|bidirectional|link|prevalence|"
    r"incidence|frequency|burden|development|influence|epidemiology|contribution)\Z"
)
"""Of one thing each: "the association between sleep and pain"."""


def small(word: str, abstract: str) -> str:
    """A word of a title in small letters, where the abstract itself writes it so."""
    bare = word.strip(",;")
    if not (bare[:1].isupper() and (bare[1:].islower() or len(bare) == 1)):
        return word
    low = bare.lower()
    common = low in ("the", "a", "an", "role", "impact", "effect", "effects", "use")
    if common or re.search(rf"(?<![.!?] )\b{re.escape(low)}\b", abstract):
        return word.replace(bare, low)
    return word

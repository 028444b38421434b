"""Which result of the abstract a sentence of a summary tells, and whether the two agree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_atlas.records import HARMS, Result

from ..content_words import content, unaccounted
from ..direction import BAD, GOOD, OPPOSITE, POINTING, Said, classes_of, said
from .abstract import LIGHT, Abstract

_NEAR = 0.5
_STRONG = 0.7
_WHOLLY = 2
"""A sentence of at least so many words, all of which a result accounts for, tells that result."""


@dataclass(frozen=True)
class Match:
    """A result and the share (0 to 1) of a sentence's content words that it accounts for.

    `names_outcome`: the sentence has every content word of the result's outcome.
    """

    result: Result
    share: float
    names_outcome: bool

    words: int = 0
    """How many content words the sentence has, beside those that tell which way."""

    @property
    def strong(self) -> bool:
        return self.names_outcome and self.share >= _STRONG

    @property
    def wholly(self) -> bool:
        return self.share == 1 and self.words >= _WHOLLY


def matches(abstract: Abstract, text: str) -> tuple[Match, ...]:
    """The results that a sentence may tell, the best first."""
    bare = " ".join(w for w in content(text) if w not in LIGHT and not classes_of(w))
    words = content(bare)
    if not words:
        return ()
    found = []
    for result in abstract.reading.results:
        piece = abstract.piece_of(result)
        plain = piece.plain if piece else ""
        held = "\n".join(
            x for x in (result.text, result.outcome, result.who, result.against, plain) if x
        )
        missing = unaccounted(bare, held)
        share = sum(1 for w in words if w not in missing) / len(words)
        if share >= _NEAR:
            named = _names_outcome(abstract, result, text)
            found.append(Match(result, share, named, len(set(words))))
    return tuple(sorted(found, key=lambda m: (-m.names_outcome, -m.share)))


def _names_outcome(abstract: Abstract, result: Result, text: str) -> bool:
    outcome = result.outcome
    if not outcome or outcome == HARMS:
        return False
    words = content(outcome)
    return bool(words) and not unaccounted(outcome, f"{text}\n{abstract.plain(text)}")


def disagreement(text: str, result: Result) -> tuple[str, str] | None:
    """What the sentence says and what the result says, where the one excludes the other.

    Heard only where both are plain: the sentence points one way, and the words of the result
    as well as the reading of it point the other way alone. Less pain beside more energy
    is no disagreement: there the thing measured differs in sign.
    """
    ours, theirs = said(_moved(text)), said(_moved(result.text))
    moved = ours.classes & POINTING
    null = result.is_null
    if null and theirs.none and not theirs.classes & POINTING:
        if not ours.none and (moved or ours.classes & {"link"}):
            return "a change or a difference", "no clear one"
        return None
    if result.direction in ("mixed", "descriptive") or null or ours.none or theirs.none:
        if (
            ours.none
            and not moved
            and not theirs.none
            and theirs.classes & POINTING
            and result.direction in ("increase", "decrease", "higher", "lower")
        ):
            return "no clear difference", result.direction
        return None
    # "Improved" of a burden is less of it: what is judged there is not set against more or less.
    judged = {"better", "worse"}
    if len(moved) != 1 or (theirs.classes & judged and not moved & judged):
        return None
    (name,) = moved
    opposite = OPPOSITE[name]
    if not theirs.has(opposite) or theirs.has(name) or not _reads_as(result, opposite):
        return None
    if _sign(text) != _sign(result.text) and _sign(text) and _sign(result.text):
        return None
    return name, opposite


# "Fell more than": how far it fell, and no rise.
_HOW_FAR = re.compile(
    r"(?<=\b)(?P<verb>(?:fell|dropped|declined|decreased|rose|increased|improved|worsened|changed|"
    r"deteriorated) )(?:\w+ly |much |far |somewhat )?(?:more|less)\b",
    re.IGNORECASE,
)


def _moved(text: str) -> str:
    return _HOW_FAR.sub(lambda m: m["verb"], text)


def _reads_as(result: Result, name: str) -> bool:
    if name in ("better", "worse"):
        return result.better_or_worse == name
    ways = {"up": ("increase", "higher"), "down": ("decrease", "lower")}
    return result.direction in ways[name]


def _sign(text: str) -> str | None:
    """Whether more of the thing measured is bad or good; None where both or neither."""
    bad, good = bool(BAD.search(text)), bool(GOOD.search(text))
    return None if bad == good else "bad" if bad else "good"


def agrees(ours: Said, result: Result) -> bool:
    """Whether a result's own words say at least one thing that the sentence says."""
    theirs = said(result.text)
    return bool(ours.classes & theirs.classes) or (ours.none and theirs.none)

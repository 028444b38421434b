"""A result told the other way, or told of everybody where only a part had it."""

from __future__ import annotations

import re

from ..case import folded
from ..content_words import content, stem
from ..numbers import read
from .abstract import Abstract, Piece
from .alignment import disagreement, matches
from .conflicting_numbers import SPREAD
from .values import Finding


def whole_group(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A change in a part of the people told of all, of whom the abstract says there was none."""
    for match in matches(abstract, text):
        part = match.result
        if part.scope != "subgroup" or not match.strong or _names_a_part(abstract, text):
            continue
        for other in abstract.reading.results:
            if (
                other.scope == "all"
                and other.timepoint != "baseline"
                and other.direction in ("no difference", "no association")
                and part.outcome
                and same_outcome(abstract, part.outcome, other.text)
                and disagreement(text, other)
            ):
                return Finding(
                    because="for everybody together the abstract reports no clear change",
                    quote=other.quote,
                )
    return None


def _names_a_part(abstract: Abstract, text: str) -> bool:
    parts = [g for g in abstract.reading.participants.groups if g.kind == "subgroup"]
    counts = {int(n.value) for n in read(text) if n.kind == "count"}
    if any(g.n in counts for g in parts):
        return True
    return bool(re.search(r"\b(?:sub-?groups?|groups?|of (?:the|those|them)|those|with|who|only)\b",
                          text, re.IGNORECASE))  # fmt: skip


def same_outcome(abstract: Abstract, outcome: str, text: str) -> bool:
    """Whether a text names an outcome, in the abstract's words or in plain ones."""
    held = folded(f"{text}\n{abstract.plain(text)}")
    return all(stem(w) in held for w in content(outcome))


def direction(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The abstract tells the very result the other way."""
    found = matches(abstract, text)
    strong = [m for m in found if m.strong]
    if not strong:
        return None
    best = strong[0]
    # Another result that the sentence may as well tell, and that agrees, ends the matter.
    told = [disagreement(text, m.result) for m in found if m.share >= best.share - 0.2]
    if any(d is None for d in told):
        return None
    first_told = told[0]
    assert first_told is not None
    ours, theirs = first_told
    return Finding(
        because=f"the summary says {_IN_WORDS.get(ours, ours)}, the abstract "
        f"{_IN_WORDS.get(theirs, theirs)}",
        quote=best.result.quote,
    )


_IN_WORDS = {"up": "more", "down": "less"}


def turned_round(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """ "From A to B" where the abstract has from B to A."""
    for ours in _FROM_TO.finditer(SPREAD.sub("", text)):
        if ours["a"] == ours["b"]:
            continue
        for piece in sources:
            for theirs in _FROM_TO.finditer(SPREAD.sub("", piece.text)):
                if (theirs["a"], theirs["b"]) == (ours["b"], ours["a"]):
                    return Finding(
                        because=f"the abstract has from {theirs['a']} to {theirs['b']}",
                        quote=piece.quote,
                    )
    return None


_FROM_TO = re.compile(
    r"\bfrom (?:a |an |the )?(?:mean |median )?(?:of )?(?P<a>[0-9]+(?:\.[0-9]+)?)\b[^0-9.;]{0,25}"
    r"\bto (?:a |an )?(?:mean |median )?(?:of )?(?P<b>[0-9]+(?:\.[0-9]+)?)\b",
    re.IGNORECASE,
)

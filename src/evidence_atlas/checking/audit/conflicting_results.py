"""A result told the other way, or told of everybody where only a part had it."""

from __future__ import annotations

import re

from evidence_atlas.records import Result
from evidence_atlas.records.reading import Role

from ..case import folded
from ..content_words import content, stem, unaccounted
from ..direction import POINTING, said
from ..numbers import read
from ..short_forms import spelled_out
from ..sides import exchanged, told
from ..told_against import told_alike, told_from_the_other_side, told_the_other_way
from .abstract import Abstract, Piece
from .alignment import disagreement, matches
from .conflicting_numbers import SPREAD
from .same_words import others_missing
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
                and other.direction == _NOTHING.get(part.direction, "no difference")
                and part.outcome
                and same_outcome(abstract, part.outcome, other.text)
                and disagreement(text, other)
            ):
                return Finding(
                    because="for everybody together the abstract reports no clear change",
                    quote=other.quote,
                )
    return None


_NOTHING = {"association": "no association"}
"""What it is to find nothing: of a link no link, of all else no difference."""


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
    strong = [m for m in found if m.strong or m.wholly]
    if not strong:
        return None
    best = strong[0]
    if not best.strong and said(text).none:
        return None  # what is denied may be another thing of the same words
    if _of_the_others(text, best.result) or told_alike(text, [best.result.text]):
        return None
    if told_from_the_other_side(text, best.result.text) or others_missing(text, best.result.text):
        return None  # of whom it is told against, or of people whom it does not name
    # Another result that the sentence may as well tell, and that agrees, ends the matter.
    heard = [disagreement(text, m.result) for m in found if m.share >= best.share - 0.2]
    if any(d is None for d in heard):
        return None
    first_told = heard[0]
    assert first_told is not None
    ours, theirs = first_told
    return Finding(
        because=f"the summary says {_IN_WORDS.get(ours, ours)}, the abstract "
        f"{_IN_WORDS.get(theirs, theirs)}",
        quote=best.result.quote,
    )


def _of_the_others(text: str, result: Result) -> bool:
    """ "Higher in controls" of what was lower in patients: told from the other side."""
    sides = next(told(result.text), ("", ""))
    ours, others = (
        {w for w in content(given or read_out) if len(w) >= _GROUP_WORD}
        for given, read_out in zip((result.who, result.against), sides, strict=True)
    )
    if next(told(text), None) is not None:
        return False
    words = {stem(w) for w in content(text)}
    apart = [{stem(w) for w in a - b} for a, b in ((ours, others), (others, ours))]
    return bool(apart[1] & words) and not apart[0] & words


_GROUP_WORD = 4
_IN_WORDS = {"up": "more", "down": "less"}


def other_side(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """ "Higher in A than in B" where the abstract has it higher in B than in A."""
    strong = [m.result for m in matches(abstract, text) if m.strong]
    for a, b in told(text):
        if strong and all(exchanged(text, a, b, result) for result in strong):
            return Finding(because="the abstract has the two sides the other way round",
                           quote=strong[0].quote)  # fmt: skip
    return None


def other_group(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The very comparison with its groups exchanged or its way turned, by its words alone."""
    if not sources or abstract.covered(text, sources[0]) < _NEARLY_ALL:
        return None
    paper = abstract.whole
    theirs = [spelled_out(p.text, paper) for p in abstract.pieces if p.role in _FOUND]
    crossed = told_the_other_way(spelled_out(text, paper), theirs)
    if crossed is None:
        return None
    return Finding(
        because=f"the abstract has the groups the other way round: “{crossed}”",
        quote=sources[0].quote,
    )


_NEARLY_ALL = 0.8
"""A sentence that tells a comparison of the abstract has so many of its words from there."""


def nothing_found(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """A change or a difference told of what the abstract names only to say that it found none."""
    what, ways = _SUBJECT.match(text), said(text)
    if what is None or ways.none or not ways.classes & POINTING:
        return None
    named = [
        r for r in abstract.reading.results
        if r.outcome and same_outcome(abstract, r.outcome, what["what"])
    ]  # fmt: skip
    if not named or any(
        r.direction != "no difference" or r.scope != "all" or not said(r.text).none for r in named
    ):
        return None
    outcome = named[0].outcome or ""
    if unaccounted(what["what"], outcome) or any(
        same_outcome(abstract, outcome, piece.text) and said(piece.text).classes - {"change"}
        for piece in abstract.pieces
        if piece.role in _FOUND
    ):
        return None
    return Finding(
        because=f"of {outcome} the abstract reports no clear change or difference",
        quote=named[0].quote,
    )


_FOUND: frozenset[Role] = frozenset({"results", "conclusions"})
_SUBJECT = re.compile(
    r"(?:the |their |mean |average |overall )*(?P<what>[\w' -]{3,60}?) (?:scores? |levels? )?"
    r"(?:was|were|rose|fell|increased|decreased|improved|worsened|got|became|dropped|declined)\b",
    re.IGNORECASE,
)


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
    r"\bfrom (?:a |an |the )?(?:mean |median )?(?:of )?(?P<a>[0-9]+(?:[.,][0-9]+)*)\b[^0-9.;]{0,25}"
    r"(?:(?:19|20)[0-9]{2} )?"
    r"\bto (?:a |an )?(?:mean |median )?(?:of )?(?P<b>[0-9]+(?:[.,][0-9]+)*)\b",
    re.IGNORECASE,
)

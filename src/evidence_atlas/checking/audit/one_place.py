"""One place of the abstract bears the whole of what a sentence claims.

That every word stands somewhere says little: "52 teachers replied" has its words from "2,100
teachers replied and 52 had it". So a number must be told of the same things, a way (up, down,
better, worse) of the same outcome on the same side, and the words that belong together must
stand together. What fails here is unsupported, never contradicted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..case import folded
from ..content_words import unaccounted
from ..direction import OPPOSITE, classes_of, said
from ..numbers import Number
from ..short_forms import spelled_out
from ..told_against import comparisons
from .abstract import Abstract, Piece
from .clauses import TABLE, Told, clauses, told_of
from .grounds import own_words

_NAME = re.compile(TABLE["name"])
_OTHERS = re.compile(TABLE["others"], re.IGNORECASE)
_WHOLE = re.compile(TABLE["whole"], re.IGNORECASE)
_NARROWER = re.compile(TABLE["narrower"], re.IGNORECASE)
_ANYBODY = frozenset(TABLE["anybody"].split())
_POINTING = frozenset({"up", "down", "better", "worse"})


def lacking(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """What no one place of the abstract bears, None where each part has its place."""
    for look in (_numbers, _parts):
        if (found := look(abstract, text)) is not None:
            return found
    return None


# -- numbers ---------------------------------------------------------------------------------


def _numbers(abstract: Abstract, text: str) -> str | None:
    for ours in told_of(text):
        theirs = [
            (piece, told) for piece in abstract.pieces for told in told_of(piece.text)
            if _same(ours.number, told.number)
        ]  # fmt: skip
        if not theirs:
            continue  # worked out, and asked for elsewhere
        if not any(_bears(abstract, ours, text, piece, told) for piece, told in theirs):
            return f"“{ours.number.text}” is told of something else there"
    return None


def _same(ours: Number, theirs: Number) -> bool:
    if ours.value != theirs.value or ours.kind != theirs.kind:
        return False
    return ours.unit == theirs.unit or not (ours.unit and theirs.unit)


def _bears(abstract: Abstract, ours: Told, text: str, piece: Piece, theirs: Told) -> bool:
    if theirs.base and not ours.base and ours.number.kind == "count":
        pass
    held = theirs.words
    if _missing(abstract, ours.words, held):
        return False
    if theirs.place and ours.place != theirs.place:
        against = frozenset[str]().union(
            *(c.against - c.of for c in comparisons(piece.text)) or (frozenset(),)
        )
        named = bool(_keys(ours.words) & against)
        if against and named is not (theirs.place == 2):
            return False
    return not (_WHOLE.match(text[ours.number.end - 1 :]) and _NARROWER.search(piece.text)
                and not _WHOLE.search(piece.text))  # fmt: skip


# -- words, ways and sides -------------------------------------------------------------------


def _parts(abstract: Abstract, text: str) -> str | None:
    for part in clauses(text):
        faults = [_fault(abstract, part, piece) for piece in abstract.pieces]
        if faults and all(faults):
            return min(filter(None, faults), key=len)
    return None


def _fault(abstract: Abstract, part: str, piece: Piece) -> str | None:
    found = [_against(abstract, part, clause, piece) for clause in clauses(piece.text)]
    if not all(found):
        return None
    if len(found) == 1 or _pointing(part):
        return min(filter(None, found), key=len)
    return _against(abstract, part, piece.text, piece)


def _pointing(text: str) -> frozenset[str]:
    return said(text).classes & _POINTING


def _against(abstract: Abstract, part: str, clause: str, piece: Piece) -> str | None:
    missing = _missing(abstract, part, clause)
    if missing:
        return f"no one place of the abstract says this of: {', '.join(sorted(missing))}"
    return _sides(abstract, part, clause)


def _sides(abstract: Abstract, part: str, clause: str) -> str | None:
    paper = abstract.whole
    ours, theirs = spelled_out(part, paper), spelled_out(clause, paper)
    ways = _pointing(part)
    if not ways and not said(part).classes:
        return None
    own = comparisons(ours)
    found = [c for c in comparisons(theirs) if c.ways]
    if own:
        return None
    names = _keys(ours)
    for c in found:
        group = c.against - c.of
        named = group and len(group & names) >= 0.6 * len(group)
        same = bool(ways & c.ways)
        turned = any(OPPOSITE[w] in c.ways for w in ways)
        if named and same and not turned:
            return "the abstract tells this of the other side"
    return None


def _keys(text: str) -> frozenset[str]:
    (c,) = comparisons(f"it was more {text.rstrip('. ')} than nought") or (None,)
    return c.of if c else frozenset()


def _missing(abstract: Abstract, ours: str, held: str) -> set[str]:
    """What carries a claim in ours and has nothing like it in what is held."""
    paper = abstract.whole
    long = f"{held}\n{spelled_out(held, paper)}"
    long += f"\n{abstract.plain(long)}"
    bare = abstract.without_illness(ours)
    ways = said(held).classes
    missing = {
        w for w in unaccounted(" ".join(own_words(bare)), long)
        if w not in _ANYBODY and not classes_of(w) & ways
    }  # fmt: skip
    letters = re.sub(r"[^a-z0-9]", "", folded(long))
    for name in _NAME.findall(bare):
        if re.sub(r"[^a-z0-9]", "", folded(name)) not in letters:
            missing.add(name)
    if (m := _OTHERS.search(ours)) and not _OTHERS.search(long):
        missing.add(m.group())
    return missing

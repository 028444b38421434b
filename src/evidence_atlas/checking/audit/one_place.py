"""One place of the abstract bears the whole of what a sentence claims.

That every word stands somewhere says little: "52 teachers replied" has its words from "2,100
teachers replied and 52 had it". So the words that belong together must stand together, a way (up,
down, better, worse) with its outcome and its side. What the abstract tells only in passing, with
no result, may be taken from elsewhere. What fails here is unsupported, never contradicted.
"""

from __future__ import annotations

import re

from ..direction import OPPOSITE, POINTING, said
from ..negation import NEGATION
from ..numbers import read
from ..short_forms import spelled_out
from ..told_against import Comparison, names, names_the_other_side, stands_in, tells_a_degree
from .abstract import Abstract, Piece
from .clauses import TABLE, VERB, clauses, told_of
from .grounds import QUANTITIES, own_words
from .same_words import MANY, against_people, arms, missing, others_missing, points, weighty

_NUMBERED = re.compile(TABLE["numbered"], re.IGNORECASE)
_NO_WAY = re.compile(TABLE["no_way"], re.IGNORECASE)
_LEAD = re.compile(TABLE["lead"])
_COMPARED = re.compile(TABLE["compared"], re.IGNORECASE)
_BELOW = re.compile(TABLE["below"], re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
MOST_IN_PASSING = {True: 0.34, False: 0.5}
"""So much of a result, or of what points no way, may stand elsewhere, told in passing."""
_IN_ONE_PLACE = frozenset({"all", "most", "only"})
_WHOM = re.compile(TABLE["last_whom"])


def lacking(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """What no one place of the abstract bears, None where each part has its place."""
    for part in clauses(text):
        faults: list[str] = []
        for piece in abstract.pieces:
            fault = _fault(abstract, part, piece)
            if fault is None:
                break
            faults.append(fault)
        else:
            if faults:
                return min(faults, key=len)
    return None


_NOT_ALL = "no one sentence of the abstract says all of this; the nearest lacks"


def _fault(abstract: Abstract, part: str, piece: Piece) -> str | None:
    """What one sentence of the abstract lacks, by that of its clauses that lacks least."""
    held = clauses(piece.text)
    found = [_against(abstract, part, clause, piece) for clause in held]
    if not all(found):
        return None
    if len(held) == 1 or pointing(part) or _of_another_clause(abstract, part, held):
        if len(pointing(part)) > 1 and len(held) > 1:  # "higher X and lower Y" is two clauses
            return _against(abstract, part, piece.text, piece)
        return min(filter(None, found), key=len)
    return _against(abstract, part, piece.text, piece)


def _of_another_clause(abstract: Abstract, part: str, held: tuple[str, ...]) -> bool:
    """Whether what the nearest clause lacks is told of in another clause of its sentence."""
    lacks = min((missing(abstract, part, clause) for clause in held), key=len)
    return bool(lacks) and any(missing(abstract, " ".join(lacks), c) != lacks for c in held)


def pointing(text: str) -> frozenset[str]:
    """The ways that a text points."""
    return said(_NO_WAY.sub(" ", text)).classes & POINTING


def _against(abstract: Abstract, part: str, clause: str, piece: Piece) -> str | None:
    ways = pointing(part)
    if ways and not pointing(clause) and not _read_so(abstract, ways, piece):
        return "no one sentence of the abstract says which way it went"
    own = against_people(spelled_out(part, abstract.whole))
    told = _without_whom_it_counts(abstract, _without_its_side(part, own), clause)
    if _denied(part, clause):
        return "the abstract does not say so, or says that it was not so"
    lacks = here = missing(abstract, told, clause)
    if lacks:
        # The most of a result must be told there; what is left, in passing elsewhere.
        if len(lacks) > MOST_IN_PASSING[bool(ways)] * len(weighty(told)):
            return f"{_NOT_ALL}: {abstract.spoken(lacks)}"
        if points(lacks) or _subject(told) & lacks:
            return f"{_NOT_ALL}: {abstract.spoken(lacks)}"
        if not _one_of_many(abstract, lacks, told):
            lacks = missing(abstract, told, clause, abstract.unclaimed)
        else:
            lacks = set()
    if not own:
        lacks |= others_missing(told, abstract.made_plain(piece.text))
    lacks |= arms(abstract, told) & here
    if ways or said(part).none:
        lacks |= others_missing(told, abstract.made_plain(clause))
        unbracketed = clause if own else _BRACKETS.sub(" ", clause)
        lacks |= {m for m in _NUMBERED.findall(part) if m not in unbracketed}
        lacks |= _times_missing(part, clause, piece)
    if lacks:
        return f"{_NOT_ALL}: {abstract.spoken(lacks)}"
    for name, said_so, wanted in QUANTITIES:
        if name in _IN_ONE_PLACE and said_so.search(told) and not wanted.search(clause):
            return f"no one sentence of the abstract says this of {name}"
    return _sides(abstract, part, clause, own) if ways or tells_a_degree(part) else None


def _one_of_many(abstract: Abstract, lacks: set[str], told: str) -> bool:
    """Whether a sentence has but one word from elsewhere, of which no other claim is made."""
    return (
        len(lacks) == 1
        and len(weighty(told)) >= MANY
        and missing(abstract, " ".join(lacks), abstract.null) == lacks
        and not arms(abstract, " ".join(lacks))
    )


def _denied(part: str, clause: str) -> bool:
    """Whether one of the two denies, and the other does not."""
    ours, theirs = (bool(NEGATION.search(t)) for t in (part, clause))
    if ours is theirs or said(part).none is said(clause).none:
        return False
    return not pointing(part) or ours


def _subject(part: str) -> set[str]:
    """The first word of substance: what, or whom, a part of a sentence is of."""
    words = weighty(part)
    return set([w for w in own_words(_LEAD.sub("", part)) if w in words][:1])


def _read_so(abstract: Abstract, ways: frozenset[str], piece: Piece) -> bool:
    read_as = {"increase": "up", "higher": "up", "decrease": "down", "lower": "down"}
    return any(
        {read_as.get(r.direction), r.better_or_worse} & ways
        for r in abstract.reading.results
        if abstract.piece_of(r) == piece
    )


def _without_its_side(part: str, own: tuple[Comparison, ...]) -> str:
    """The part without whom it is told against, where that is people for comparison: they may go
    without saying."""
    for c in own:
        if c.against_others:
            part = part.replace(c.words, " ")
    return part


def _without_whom_it_counts(abstract: Abstract, part: str, clause: str) -> str:
    """The part without "in the 7 patients with low function", where the clause tells of 7, and it
    is told elsewhere that 7 had low function."""
    lead = _LEAD.match(part)
    counts = [n.value for n in read(lead.group()) if n.kind == "count"] if lead else []
    if lead is None or len(counts) != 1 or counts[0] not in {n.value for n in read(clause)}:
        return part
    known = any(
        t.number.value == counts[0] and not missing(abstract, lead.group(), t.words)
        for piece in abstract.pieces
        for t in told_of(piece.text)
    )
    return part[lead.end() :] if known else part


def _times_missing(part: str, clause: str, piece: Piece) -> set[str]:
    """Times that this clause does not tell, while it, or the one beside it, tells another."""
    held = {(n.value, n.unit) for n in read(clause) if n.unit}
    units = {unit for _, unit in held}
    beside = {(n.value, n.unit) for n in read(piece.text) if n.unit}
    return {
        f"{n.text} {n.unit}s" for n in read(part)
        if n.unit and (n.value, n.unit) not in held
        and (n.unit in units or (n.value, n.unit) in beside)
    }  # fmt: skip


def _sides(abstract: Abstract, part: str, clause: str, own: tuple[Comparison, ...]) -> str | None:
    """Of whom, and against whom, a way is told."""
    paper = abstract.whole
    ours, theirs = spelled_out(part, paper), spelled_out(clause, paper)
    found = against_people(theirs)
    if own:
        bare = abstract.illness_as_one(theirs)
        known = all(
            c.against_others
            or not c.against
            or _COMPARED.search(c.words)
            or stands_in(c.against, names(bare))
            for c in own
        )
        if known and (_exchanged(own, found) or _only_the_others(ours, bare, own, found)):
            return "the abstract tells this of the other side"
        return None if known else "the abstract has this against something else"
    if not _BELOW.search(ours) and names_the_other_side(ours, theirs):
        return "the abstract tells this of the other side"
    for c in found:
        whom = _WHOM.search(theirs[: theirs.find(c.words)])
        if whom and not c.against_others:
            of_part = names(whom["whom"]) - c.against
            if of_part and not of_part & names(ours):
                return "the abstract tells this of a part"
    return None


def _exchanged(own: tuple[Comparison, ...], found: tuple[Comparison, ...]) -> bool:
    """Whether a comparison is told against those of whom the abstract tells it, and not the other
    way: what is worse in A than in B may not be more in B than in A."""
    return any(
        stands_in(ours.against - theirs.against, theirs.of)
        and stands_in(theirs.against - ours.against, ours.of)
        and not _opposite(ours.ways, theirs.ways)
        for ours in own
        for theirs in found
        if ours.against and theirs.against and ours.ways and theirs.ways
    )


def _only_the_others(
    part: str, held: str, own: tuple[Comparison, ...], found: tuple[Comparison, ...]
) -> bool:
    """Whether a place without a comparison names those against whom the sentence tells it, and
    nobody of whom it tells it."""
    verb = VERB.search(part)
    of = names(part[: verb.start()]) if verb and not found else frozenset()
    told = names(held)
    return any(
        of - c.against and not (of - c.against) & told and stands_in(c.against - of, told)
        for c in own
        if not c.against_others
    )


def _opposite(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(OPPOSITE[way] in theirs for way in ours if way in OPPOSITE)

"""Whether the row on the illness speaks of all who took part, of some, or of what may follow."""

from __future__ import annotations

from evidence_atlas.records import QuoteSupport, Support

from ..material import Material, Piece
from ..people.had_by_some import looked_for, of_the_public, stated_of_some, uncounted_of_some
from ..people.ill_by_count import ill_by_count
from ..people.taken_in_for import taken_in_for
from ..rules import named
from .part_of_all import in_full

_TAKEN_IN = ("cohort", "survey", "trial", "crossover", "open_groups", "single_arm")
_MAY_BE_OF_SOME = ("cohort", "survey", "interviews", "comparison")


def had_first(m: Material, told: tuple[Piece, ...]) -> Piece | None:
    """That those counted were taken in for an earlier illness; None where they may have all told.

    Told alone, or beside the earlier one, a later illness would be read as that of them all.
    """
    _, support = counted(m)
    p = m.reading.participants
    if m.brief.kind not in _TAKEN_IN or p.controls is not None or p.with_illness:
        return None
    later = told[0] if len(told) == 1 else _later_of_two(m, told)
    first = taken_in_for(m, later.text, support) if later is not None else None
    if first is None or later is None:
        return None
    it = "it" if len(told) == 1 else later.text
    text = f"those who took part had had {first.text}, and need not all have {it}"
    return Piece(text, (*first.support, *later.support, named("illness-after-first")))


def _later_of_two(m: Material, told: tuple[Piece, ...]) -> Piece | None:
    """Which of two illnesses may follow the other."""
    if len(told) != 2:
        return None
    names = [m.condition.illnesses_in(p.text) for p in told]
    for own, other, piece in ((names[0], names[1], told[0]), (names[1], names[0], told[1])):
        if {n.follows for n in own if n.follows} & {n.name for n in other}:
            return piece
    return None


def counted(m: Material) -> tuple[int | None, tuple[Support, ...]]:
    """How many took part, and where it stands."""
    p = m.reading.participants
    for path in ("total", "enrolled", "patients"):
        if n := getattr(p, path):
            return n, m.number(f"participants.{path}", n)
    return None, ()


def not_of_all(m: Material, told: tuple[Piece, ...]) -> bool:
    """Whether the text tells that some of those counted had it, or got it, and others had not."""
    p = m.reading.participants
    if _part_counted(m, told) and had_first(m, told) is None:
        return True
    n, support = counted(m)
    if m.brief.kind not in _MAY_BE_OF_SOME:
        return False
    if p.controls is not None:
        # "It was less common with the drug": those without the drug are no people without it.
        return m.brief.kind in ("cohort", "survey") and any(
            looked_for(m, piece.text, n, support) for piece in told
        )
    if n is None and m.brief.kind in ("cohort", "survey"):
        return not p.with_illness and any(uncounted_of_some(m, piece.text) for piece in told)
    if n is None or (p.with_illness or 0) >= n:
        return False
    if any(stated_of_some(m, piece.text, n, support) for piece in told):
        return True
    return m.brief.kind in ("cohort", "survey") and any(
        of_the_public(m, piece.text, n, support) for piece in told
    )


def _part_counted(m: Material, told: tuple[Piece, ...]) -> bool:
    """Whether the page counts some of those followed or asked as those who had it.

    "847 people; 179 of them with asthma" beside a bare "asthma" would say two things.
    """
    p = m.reading.participants
    if m.brief.kind not in ("cohort", "survey") or p.total is None or p.patients is None:
        return False
    if p.patients >= p.total or not m.number("participants.total", p.total):
        return False
    had = ill_by_count(m)
    if had is not None:
        return any(_same(m, had.text, piece.text) for piece in told)
    return p.controls is None and any(
        (s := m.reading.sentence_at(count.start, count.field)) is not None
        and _same(m, in_full(m, s.text), piece.text)
        for count in m.number("participants.patients", p.patients)
        if isinstance(count, QuoteSupport)
        for piece in told
    )


def _same(m: Material, one: str, other: str) -> bool:
    """Whether both name one illness."""
    names = ({n.name for n in m.condition.illnesses_in(text)} for text in (one, other))
    return bool(set.intersection(*names))

"""Whether the row on the illness speaks of all who took part, of some, or of what may follow."""

from __future__ import annotations

from evidence_atlas.records import Support

from ..material import Material, Piece
from ..people.had_by_some import of_the_public, stated_of_some, uncounted_of_some
from ..people.taken_in_for import taken_in_for

_MAY_BE_OF_SOME = ("cohort", "survey", "interviews", "comparison")


def had_first(m: Material, told: tuple[Piece, ...]) -> Piece | None:
    """An earlier illness for which those counted were taken in; None where they may have this."""
    n, support = _counted(m)
    p = m.reading.participants
    if n is None or len(told) != 1 or m.brief.kind not in ("cohort", "survey"):
        return None
    if p.controls is not None or p.with_illness:
        return None
    return taken_in_for(m, told[0].text, support)


def _counted(m: Material) -> tuple[int | None, tuple[Support, ...]]:
    """How many took part, and where it stands."""
    p = m.reading.participants
    for path in ("total", "enrolled", "patients"):
        if n := getattr(p, path):
            return n, m.number(f"participants.{path}", n)
    return None, ()


def not_of_all(m: Material, told: tuple[Piece, ...]) -> bool:
    """Whether the text tells that some of those counted had it, or got it, and others had not."""
    p = m.reading.participants
    if m.brief.kind not in _MAY_BE_OF_SOME or p.controls is not None:
        return False
    n, support = _counted(m)
    if n is None and m.brief.kind in ("cohort", "survey"):
        return not p.with_illness and any(uncounted_of_some(m, piece.text) for piece in told)
    if n is None or (p.with_illness or 0) >= n:
        return False
    if any(stated_of_some(m, piece.text, n, support) for piece in told):
        return True
    return m.brief.kind in ("cohort", "survey") and all(
        of_the_public(m, piece.text, n, support) for piece in told
    )

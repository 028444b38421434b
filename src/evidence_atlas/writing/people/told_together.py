"""Those who took part told in one: the ill beside others, and how many they were together."""

from __future__ import annotations

from ..material import Material, Piece
from ..rules import named
from ..words.numbers import as_read


def all_together(m: Material, told: Piece, had: Piece | None) -> Piece:
    """Those counted group by group, by their sum; `had`: the ill, who may be a part of them."""
    p = m.reading.participants
    total = p.total or 0
    ill = min(n for n in (p.patients, p.with_illness, total) if n is not None)
    if had is None or ill == total or not m.condition.illnesses_in(had.text):
        return told
    text = f"{had.text} and other people, {as_read(total)} together"
    held = (*told.support, *had.support, named("others-beside"))
    return Piece(text, tuple(dict.fromkeys(held)))


def beside_others(m: Material, had: Piece | None) -> Piece | None:
    """The ill of whom no number is told, where others took part whom they stood beside."""
    if had is None or not m.condition.illnesses_in(had.text):
        return None
    where = m.number("participants.controls", m.reading.participants.controls)
    support = tuple(dict.fromkeys((*had.support, *where, named("others-beside"))))
    return Piece(f"{had.text} and other people", support)

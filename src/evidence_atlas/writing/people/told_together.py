"""Those who took part told in one: the ill beside others, and how many they were together."""

from __future__ import annotations

import re

from ..material import Material, Piece
from ..rules import named
from ..tables import table
from ..words.numbers import as_read

_WORDS = table("people/told_together.toml")
_AS_ILL = re.compile(_WORDS["as_ill"], re.IGNORECASE)
_SET_AGAINST = re.compile(_WORDS["set_against"], re.IGNORECASE)


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
    if _as_ill(m, had):
        return had
    where = m.number("participants.controls", m.reading.participants.controls)
    support = tuple(dict.fromkeys((*had.support, *where, named("others-beside"))))
    return Piece(f"{had.text} and other people", support)


def _as_ill(m: Material, had: Piece) -> bool:
    """Whether those they are set against have the illness, too: users and others who had it."""
    own = {illness.name for illness in m.condition.illnesses_in(had.text)}
    for sentence in m.reading.sentences:
        if _AS_ILL.search(sentence.text):
            return True
        for found in _SET_AGAINST.finditer(sentence.text):
            if own & {illness.name for illness in m.condition.illnesses_in(found["whom"])}:
                return True
    return False

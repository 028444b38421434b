"""Strengths: what the study did that makes its answer firmer, each from its own text."""

from __future__ import annotations

from ..limits.harms import harms, names_them
from ..limits.limit_words import strength
from ..material import Material
from ..said import Said
from ..slots import Slots


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """One sentence a strength, in the order of their weight."""
    names = [n for n in m.brief.strengths if n != "harms_told" or _harms_told(m)]
    found = (strength(m, slots, name) for name in names)
    return tuple(sentence for sentence in found if sentence)


def _harms_told(m: Material) -> bool:
    """Whether this page tells which harms were seen: only then is that they are told a strength."""
    told = harms(m, quick=False)
    return told is not None and names_them(told)

"""Strengths: what the study did that makes its answer firmer, each from its own text."""

from __future__ import annotations

from ..limit_words import strength
from ..material import Material
from ..said import Said
from ..slots import Slots


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """One sentence a strength, in the order of their weight."""
    found = (strength(m, slots, name) for name in m.brief.strengths)
    return tuple(sentence for sentence in found if sentence)

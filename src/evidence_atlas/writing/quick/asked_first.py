"""What a study asks for by name, told in front of what else it found.

A title that asks how many have it is answered by the share, one that asks for symptoms by the
symptoms, however far another sentence stands before these in rank.
"""

from __future__ import annotations

from dataclasses import replace

from ..material import Material
from ..said import Keep, Said
from ..sentences.sentence_of import sentence_of
from ..slots import Slots
from .asked import asked_by_name
from .foremost_told import finds, told_of
from .size import NOT_TOLD
from .told_beside import MOST_TOLD


def with_what_was_asked(
    m: Material, slots: Slots, found: list[Said], top: list[tuple[float, int]]
) -> list[Said]:
    """The findings with the answer in front."""
    for at, answer in reversed(answers(m, slots, found, top)):
        rest = [
            replace(s, keep=min(s.keep, Keep.SECOND))
            for s in found
            if s.about != NOT_TOLD and sentence_of(m, s) != at
        ]
        found = [answer, *rest][:MOST_TOLD]
    return found


def answers(
    m: Material, slots: Slots, found: list[Said], top: list[tuple[float, int]]
) -> list[tuple[int, Said]]:
    """What the title or the aim asks for by name, where no other of these findings tells it.

    Each with the sentence that it is told from.
    """
    told = list[tuple[int, Said]]()
    for at, telling in asked_by_name(m, top):
        others = [s for s in found if sentence_of(m, s) != at]
        if any(telling.search(s.text) for s in others) or not finds(m, at):
            continue
        own = [s for s in found if sentence_of(m, s) == at] or told_of(m, slots, at, list)
        told += [(at, replace(s, keep=Keep.MAIN)) for s in own[:1]]
    return told

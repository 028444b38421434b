"""How Quick begins: what the journal has done, and who was studied and how."""

from __future__ import annotations

from ..brief.how_made import frame_name, says
from ..frames import FRAMES, first, frame_rule, framed
from ..material import Material, Piece, rule
from ..said import Keep, Said, said
from ..slots import Slots


def warning(m: Material) -> tuple[Said, ...]:
    """What the journal has done comes before what the paper says."""
    state = m.grades.value("record_state")
    names = {"Retracted": "retracted", "Withdrawn": "withdrawn", "Expression of concern": "concern"}
    if state not in names:
        return ()
    name = names[state]
    badge = m.grades.badges["record_state"]
    because = tuple(rule(b.rule, b.text) for b in badge.because[:1])
    return (
        said(Piece(FRAMES[name]["who"][0]), frame_rule(name), *because,
             about=("record_state",), keep=Keep.OPENING),
    )  # fmt: skip


def who(m: Material, slots: Slots) -> Said:
    """The opening sentence: the frame of the kind, as full as the facts allow."""
    kind = m.brief.kind
    name = frame_name(kind, m.record, m.reading)
    if kind == "trial" and m.reading.design.randomised is not True:
        name = "trial_chance_not_stated"
    # A plan for a review speaks of the trials of others.
    by_chance = m.reading.design.randomised is True and not says(m.record, "plans_a_review")
    if kind == "protocol" and not by_chance:
        frames = [f for f in FRAMES[kind]["who"] if "by chance" not in f]
        piece = first(frames, slots)
        found = Piece(piece.text, (*piece.support, frame_rule(kind))) if piece else None
    else:
        found = framed(name, FRAMES[name], "who", slots)
    if found is None:
        found = framed("study", FRAMES["study"], "who", slots)
    assert found is not None  # the last frame of `study` needs no fact
    paths = {
        "trial": "design.randomised",
        "crossover": "design.crossover",
        "protocol": "design.randomised",
    }
    extra = m.quotes(paths[kind]) if kind in paths else ()
    return said(found, *extra, about=("participants",), lay=True, keep=Keep.OPENING)

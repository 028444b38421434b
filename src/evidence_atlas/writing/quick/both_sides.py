"""What Quick tells of a result with its other side: every count, either treatment, both ways.

Quick may hold little, but what it holds is whole: the counts of one group stand in one sentence,
and so does what speaks for each of two treatments.
"""

from __future__ import annotations

from dataclasses import replace

from ..authors.one_sided import counts_of_everybody
from ..authors.opposed import contests, theirs_together
from ..material import Material
from ..results.markers import counted_markers, ways_of
from ..said import Keep, Said
from ..sentences.sentence_of import sentence_of
from ..slots import Slots
from ..words.edges import without_brackets
from .size import NOT_TOLD
from .told_beside import MOST_TOLD


def with_both_sides(m: Material, slots: Slots, found: list[Said]) -> list[Said]:
    """What was found, each with its other side in the same sentence."""
    if (counts := counts_of_everybody(m)) is not None and counts.told is not None:
        places = {c.at for c in counts.counts}
        main = replace(counts.told, text=without_brackets(counts.told.text), lay=True)
        rest = [s for s in found if sentence_of(m, s) not in places and s.about != NOT_TOLD]
        beside = [replace(s, keep=min(s.keep, Keep.SECOND)) for s in rest]
        return [replace(main, keep=Keep.MAIN), *beside][:MOST_TOLD]
    told = [_whole(m, slots, s) for s in found]
    told = [s for i, s in enumerate(told) if s.text not in {t.text for t in told[:i]}]
    # How the ill differ from others comes before what goes along with being more ill.
    counted = [s for s in told if s not in found and s.voice == "atlas"]
    if not counted or told[0] in counted:
        return told
    rest = [s for s in told if s not in counted]
    return [replace(counted[0], keep=rest[0].keep), replace(rest[0], keep=Keep.SECOND), *rest[1:]]


def _whole(m: Material, slots: Slots, told: Said) -> Said:
    at = sentence_of(m, told)
    if at is None:
        return told
    if ways_of(m, at) and (counted := counted_markers(m, slots, at)) is not None:
        return replace(counted, keep=told.keep)
    held = contests(m)
    own = next((c for c in held if c.at == at), None)
    against = [] if own is None else [c.at for c in held if c.opposes(own)]
    # Two treatments told as theirs, in one statement that nothing can halve.
    both = (theirs_together(m, [at, other]) for other in against)
    whole = next((s for s in both if s is not None), None)
    return told if whole is None else replace(whole, lay=True, keep=told.keep)

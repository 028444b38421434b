"""Quick Summary: who was studied and how, what was found, harms, how far to trust it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import conclusions_in, results_in

from ..authors.foremost import ranked
from ..brief.how_made import frame_name
from ..brief.kinds import OVERVIEW
from ..brief.main_result import shared, stems
from ..frames import FRAMES, frame_rule
from ..limits.harms import harms
from ..material import Material, Piece
from ..said import Keep, Said, said
from ..slots import Slots
from ..tables import table
from .asked_first import answers
from .both_halves import with_both_halves
from .both_sides import with_both_sides
from .cautions import cautions, certainty
from .concluded_at_all import concluded_at_all
from .first_that_fits import first_that_fits
from .foremost_told import index_of
from .found import found_in, theirs_in_short
from .in_turn import in_turn
from .opening import warning, who
from .opening_subject import with_its_subject, with_what_was_studied
from .opening_topic import with_aims, with_bare_count, with_topics
from .paper_quick import (
    aim_told,
    case_ways,
    hardest_with_subject,
    message_ways,
    plan_ways,
    titled,
    told_whole,
)
from .size import (
    NOT_TOLD,
    QUICK_GRADE_OF_MORE,
    QUICK_GRADE_OF_TITLE,
    QUICK_GRADE_WITH_AIM,
)

_ADDED_UP = re.compile(table("wording.toml")["main_result"]["added_up"], re.IGNORECASE)
"""What a review added up of all its studies is what it found, and no mere description."""
NEARLY = 0.8
"""A result with this much of the conclusion's likeness to the title is told before it."""


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Three to five short sentences in the order W, R, H, L; `keep` says which goes first.

    A retracted paper is told as that and nothing more; a plan and an idea end by saying so.
    """
    kind = m.brief.kind
    opening = warning(m)
    if kind == "retracted":
        return opening
    whole = who(m, slots)
    whole, bare = (with_its_subject(m, slots, s) for s in (whole, with_bare_count(slots, whole)))
    head = with_topics(m, slots, whole, bare)
    full = titled(m, slots, head)
    name = frame_name(kind, m.record, m.reading)
    last = FRAMES.get(name, {}).get("last")
    if last or kind in ("guideline", "comment"):
        about = (f"limits.{kind}",)
        end = (
            [said(Piece(last), frame_rule(name), about=about, keep=Keep.ALWAYS, lay=True)]
            if last
            else []
        )
        # What others found of a treatment is told with what is said of its harms.
        if kind in OVERVIEW and (told_harms := harms(m, quick=True)):
            end = [told_harms, *end]
        # An overview or advice may go without; an idea is all that there is to tell.
        if kind == "hypothesis" and (idea := theirs_in_short(m)):
            return (*opening, head, *idea, *end)
        ways = plan_ways(m, slots, full) if kind == "protocol" else _message_ways(m, full)
        if told := told_whole(m, full, head, ways, end):
            return (*opening, *told)
        alone = first_that_fits(m, [[full, *end]], QUICK_GRADE_OF_TITLE)
        return (*opening, *(alone or [head, *end]))
    if m.brief.bare:
        return (*opening, head)
    found = with_both_halves(m, in_turn(m, with_both_sides(m, slots, found_in(m, slots))))
    if told := _told_as_its_kind(m, slots, full, head, found):
        return (*opening, *told)
    rest = [*found, *_after(m, slots, found)]
    fuller = full
    if full is head and (asked := with_what_was_studied(m, bare)) is not bare:
        fuller = with_topics(m, slots, with_what_was_studied(m, whole), asked)
    hardest = QUICK_GRADE_OF_MORE if full is head else hardest_with_subject(full, head)
    forms = [[fuller, *rest]] if fuller is not head else []
    if full is not head:
        # The illness alone is another subject: what is told beside the main result goes first,
        # but for one more of it where there is room.
        forms += [
            [full, *(s for s in rest if s not in found[1:] or s.keep > Keep.BESIDE or s is beside)]
            for beside in (*(s for s in found[1:] if s.keep <= Keep.BESIDE), None)
        ]
    aimed = [[way, *rest] for way in with_aims(m, slots, whole)] if full is head else []
    told = first_that_fits(m, aimed, QUICK_GRADE_WITH_AIM) or first_that_fits(m, forms, hardest)
    # What fits as a whole stays as it is.
    return (*opening, *([replace(s, plainer=None) for s in told] if told else [head, *rest]))


def _after(m: Material, slots: Slots, found: list[Said]) -> list[Said]:
    """Harms, limits, and how sure the atlas is of what was found."""
    told_harms = harms(m, quick=True)
    any_told = any(s.about != NOT_TOLD for s in found)
    return [
        *([told_harms] if told_harms else []), *cautions(m, slots, found),
        *(certainty(m) if any_told else []),
    ]  # fmt: skip


def _message_ways(m: Material, full: Said) -> Iterator[list[Said]]:
    """What the paper says, else what its authors set out to do, if that says more than `full`."""
    yield from message_ways(m)
    yield from ([theirs] for theirs in concluded_at_all(m))
    if wanted := aim_told(m, beside=full):
        yield [wanted]


def _told_as_its_kind(
    m: Material, slots: Slots, full: Said, head: Said, found: list[Said]
) -> list[Said] | None:
    """A case by who it was and how they fared; a review or a measure by what it concludes.

    None where what was found is told as of any study: where there is no such sentence, or the
    result is as near to the title as the conclusion. A null that was found stays beside whatever
    the authors conclude.
    """
    kind = m.brief.kind
    if kind == "case_report":
        ways = [*case_ways(m)]
    elif kind in ("review", "test", "series"):
        untold = not found or found[0].about == NOT_TOLD
        nulls = [s for s in found if _is_null(m, s)]
        ways = [
            [*way, *also, *nulls] for way in message_ways(m, concluded=not untold)
            if untold or not _fits(m, found, way[0])
            for also in _asked_beside(m, slots, way)
        ]  # fmt: skip
    else:
        return None
    if not ways:
        return None
    return told_whole(m, full, head, ways, _after(m, slots, ways[0]))


def _asked_beside(m: Material, slots: Slots, way: list[Said]) -> list[list[Said]]:
    """What the title asks for by name, beside what is concluded; else nothing."""
    asked = answers(m, slots, way, ranked(m.record, m.reading, m.brief))[:1]
    return [[s for _, s in asked], []] if asked else [[]]


def _is_null(m: Material, told: Said) -> bool:
    return any(m.reading.results[i].is_null for i in results_in(told.about[:1]))


def _fits(m: Material, found: list[Said], concluded: Said) -> bool:
    """Whether the result told is as near to the title as the conclusion is."""
    if "“" in found[0].text:
        return False
    if m.brief.kind == "series" or m.grades.value("study_type") == "Diagnostic accuracy":
        return True
    title = stems([m.record.title], stems(m.reading.conditions))
    if results_in(found[0].about[:1]) and m.brief.kind == "review":
        # What differed, or did not, stays before any conclusion; a mere description gives way.
        result = m.reading.results[index_of(found[0])]
        described = result.direction == "descriptive" and not _ADDED_UP.search(result.quote.text)
        return not (described and conclusions_in(concluded.about[:1]))
    near, nearest = (shared(stems([s.text]), title) for s in (found[0], concluded))
    return near >= NEARLY * nearest

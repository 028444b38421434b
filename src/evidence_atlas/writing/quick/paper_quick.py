"""Quick of a paper that is no single study: its subject, then what it says, both if they fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, product

from ..authors.case_told import case
from ..authors.message_told import told_as_theirs
from ..authors.paper_claims import claims
from ..authors.paper_message import comes_to, messages
from ..authors.plan_told import given, main_outcome
from ..brief.how_made import frame_name, says
from ..brief.main_result import stems
from ..frames import FRAMES, first, frame_rule
from ..material import Material
from ..said import Keep, Said, said
from ..sentences.codes import codes
from ..slots import Slots
from ..subject.aims import aim
from ..subject.title_subject import title_subject
from ..tables import table
from .first_that_fits import first_that_fits
from .in_turn import message_with_its_turn
from .size import (
    QUICK_GRADE_OF_A_PAPER,
    QUICK_GRADE_OF_TITLE,
    QUICK_GRADE_WITH_SUBJECT,
    QUICK_GRADES_OF_A_MESSAGE,
)

_USELESS_AIM = re.compile(table("messages.toml")["plan"]["useless_aim"], re.IGNORECASE)
_NOTHING_ELSE = frozenset({"narrative", "guideline", "comment"})
"""Kinds of which Quick tells nothing where it does not tell their message."""
Way = list[Said]


def titled(m: Material, slots: Slots, opening: Said) -> Said:
    """The opening with the subject that the title names, where that is plain."""
    kind = m.brief.kind
    name = frame_name(kind, m.record, m.reading)
    entry = FRAMES[name]
    if "titled" not in entry or (kind == "protocol" and _arms_known(slots)):
        return opening
    subject = title_subject(m, of_a_measure=kind == "test")
    by_chance = m.reading.design.randomised is True and not says(m.record, "plans_a_review")
    use = "titled_by_chance" if kind == "protocol" and by_chance else "titled"
    piece = subject and first(entry[use], {**slots, "title_subject": subject})
    if not piece:
        return opening
    extra = m.quotes("design.randomised") if use == "titled_by_chance" else ()
    return said(
        piece, frame_rule(name), *extra, about=("participants",), lay=True, keep=Keep.OPENING
    )


def _arms_known(slots: Slots) -> bool:
    return "either" in slots or "illness_outcome" in slots


FEW_WORDS = 5
"""So many words of a subject ("and endometriosis") are not what makes Quick hard to read."""


def hardest_with_subject(full: Said, opening: Said) -> float:
    """Up to which grade the title's subject stands in the opening."""
    more = len(stems([full.text]) - stems([opening.text]))
    return QUICK_GRADE_OF_TITLE if more <= FEW_WORDS else QUICK_GRADE_WITH_SUBJECT


def told_whole(
    m: Material, full: Said, opening: Said, middles: Iterable[Way], end: Way
) -> Way | None:
    """The first way that is short and plain enough; None where only the opening is.

    The subject goes before the likeliest message is lost only where the message tells it, too: the
    illness alone would stand for another, wider paper.
    """
    kept = list(middles)
    subject = stems([full.text]) - stems([opening.text])
    ways: list[Way] = []
    for about, forms in groupby(kept, key=lambda way: way[0].about):
        same = list(forms)
        ways += [[full, *form, *end] for form in same]
        # An aim says less than the subject that would go for it.
        if full is not opening and about != ("aim",):
            ways += [
                [opening, *form, *end] for form in same if subject & stems(s.text for s in form)
            ]
    # What they say, though it be harder, before what they set out to do.
    says = [way for way in ways if all(s.about != ("aim",) for s in way)]
    grades: tuple[float, ...] = QUICK_GRADES_OF_A_MESSAGE
    if m.brief.kind not in _NOTHING_ELSE:
        grades = (QUICK_GRADE_OF_A_PAPER, hardest_with_subject(full, opening))
        titled = full is not opening
        says = [w for w in says if titled and w[0] is full and w[1].about == kept[0][0].about]
    fit = (
        *(first_that_fits(m, says, most) for most in grades),
        first_that_fits(m, ways),
    )
    told = next(filter(None, fit), None)
    # What fits as a whole stays as it is.
    return told and [replace(s, plainer=None) for s in told]


def message_ways(m: Material, *, concluded: bool = False) -> Iterator[Way]:
    """What a paper says of its subject, as its authors', the likeliest sentence first.

    With `concluded`, no other sentences than those that say what the paper comes to.
    """
    likeliest = messages(m)
    for at in likeliest:
        if concluded and not comes_to(m, at):
            continue
        yield from _each_whole(m, at)
    if not concluded:
        for at in claims(m):
            if at not in likeliest:
                yield from _each_whole(m, at)


def _each_whole(m: Material, at: int) -> Iterator[Way]:
    """Each form of a sentence with what its authors set against it, then without."""
    for theirs in told_as_theirs(m, at):
        if len(both := message_with_its_turn(m, theirs)) > 1:
            yield both
        yield [theirs]


def plan_ways(m: Material, slots: Slots, full: Said) -> Iterator[Way]:
    """What is to be given and the main thing to be measured; what the authors want."""
    what = given(m) if "either" not in slots else None
    main = main_outcome(m)
    # What people are to have says nothing of what for: that is in the aim, or the main outcome.
    wanted = None if what or (main and "either" in slots) else aim_told(m, beside=full)
    parts = [s for s in (what, main, wanted) if s is not None]
    if len(parts) > 1:
        yield parts
    yield from ([s] for s in parts)


NEW_WORDS = 3
"""An aim with fewer words that the title lacks tells no more than the title."""


def aim_told(m: Material, *, beside: Said | None = None) -> Said | None:
    """What the authors set out to do; nothing where that is only to write the paper.

    `beside` what is told of the subject, only where it says more.
    """
    sentence = aim(m)
    if sentence and beside and len(stems([sentence.text]) - stems([beside.text])) < NEW_WORDS:
        return None
    if sentence is None or codes(m, sentence.text) or _USELESS_AIM.search(sentence.text):
        return None
    return replace(sentence, keep=Keep.MAIN, lay=True)


def case_ways(m: Material) -> Iterator[Way]:
    """Who it was and how they fared, each as full as may be; else the one or the other."""
    told = case(m)
    yield from (list(way) for way in product(*told)) if len(told) > 1 else ()
    for sentences in reversed(told):
        yield from ([s] for s in sentences)

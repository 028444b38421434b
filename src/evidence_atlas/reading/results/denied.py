"""What a clause says was sought and not found: everything behind the denial is denied with it.

"We found no evidence that X was associated with a reduced risk" tells of no association, however
its object is put; "we did not see a rise" of no difference.
"""

from __future__ import annotations

import re

from evidence_atlas.records.reading import Direction

from .. import tables

_TABLE = tables.load("denied")
_IN_VAIN = tables.any_of(_TABLE["in_vain"])
_NOTHING = tables.any_of(_TABLE["nothing"])
_OF_PEOPLE = tables.any_of(_TABLE["of_people"])
_NOT_THERE = tables.any_of(_TABLE["not_there"])
_TURNS = tables.any_of(_TABLE["turns"])
_LINKS = tables.any_of(_TABLE["links"])
_POINTS = tables.any_of(_TABLE["points"])
_OBJECT = 30
"""Where the way stands farther behind, another verb may have it."""


def of(text: str) -> tuple[Direction, re.Match[str]] | None:
    """What kind of result is denied, and the words that deny it; None where nothing is.

    A way or a difference denied is "no difference", a link denied "no association".
    """
    nothing = _NOTHING.search(text)
    for match in (_IN_VAIN.search(text), nothing):
        if match is None:
            continue
        turn = _TURNS.search(text, match.end())
        told = text[match.end() : turn.start() if turn else len(text)]
        if _LINKS.search(told):
            return "no association", match
        # "None of the patients got worse" tells of people, not of what was compared.
        people = match is nothing and _OF_PEOPLE.match(text, match.start())
        near = told if match is nothing else told[:_OBJECT]
        if _POINTS.search(near) and not people:
            return "no difference", match
    absent = _NOT_THERE.search(text)
    if absent is not None:
        told = text[: absent.start()]
        if _LINKS.search(told):
            return "no association", absent
        if _POINTS.search(told):
            return "no difference", absent
    return None

"""A link that a clause says was sought and not found: all behind the denial is denied with it.

"We found no evidence that X was associated with a reduced risk" tells of no association, however
its object is put.
"""

from __future__ import annotations

import re

from .. import tables

_TABLE = tables.load("denied")
_IN_VAIN = tables.any_of(_TABLE["in_vain"])
_NOTHING = tables.any_of(_TABLE["nothing"])
_NOT_THERE = tables.any_of(_TABLE["not_there"])
_TURNS = tables.any_of(_TABLE["turns"])
_LINKS = tables.any_of(_TABLE["links"])
_POINTS = tables.any_of(_TABLE["points"])
_GRANTED = re.compile(r"\W*(?:while|although|though|whereas)\b[^,]*,", re.IGNORECASE)


def a_link(text: str) -> bool:
    """Whether a link between things is denied."""
    # "While A was not linked, B rose": what is granted first denies nothing of what follows.
    granted = _GRANTED.match(text)
    if granted is not None and _POINTS.search(text, granted.end()):
        text = text[granted.end() :]
    for match in (_IN_VAIN.search(text), _NOTHING.search(text)):
        if match is None:
            continue
        turn = _TURNS.search(text, match.end())
        if _LINKS.search(text, match.end(), turn.start() if turn else len(text)):
            return True
    absent = _NOT_THERE.search(text)
    return absent is not None and _LINKS.search(text, 0, absent.start()) is not None

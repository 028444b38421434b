"""A word that turns within a sentence: left out where it only interrupts, a "but" between two.

"Rest, however, helped" is one clause; "rest helped, however, work did not" are two, and without
a word between them they run together.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .verbs import VERB, finite

_SO = frozenset({"therefore", "thus"})
_MORE = frozenset({"moreover", "in turn"})


def without_turns(
    text: str, turns: re.Pattern[str], has_verb: Callable[[str], bool] = finite
) -> str:
    """The text without the words between commas that `turns` finds."""
    out, at = "", 0
    for found in turns.finditer(text):
        before, after = text[at : found.start()], text[found.end() :]
        out += before
        at = found.end()
        if has_verb(out) and has_verb(after) and not VERB.match(after):
            word = found[0].strip(" ,").casefold()
            out += ", and so " if word in _SO else ", and " if word in _MORE else ", but "
        else:
            out += " "
    return out + text[at:]

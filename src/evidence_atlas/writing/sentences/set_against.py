"""Whether only the value is told that another one is set against: "in controls, it was 0.9"."""

from __future__ import annotations

import re

from ..tables import table

_CUES = {
    name: re.compile(cue, re.IGNORECASE)
    for name, cue in table("sentences/set_against.toml").items()
}


def only_set_against(text: str) -> bool:
    """Whether only the value of those compared with is told, or the one to be expected."""
    if not (_CUES["value"].match(text) or _CUES["expected"].match(text)):
        return False
    return not (_CUES["other_side"].search(text) or _CUES["joins"].search(text))

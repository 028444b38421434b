"""A sentence without the words that only tie it to the one before it: "second,", "also"."""

from __future__ import annotations

import re
from functools import lru_cache

from ..tables import table
from .edges import GLUED_HEADING

_TABLE = table("words/untied.toml")
_FRONT, _ALSO, _ALSO_VERB = (
    re.compile(_TABLE[name], re.IGNORECASE) for name in ("front", "also", "also_verb")
)


@lru_cache(maxsize=1024)
def untied(text: str) -> str:
    """The text without the words that only tie it to another sentence."""
    text = _FRONT.sub("", GLUED_HEADING.sub("", text))
    return _ALSO_VERB.sub("", _ALSO.sub(r"\1 ", text))

"""Patterns that hold the names of illnesses, compiled once.

`re` keeps 512 compiled patterns for the whole program, and every page asks for some of its own
words, so that these push each other out. The names of an illness are few but long: to compile
them anew for every page costs a third of its writing.
"""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern without regard to case, kept beside those of `re` itself."""
    return re.compile(pattern, re.IGNORECASE)

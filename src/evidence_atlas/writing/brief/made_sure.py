"""Whether a laboratory only made sure that its model or its material was what it was to be.

"That the virus multiplied was confirmed" and "the extract held such a substance" come before what
was found; told as the finding, they stand in its place.
"""

from __future__ import annotations

import re

from ..tables import table
from .kinds import Kind

_TABLE = table("brief/made_sure.toml")
_IN: frozenset[str] = frozenset(_TABLE["kinds"])
_TOLD = [re.compile(p, re.IGNORECASE) for p in _TABLE["patterns"]]
_FOUND = re.compile(_TABLE["found"], re.IGNORECASE)


def only_made_sure(kind: Kind, text: str) -> bool:
    """Whether all that a sentence of a laboratory tells is that what it worked with was right."""
    return kind in _IN and any(p.search(text) for p in _TOLD) and not _FOUND.search(text)

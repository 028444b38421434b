"""What changed while everybody had a treatment, without the treatment as what changed it.

"The training reduced pain" is told as "pain went down" where no group went without: what would have
happened otherwise, nobody can know.
"""

from __future__ import annotations

import re

from ..tables import table

_WORDS = table("wording.toml")
_ACTED = re.compile(_WORDS["reported"]["acted"], re.IGNORECASE)
_WENT: dict[str, str] = _WORDS["went"]


def went_which_way(clause: str) -> str | None:
    """The clause with what changed as its subject; None where a treatment is not said to act."""
    found = _ACTED.match(clause)
    if found is None:
        return None
    what, behind = found["what"], ""
    if ", with " in what:
        what, _, behind = what.partition(", with ")
        behind = f", with {behind}"
    return f"{what} {_WENT[found['did'].lower()]}{behind}"

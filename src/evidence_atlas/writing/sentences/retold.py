"""A retelling that says itself whose thought it tells: "They see in this a sign of ageing".

Where the atlas holds an abstract in its own words, a sentence may begin with its authors. It is
told as it stands, never as "The authors report that the authors see".
"""

from __future__ import annotations

import re

from ..material import Material
from ..tables import table

_TABLE = table("sentences/retold.toml")
_THEIRS = re.compile(_TABLE["theirs"], re.IGNORECASE)
_THEY = re.compile(r"^they\b", re.IGNORECASE)
_TWICE = re.compile(_TABLE["twice"], re.IGNORECASE)


def says_twice(m: Material, lead: str, claim: str) -> bool:
    """Whether a retelling that names who says it would be led in a second time."""
    return m.retold and lead != "" and _TWICE.search(claim) is not None


def told_of_them(m: Material, text: str) -> str | None:
    """A sentence of a retelling that begins with the authors or their paper, led in as it is."""
    if not m.retold or _THEIRS.match(text) is None:
        return None
    return _THEY.sub("The authors", text)

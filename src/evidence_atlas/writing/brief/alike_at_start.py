"""Whether a clause tells only that groups were alike when the study began.

"The groups did not differ in age and sex" says who took part. Told as what was found, it reads as
the opposite of a difference that was.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Record

from ..tables import table
from ..words.edges import IN_BRACKETS

_TABLE = table("brief/alike_at_start.toml")["alike"]
_TOLD = [re.compile(_TABLE[name], re.IGNORECASE) for name in ("before", "behind", "within")]
_ENDS = re.compile(_TABLE["ends"], re.IGNORECASE)
_ITEM = re.compile(_TABLE["item"], re.IGNORECASE)
_ANCHOR = re.compile(_TABLE["anchor"], re.IGNORECASE)
_ASKED = re.compile(_TABLE["asked"], re.IGNORECASE)
_BETWEEN_ITEMS = re.compile(r",?\s(?:and|or|nor|as well as)\s|,\s|/|\s&\s")


def alike_at_start(text: str) -> bool:
    """Whether all that was alike, or did not differ, is what the groups brought along."""
    plain = " ".join(IN_BRACKETS.sub(" ", text).split()).rstrip(" .,;")
    return any(_of_the_start(found["what"]) for p in _TOLD if (found := p.search(plain)))


def asks_who_they_were(record: Record) -> bool:
    """Whether the title asks just that: age and sex may then be what was found, or not found."""
    return _ASKED.search(record.title) is not None


def _of_the_start(what: str) -> bool:
    listed = _ENDS.sub("", what).strip(" ,")
    items = [i.strip(" ,") for i in _BETWEEN_ITEMS.split(listed) if i.strip(" ,")]
    return bool(items and _ANCHOR.search(listed)) and all(_ITEM.fullmatch(i) for i in items)

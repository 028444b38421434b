"""Parts of an abstract that tell of the paper and not of the study.

Who helped, who paid, where it is registered, what anybody declares: nothing in such a part is
a result of the study or a conclusion from it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records import Quote, Record, texts

from ..tables import table

_TABLE = table("words/asides.toml")
_LABEL = re.compile(_TABLE["label"])
_NEXT = re.compile(_TABLE["next"])


@lru_cache(maxsize=64)
def _spans(abstract: str) -> tuple[tuple[int, int], ...]:
    found = []
    for match in _LABEL.finditer(abstract):
        following = _NEXT.search(abstract, match.end())
        found.append((match.start(), following.start() if following else len(abstract)))
    return tuple(found)


def in_aside(record: Record, quote: Quote) -> bool:
    """Whether the quoted words stand in such a part of the abstract."""
    if quote.field != "abstract":
        return False
    return any(a <= quote.start < b for a, b in _spans(texts(record).get("abstract", "")))

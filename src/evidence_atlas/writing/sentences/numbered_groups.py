"""Groups that an analysis made and numbered, under what they have in common: "cluster 3".

The number was given in a sentence that does not stand on the page: "four clusters: (1) mild,
(2) moderate". Where that sentence says what the group has, it is called by that.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from ..material import Material
from ..tables import table

_TABLE = table("sentences/empty_results.toml")["numbered"]
_CALLED = re.compile(_TABLE["called"], re.IGNORECASE)
_LISTED, _CHARACTERISED = _TABLE["listed"], _TABLE["characterised"]


def with_what_they_have(m: Material, text: str) -> tuple[str, tuple[QuoteSupport, ...]]:
    """The text with such a group called by what it has, and where the abstract says so."""
    held = texts(m.record)
    abstract = held.get("abstract", "")
    support: list[QuoteSupport] = []

    def named(found: re.Match[str]) -> str:
        for pattern in (_LISTED, _CHARACTERISED):
            own = pattern.replace("WORD", found["word"]).replace("NUMBER", found["number"])
            told = re.search(own, abstract, re.IGNORECASE)
            if told is not None:
                support.append(quoted(quote(held, "abstract", *told.span("what"))))
                return f"the {found['word'].lower()} with {told['what'].strip()}"
        return found[0]

    return _CALLED.sub(named, text), tuple(dict.fromkeys(support))

"""A null of several things of which one is told: "sleep", of "no change in sleep, pain or mood".

It is true of each of them, and said of one alone it would hide that the others were looked at too.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Result, texts

from ..material import Material, Piece
from ..rules import named
from ..tables import table

_TABLE = table("results/null_of_several.toml")
_NO_DIFFERENCE_IN = re.compile(_TABLE["no_difference_in"], re.IGNORECASE)
_GOES_BEFORE = re.compile(_TABLE["goes_before"], re.IGNORECASE)
_GOES_ON = re.compile(_TABLE["goes_on"], re.IGNORECASE)


def with_the_others(m: Material, result: Result, outcome: Piece) -> Piece:
    """The outcome, with ", among other things," where the null's own list names more beside it."""
    name = result.outcome or ""
    abstract = texts(m.record)["abstract"]
    quote = result.quote
    if not result.is_null or quote.field != "abstract" or not name:
        return outcome
    at = abstract.casefold().find(name.casefold(), quote.start, quote.end)
    said = _NO_DIFFERENCE_IN.search(abstract[quote.start : max(at, quote.start)])
    if said is None:
        return outcome
    behind = _GOES_ON.match(abstract, at + len(name))
    if behind is None and _GOES_BEFORE.search(said["words"]) is None:
        return outcome
    told = f"{outcome.text}, among other things,"
    return Piece(told, (*outcome.support, named("null-of-several")))

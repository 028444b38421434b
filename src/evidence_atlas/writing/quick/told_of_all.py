"""The whole of what stands before "particularly", where only what stands behind it was told."""

from __future__ import annotations

import re

from evidence_atlas.records import results_in

from ..authors.authors_report import reported
from ..material import Material
from ..said import Said
from .foremost_told import index_of

_PARTICULARLY = re.compile(r", (?:particularly|especially|notably|mainly)\b", re.IGNORECASE)


def told_of_all(m: Material, told: Said) -> list[Said]:
    """The whole of what stands before "particularly", where only what stands behind was told."""
    if not results_in(told.about[:1]):
        return []
    result = m.reading.results[index_of(told)]
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    if around is None:
        return []
    at = around.text.casefold().find((result.outcome or "").casefold())
    if not _PARTICULARLY.search(around.text[: max(at, result.quote.start - around.start)]):
        return []
    return [*reported(m, result.sentence)]

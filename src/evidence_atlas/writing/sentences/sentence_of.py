"""The sentences of the abstract that a finding rests on."""

from __future__ import annotations

from evidence_atlas.records import QuoteSupport

from ..material import Material
from ..said import Said


def sentence_of(m: Material, told: Said) -> int | None:
    """Its place among the sentences; None where the finding quotes none."""
    own = next((s for s in told.support if isinstance(s, QuoteSupport)), None)
    around = m.reading.sentence_at(own.start, own.field) if own is not None else None
    return None if around is None else m.reading.sentences.index(around)


def sentences_of(m: Material, told: Said) -> set[int]:
    """The places of all sentences that it rests on: two that were joined have two."""
    quotes = (s for s in told.support if isinstance(s, QuoteSupport))
    around = (m.reading.sentence_at(q.start, q.field) for q in quotes)
    return {m.reading.sentences.index(s) for s in around if s is not None}

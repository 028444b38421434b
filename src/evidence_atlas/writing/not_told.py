"""What the abstract reports and the page does not tell, so that nothing is lost without a word.

Some results cannot be put safely into other words: for Deep a line says that there are such, and
its source shows them.
"""

from __future__ import annotations

from collections.abc import Iterable

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from .brief.kinds import OVERVIEW, WITHOUT_FINDINGS
from .material import Material, Piece
from .rules import named
from .said import Said, said

_ROLES = ("results", "other", "conclusions")
TEXT = "The abstract reports more than this page tells. To read it, open the source of this line"


def not_told(m: Material, found: Iterable[Said]) -> list[Said]:
    """A line whose sources are the sentences with results of which `found` tells no word."""
    if m.brief.bare or m.brief.kind in (WITHOUT_FINDINGS | OVERVIEW):
        return []
    told = [
        (s.start, s.end)
        for sentence in found for s in sentence.support
        if isinstance(s, QuoteSupport) and s.field == "abstract"
    ]  # fmt: skip
    held = texts(m.record)
    left = []
    for at in sorted({m.reading.results[i].sentence for i in m.brief.results}):
        sentence = m.reading.sentences[at] if 0 <= at < len(m.reading.sentences) else None
        if sentence is None or sentence.role not in _ROLES:
            continue
        if not any(start < sentence.end and sentence.start < end for start, end in told):
            left.append(quoted(quote(held, "abstract", sentence.start, sentence.end)))
    return [said(Piece(TEXT, tuple(left)), named("not-told"), label="More results")] if left else []

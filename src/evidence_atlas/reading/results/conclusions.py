"""What the authors conclude, as quotes."""

from __future__ import annotations

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

_NOT_CONCLUDED = tables.any_of(tables.load("results")["not_concluded"])
_FUTURE_ONLY = cue(
    r"\b(?:further|future|more|larger|additional) (?:\w+,? ){0,4}(?:studies|research|trials|"
    r"work|investigations?)\b"
    r"[^.;]{0,60}\b(?:needed|required|warranted|necessary|should|will)\b"
)
_CLAIM = cue(
    r"\b(?:suggest|indicat|support|show|demonstrat|conclu|provid|appear|seem|may|might|could|"
    r"is|are|was|were)\w*\b"
)
_LIMIT = 3


def read(document: Document) -> tuple[Quote, ...]:
    """Up to three sentences of conclusion, those with a claim before calls for more research.

    A sentence that says what the paper does, wants or is good for, what was done, or what
    others suppose, concludes nothing; nor does one that stands before all that was found.
    """
    first_found = next((i for i, _ in document.parts("results")), -1)
    spoken = [
        (i, s)
        for i, s in document.parts("conclusions")
        if i > first_found and _CLAIM.search(s.text) and not _NOT_CONCLUDED.search(s.text)
    ]
    claims = [i for i, s in spoken if not _FUTURE_ONLY.search(s.text)]
    chosen = (claims or [i for i, _ in spoken])[:_LIMIT]
    return tuple(document.sentence_quote(i) for i in chosen)

"""What the authors conclude, as quotes."""

from __future__ import annotations

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

_WORDS: dict[str, str] = tables.load("conclusions")

_NOT_CONCLUDED = tables.any_of(tables.load("results")["not_concluded"])
_FUTURE_ONLY = cue(_WORDS["future_only"])
_CLAIM = cue(_WORDS["claim"])
_NO_CLAIM = cue(_WORDS["no_claim"])
_HEADING = cue(_WORDS["heading"])
_LIMIT = 3


def read(document: Document) -> tuple[Quote, ...]:
    """Up to three sentences of conclusion, those with a claim before calls for more research.

    Those whose verb is one of the table's come first; where they are few, others that stand under
    a heading of conclusions and claim something stand beside them, in the order of the text.

    A sentence that says what the paper does, wants or is good for, what was done, or what
    others suppose, concludes nothing; nor does one that stands before all that was found.
    """
    first_found = next((i for i, _ in document.parts("results")), -1)
    spoken = [
        (i, s)
        for i, s in document.parts("conclusions")
        if i > first_found and not _NOT_CONCLUDED.search(s.text)
    ]
    sure = [(i, s) for i, s in spoken if _CLAIM.search(s.text)]
    claims = [i for i, s in sure if not _FUTURE_ONLY.search(s.text)][:_LIMIT]
    headed = _HEADING.search(document.whole)
    others = [
        i for i, s in spoken
        if headed and s.end > headed.start() and (i, s) not in sure and not _NO_CLAIM.search(s.text)
    ]  # fmt: skip
    told = sorted([*claims, *others[: _LIMIT - len(claims)]])
    chosen = told or [i for i, _ in sure][:_LIMIT]
    return tuple(document.sentence_quote(i) for i in chosen)


def concludes_nothing(text: str) -> bool:
    """Whether a sentence only praises, asks, advises, or tells what was done or brought about."""
    return _NOT_CONCLUDED.search(text) is not None or _NO_CLAIM.search(text) is not None

"""Those whom a later sentence sets beside the ill: "… 29 patients. Thirty-one age peers also …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..document import Document
from .people_words import CUES

if TYPE_CHECKING:
    from .mentions import Mention

_SENTENCES = 2
"""So far behind the ill those compared with them may be counted."""
_MORE = 10
"""So many times as many are a population, and no group."""


def read(document: Document, found: list[Mention]) -> list[Mention]:
    """The counts, in which people told to be there for comparison are those compared."""
    return [replace(m, kind="controls") if _is_compared(document, m, found) else m for m in found]


def _is_compared(document: Document, mention: Mention, found: list[Mention]) -> bool:
    if mention.sentence is None or mention.kind != "people" or mention.subset or mention.each:
        return False
    ill = [
        m
        for m in found
        if m.sentence is not None
        and 0 < mention.sentence - m.sentence <= _SENTENCES
        and m.kind == "patients"
        and m.illness
        and not m.subset
        and mention.value <= _MORE * m.value
    ]
    if not ill or any(m.kind == "controls" for m in found):
        return False
    text = document.sentences[mention.sentence].text
    end = mention.start + len(mention.phrase)
    return (
        CUES["compared_words"].search(mention.phrase) is not None
        or CUES["compared_after"].match(text, end) is not None
        or CUES["recovered_after"].match(text, end) is not None
        or CUES["for_comparison_before"].search(text, 0, mention.start) is not None
    )

"""Those whom a later sentence sets beside the ill: "… 29 patients. Thirty-one age peers also …"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
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
    found = _in_comparison_groups(document, found)
    return [replace(m, kind="controls") if _is_compared(document, m, found) else m for m in found]


def _in_comparison_groups(document: Document, found: list[Mention]) -> list[Mention]:
    """ "30 children with it and two comparison groups: readers (n = 22), others (n = 30)"."""
    for first, second in pairwise(found):
        if first.sentence is None or first.sentence != second.sentence or first.subset:
            continue
        text = document.sentences[first.sentence].text
        behind = [m for m in found if m.sentence == first.sentence and m.start > first.start]
        if (
            first.kind == "patients" and not first.labelled_n
            and all(m.labelled_n and not m.subset for m in behind)
            and sum(m.value for m in behind) != first.value
            and CUES["comparison_groups_joint"].match(text, first.end, second.start)
        ):  # fmt: skip
            return [replace(m, kind="controls") if m in behind else m for m in found]
    return found


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

"""Whether a study asks who gets the illness, so that its people are not people who have it."""

from __future__ import annotations

from evidence_atlas.records import Participants, Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

_WORDS: dict[str, str] = tables.load("illness_as_outcome")

_MEASURED = cue(_WORDS["measured"])
_CHOSEN_BY_IT = cue(_WORDS["chosen_by_it"])
"""Those who met the criteria are who was taken in, not what was counted in the end."""
_AMONG_ILL = cue(_WORDS["among_ill"])


def find(document: Document, people: Participants) -> Quote | None:
    """Where title or aim makes the illness the thing counted; None otherwise.

    Not where people with the illness were counted as having come to the study, nor in a text
    whose title or aim also speaks of people with it.
    """
    own = document.illness.any_own
    counted = people.with_illness is not None and people.with_illness in (
        people.total, people.enrolled, people.randomised,
    )  # fmt: skip
    if counted or people.total == 1:
        return None
    found: Quote | None = None
    parts = [(document.title, 0, "title")]
    parts += [(s.text, s.start, "abstract") for _, s in document.parts("aim", "methods")]
    for text, offset, field in parts:
        for match in own.finditer(text):
            before = text[max(0, match.start() - 80) : match.start()]
            if field == "title" and _AMONG_ILL.search(before):
                return None
            chosen = field != "title" and _CHOSEN_BY_IT.search(before)
            if found is None and not chosen and _MEASURED.search(before):
                found = document.quote(offset + match.start(), offset + match.end(), field)
    return found

"""A report of one person: "a 34-year-old woman with asthma" is one participant."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

_WORDS: dict[str, str] = tables.load("single_case")

_PERSON = cue(_WORDS["person"])
_ONE = cue(_WORDS["one"])
_TELLS_OF_ONE = cue(_WORDS["tells_of_one"])
_OWN_STORY = cue(_WORDS["own_story"])
_SEVERAL = cue(_WORDS["several"])


def find(document: Document) -> tuple[Quote, str] | None:
    """Where the one person is told of, and that sentence; None unless there is just one.

    Exactly one person is described by age, and the text calls itself a report of one case or
    speaks of no others; or it only says that it reports a case, or a patient.
    """
    found: list[tuple[Quote, str]] = []
    for _, sentence in document.parts():
        for match in _PERSON.finditer(sentence.text):
            start = sentence.start + match.start()
            quote = document.quote(start, sentence.start + match.end())
            found.append((quote, sentence.text))
    types = " ".join(document.record.publication_types).lower()
    several = _SEVERAL.search(document.title) or _SEVERAL.search(document.abstract)
    if not found and not several:
        return _only_said(document)
    if not found or len({quote.text.lower() for quote, _ in found}) > 1:
        return None
    called = (
        "case reports" in types or _ONE.search(document.title) or _ONE.search(document.abstract)
    )
    if called and not re.search(r"case series", document.title, re.IGNORECASE):
        return found[0]
    return None if several else found[0]


def _only_said(document: Document) -> tuple[Quote, str] | None:
    """ "We report a case of asthma after a storm": one person, of whom no age is told."""
    for _, sentence in document.parts():
        match = _TELLS_OF_ONE.search(sentence.text)
        if match is not None:
            start = sentence.start + match.start()
            return document.quote(start, sentence.start + match.end()), sentence.text
    match = _TELLS_OF_ONE.search(document.title) or _OWN_STORY.search(document.title)
    return None if match is None else (document.quote(*match.span(), "title"), document.title)

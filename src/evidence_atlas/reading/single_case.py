"""A report of one person: "a 34-year-old woman with asthma" is one participant."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .document import Document

_PERSON = cue(
    r"\b(?:an?|the case of(?: an?)?|our)\s(?:\w+,?\s){0,2}?"
    r"(?:\d{1,2}|[a-z]+(?:-[a-z]+)?)[-‐–\s]years?[-‐–\s]old,?\s(?:[\w/-]+,?\s){0,4}?"
    r"(?:wom[ae]n|m[ae]n|females?|males?|girl|boy|patient|adolescent|teenager|child|person|lady|"
    r"gentleman|student|athlete|veteran|nurse|physician|runner)\b|"
    r"\b(?<!in )(?:the|a) case of (?:an?|our) (?:[\w-]+,?\s){0,4}?(?:wom[ae]n|m[ae]n|girl|"
    r"boy|patient|child|adolescent|teenager)\b"
)
_ONE = cue(
    r"\b(?:case report|a case of|single[- ]case|single[- ]patient|n[- ]of[- ](?:1|one)|"
    r"case study|report (?:a|the|one) case|in a patient|(?:experience|story) of a patient)\b"
)
_SEVERAL = cue(r"\b(?:case series|cases|cohort|patients were|participants|controls)\b")


def find(document: Document) -> tuple[Quote, str] | None:
    """Where the one person is described, and that sentence; None unless there is just one.

    The text must either call itself a report of one case or describe exactly one person by
    age and speak of no other participants.
    """
    found: list[tuple[Quote, str]] = []
    for _, sentence in document.parts():
        for match in _PERSON.finditer(sentence.text):
            start = sentence.start + match.start()
            quote = document.quote(start, sentence.start + match.end())
            found.append((quote, sentence.text))
    if not found or len({quote.text.lower() for quote, _ in found}) > 1:
        return None
    types = " ".join(document.record.publication_types).lower()
    called = (
        "case reports" in types or _ONE.search(document.title) or _ONE.search(document.abstract)
    )
    if called and not re.search(r"case series", document.title, re.IGNORECASE):
        return found[0]
    if _SEVERAL.search(document.title) or _SEVERAL.search(document.abstract):
        return None
    return found[0]

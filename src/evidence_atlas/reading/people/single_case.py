"""A report of one person: "a 34-year-old woman with asthma" is one participant."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from ..document import Document

_PERSON = cue(
    r"\b(?:an?|the case of(?: an?)?|our)\s(?:\w+,?\s){0,2}?"
    r"(?:\d{1,2}|[a-z]+(?:-[a-z]+)?)[-‐–\s]years?[-‐–\s]old,?\s(?:[\w/-]+,?\s){0,4}?"
    r"(?:wom[ae]n|m[ae]n|females?|males?|girl|boy|patient|adolescent|teenager|child|person|lady|"
    r"gentleman|student|athlete|veteran|nurse|physician|infant|baby|mother|father|cook|clerk|surgeon|"
    r"(?!cancer|tumou?r|computer|centre)[a-z]{3,}(?:er|ist|ician|tor|ee|ess|ant|sman|wife))\b|"
    r"\b(?:an?|our)\s(?:[a-z]+\s)?(?:wom[ae]n|m[ae]n|girl|boy|patient|nurse|teacher|student)\s(?:of|aged)\s"
    r"(?:\d{1,2}|[a-z]+(?:-[a-z]+)?)(?:\syears)?\b|"
    r"\b(?<!in )(?:the|a) case of (?:an?|our) (?:[\w-]+,?\s){0,4}?(?:wom[ae]n|m[ae]n|girl|"
    r"boy|patient|child|adolescent|teenager)\b"
)
_ONE = cue(
    r"\b(?:case report|a case of|single[- ]case|single[- ]patient|n[- ]of[- ](?:1|one)|"
    r"case study|report (?:a|the|one) case|in a patient|(?:experience|story) of a patient)\b"
)
_TELLS_OF_ONE = cue(
    r"\bcase report\b|\b(?:report|present|describe|discuss)(?:s|ed)?\s(?:on\s)?(?:an?|the|one)\s"
    r"(?:(?!case series)[\w-]+,?\s){0,4}?(?:case|patient|wom[ae]n|m[ae]n|(?:fe)?male|girl|boy|"
    r"child|adolescent|teenager)\b(?!\s(?:series|studies|study|cohort|group|sample|population|registry|"
    r"experience|perspectives?|survey|management|finding|care|definition|for|that|against)\b)"
)
_SEVERAL = cue(r"\b(?:case series|cases|cohort|patients were|participants|controls)\b")


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
    match = _TELLS_OF_ONE.search(document.title)
    return None if match is None else (document.quote(*match.span(), "title"), document.title)

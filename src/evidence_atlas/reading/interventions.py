"""What was given and against what, and which things were measured."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote

from . import tables
from .document import Document

_TABLE = tables.load("interventions")
_NAMED = [(t["name"], tables.any_of(t["patterns"])) for t in _TABLE["named"]]
_FRAMES = [re.compile(p, re.IGNORECASE) for p in _TABLE["frames"]["patterns"]]
_DRUG = re.compile(_TABLE["drugs"]["pattern"], re.IGNORECASE)
_NO_DRUG = frozenset(_TABLE["drugs"]["not"])
_GIVEN = tables.any_of(_TABLE["given"]["patterns"])
_COMPARATORS = [(t["name"], tables.any_of(t["patterns"])) for t in _TABLE["comparators"]]
_MEASURES = [(t["name"], tables.any_of(t["patterns"])) for t in tables.load("measures")["measures"]]
_TRIM = re.compile(
    r"\A(?:the|a|an|either|oral|daily|intravenous|open-label|treatment with|use of|both|our|"
    r"this)\s|"
    r"\s(?:treatment|therapy alone|alone|capsules?|tablets?)\Z",
    re.IGNORECASE,
)
_BAD = tables.any_of(_TABLE["frames"]["not"])

Quotes = dict[str, tuple[Quote, ...]]


def read(document: Document, trial: bool) -> tuple[tuple[str, ...], tuple[str, ...], Quotes]:
    """Interventions and comparators of a study in which something was given.

    Known treatments by their names, drugs by their word endings, others from the frames
    "effect of … on", "received …". Without a sign that something was given, none.
    """
    quotes: Quotes = {}
    given = trial or document.search(_GIVEN, "aim", "methods", "results") is not None
    if not given:
        return (), (), {}
    found: dict[str, Quote] = {}
    for name, pattern in _NAMED:
        quote = document.search(pattern, "aim", "methods")
        if quote is not None:
            found[name] = quote
    for field, text, start in _texts(document):
        for match in _DRUG.finditer(text):
            name = match[0].lower()
            if name not in _NO_DRUG and len(name) > 5:
                found.setdefault(
                    name, document.quote(start + match.start(), start + match.end(), field)
                )
    if not found:
        for field, text, start in _texts(document):
            for frame in _FRAMES:
                framed = frame.search(text)
                if framed is None or _BAD.search(framed["what"]):
                    continue
                what = _TRIM.sub("", framed["what"].strip(" ,"))
                if 2 < len(what) <= 60:
                    s, e = framed.span("what")
                    found.setdefault(what, document.quote(start + s, start + e, field))
            if found:
                break
    comparators: dict[str, Quote] = {}
    for name, pattern in _COMPARATORS:
        quote = document.search(pattern, "aim", "methods", "results")
        if quote is not None:
            comparators[name] = quote
    names = [n for n in found if n not in comparators][:6]
    for name in names:
        quotes[f"interventions.{name}"] = (found[name],)
    for name, quote in comparators.items():
        quotes[f"comparators.{name}"] = (quote,)
    return tuple(names), tuple(comparators), quotes


def measures(document: Document) -> tuple[tuple[str, ...], tuple[str, ...], Quotes]:
    """What was measured: general names in the order of the text, then questionnaires named."""
    found: dict[str, Quote] = {}
    for name, pattern in _MEASURES:
        quote = document.search(pattern, "aim", "methods", "results")
        if quote is not None:
            found[name] = quote
    for name, pattern in document.illness.scales:
        quote = document.search(pattern, "methods", "results")
        if quote is not None:
            found.setdefault(name, quote)
    ordered = sorted(found, key=lambda n: (found[n].field != "title", found[n].start, n))
    return tuple(ordered), tuple(ordered[:6]), {f"measures.{n}": (found[n],) for n in ordered}


def measure_in(text: str) -> str | None:
    """The first general measure that a clause names."""
    best: tuple[int, str] | None = None
    for name, pattern in _MEASURES:
        match = pattern.search(text)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), name)
    return best[1] if best else None


def _texts(document: Document) -> list[tuple[str, str, int]]:
    parts = [("title", document.title, 0)]
    parts += [("abstract", s.text, s.start) for _, s in document.parts("aim", "methods")]
    return parts

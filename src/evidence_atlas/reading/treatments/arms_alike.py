"""Groups of a trial that all had something: the same for another time, two of a kind, or one part.

Told as one group with it and one without, they would be another trial.
"""

from __future__ import annotations

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from .whole_names import places

_TABLE = tables.load("interventions")["alike"]
_AMOUNTS = [cue(p.replace("NUMBER", _TABLE["number"])) for p in _TABLE["amounts"]]
_KINDS = [cue(p) for p in _TABLE["kinds"]]
_ADDED = [cue(p) for p in _TABLE["added"]]
_PEOPLE = cue(_TABLE["people"])
_LEAD = cue(_TABLE["added_lead"])


def read(document: Document, given: tuple[str, ...]) -> dict[str, tuple[Quote, ...]]:
    """Where the text says that groups had the same in another amount, or two of a kind.

    Only of a single treatment: two that are named are told apart by their names.
    """
    if len(given) != 1:
        return {}
    amounts = _first(document, _AMOUNTS)
    if amounts is not None:
        return {"arms.amounts": (amounts,)}
    # Two interventions, of which one has no name that is known, need not be two of a kind.
    kinds = _first(document, _KINDS, given[0][:_STEM].casefold())
    return {"arms.kinds": (kinds,)} if kinds is not None else {}


_STEM, _NEAR = 6, 40


def added(document: Document) -> tuple[tuple[str, Quote], tuple[str, Quote]] | None:
    """What one group had, and what the other had instead, beside a part that both had."""
    for field, text, start in places(document):
        match = next((m for p in _ADDED if (m := p.search(text))), None)
        if match is None:
            continue
        told = []
        # "Azole-salvene or placebo-salvene": what both had is a part of either's name.
        in_a_word = text[match.end("one")] in "-/"
        for group, last in (("one", "both"), ("two", 0)):
            begin, end = match.start(group), match.end(last if in_a_word else group)
            words = text[begin:end]
            lead = _LEAD.match(words)
            if lead is not None:
                begin, words = begin + lead.end(), words[lead.end() :]
            at = start + begin
            told.append((words, document.quote(at, at + len(words), field)))
        one, two = told
        if all(len(words) > 2 and not _PEOPLE.search(words) for words, _ in told):
            return one, two
    return None


def _first(document: Document, patterns: list[Cue], stem: str = "") -> Quote | None:
    for field, text, start in places(document):
        for pattern in patterns:
            match = pattern.search(text)
            if match and stem in text[match.start() : match.end() + _NEAR].casefold():
                return document.quote(start + match.start(), start + match.end(), field)
    return None

"""Of what the checked figures are: the abstract's own words beside them.

A reader who is told that figures do not fit has to know which they are. No measure is guessed:
the words that the abstract prints in front of the figures are quoted.
"""

from __future__ import annotations

import re

import msgspec

from evidence_atlas.records import NumberCheck

from ..document import Document
from .figures import FIT

_MOST = 12
_LEAST = 2
_CLAUSE = re.compile(r";\s|:\s|[)\]],?\s")
"""What ends another figure's clause: a figure in brackets, a semicolon or a colon."""
_WORD = re.compile(r"[A-Za-z]{2,}")
_EDGES = " \t\n,;:=([{"


def named(document: Document, check: NumberCheck) -> NumberCheck:
    """The check with the words in front of its figures; what fits is told shortly, without."""
    if check.verdict == FIT or check.kind in ("change", "sum"):
        return check
    if document.record.abstract_kind == "retold":
        return check  # A retelling's words are the atlas's own: nothing of it is quoted.
    sentence = document.sentence_at(check.quote.start)
    if sentence is None:
        return check
    words = behind(sentence.text[: check.quote.start - sentence.start])
    if not words:
        return check
    quote = document.quote(sentence.start, check.quote.start)
    claim = f"{check.claim}, after the words “{words}”"
    return msgspec.structs.replace(check, claim=claim, others=(*check.others, quote))


def behind(lead: str) -> str:
    """The last words of `lead`, from the clause of the figures on; empty where there are too few.

    A clause of too few words is told with the one before it.
    """
    lead = " ".join(lead.split()).rstrip(_EDGES)
    begins = [0, *(m.end() for m in _CLAUSE.finditer(lead))]
    for begin in reversed(begins):
        clause = lead[begin:].split(" ")
        if sum(bool(_WORD.search(w)) for w in clause) >= _LEAST:
            cut = len(clause) > _MOST or begin > 0
            return ("… " if cut else "") + " ".join(clause[-_MOST:])
    return ""

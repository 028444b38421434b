"""A treatment by the whole name that the text gives it: yoga done lying down is another."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

_TABLE = tables.load("interventions")["whole_name"]
_KIND = rf"(?!(?:{'|'.join(_TABLE['no_kind'])})\b)(?:{'|'.join(_TABLE['kinds'])})"
_BEFORE = cue(
    rf"(?<![\w-])(?:{_KIND}\s(?:and|or)\s(?={_KIND}\s))?(?:{_KIND}\s){{1,{_TABLE['most']}}}\Z"
)
_AFTER = cue(rf"\A\s(?:{'|'.join(_TABLE['forms'])})\b")

_GROUPS = cue(tables.load("interventions")["arms"]["each_group"])
OF_A_NOUN = ("ic", "al")
"""How a word ends that belongs to a noun behind it ("manual" treatment)."""


def whole(document: Document, name: str, quote: Quote) -> tuple[Quote, ...]:
    """Where the treatment stands under its whole name, and where it was found.

    The title calls it first. Where it uses the bare name, the first sentence that says more does.
    """
    if name.endswith(OF_A_NOUN):
        return (quote,)
    pattern = re.compile(rf"(?<![\w-]){re.escape(quote.text)}(?![\w-])", re.IGNORECASE)
    for field, text, start in places(document):
        named = list(pattern.finditer(text))
        # Of two kinds of it in one sentence neither is its whole name.
        for match in named if len(named) == 1 or field == "title" else ():
            before = _BEFORE.search(text, 0, match.start())
            after = _AFTER.search(text[match.end() :])
            if before is None and after is None:
                continue
            begin = before.start() if before else match.start()
            end = match.end() + (after.end() if after else 0)
            told = document.quote(start + begin, start + end, field)
            return (told,) if told == quote else (told, quote)
    return (quote,)


def places(document: Document) -> list[tuple[str, str, int]]:
    """The title, then the sentences on aim, methods and groups: field, text, where it begins."""
    parts = [("title", document.title, 0)]
    parts += [
        ("abstract", s.text, s.start) for _, s in document.parts()
        if s.role in ("aim", "methods") or (s.role == "results" and _GROUPS.search(s.text))
    ]  # fmt: skip
    return parts

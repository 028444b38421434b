"""What the groups of a trial had, where a text lists them or tells what the control group had."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document
from .whole_names import places

_TABLE = tables.load("interventions")["arms"]
_CONTROL = [cue(p.replace("WHAT", _TABLE["what"])) for p in _TABLE["control"]]
_LISTS = [
    cue(p.replace("ITEM", _TABLE["item"]).replace("NAME", _TABLE["name"])) for p in _TABLE["lists"]
]
_TITLED = cue(_TABLE["titled"].replace("NAME", _TABLE["name"]))
_NO_TREATMENT = tables.any_of(_TABLE["no_treatment"])
_WITHOUT = cue(_TABLE["without"])
_HALF, _DUMMY = cue(_TABLE["half"]), cue(_TABLE["dummy"])
_GIVEN = cue(_TABLE["lead"])
_DOSE = cue(_TABLE["dose"])
_NOT = tables.any_of(_TABLE["not"])
_ARTICLE = cue(r"an? ")
_GROUP = cue(r"\s(?:group|arm)\Z")
_END = cue(_TABLE["end"])
NO_TREATMENT = "no treatment"


def control(document: Document) -> tuple[str, Quote] | None:
    """What the control group had, in the words that tell it; None where no words do."""
    for field, text, start in places(document)[1:]:
        none = _NO_TREATMENT.search(text)
        if none is not None:
            return NO_TREATMENT, document.quote(start + none.start(), start + none.end(), field)
        for pattern in _CONTROL:
            match = pattern.search(text)
            found = match and _told(document, match, "what", field, start)
            if found:
                return found
    return None


def without(document: Document, given: str) -> tuple[str, Quote] | None:
    """That the control group had not what was given, which is all that is told of it."""
    for field, text, start in places(document)[1:]:
        match = _WITHOUT.search(text)
        if match is not None:
            where = document.quote(start + match.start(), start + match.end(), field)
            return f"no {given.split()[-1]}", where
    return None


def listed(document: Document, *, trial: bool) -> list[tuple[str, Quote]]:
    """The groups of a numbered list ("(1) …, (2) … or (3) …"), in its order.

    The title of a `trial` may set two against each other ("zinc versus iron").
    """
    for field, text, start in places(document)[1:]:
        for pattern in _LISTS:
            match = pattern.search(text)
            if match is None:
                continue
            items = [g for g in ("one", "two", "three") if match.groupdict().get(g)]
            found = [_told(document, match, item, field, start) for item in items]
            if all(found):
                return [f for f in found if f]
    titled = _TITLED.search(document.title) if trial else None
    if titled is None:
        return []
    if _HALF.search(titled["one"]) and " " in titled["two"]:
        return []
    both = [_told(document, titled, item, "title", 0) for item in ("one", "two")]
    return [(_small(f[0]), f[1]) for f in both if f] if all(both) else []


def _small(words: str) -> str:
    """ "Zinc" at the head of a title is "zinc"."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _told(
    document: Document, match: re.Match[str], group: str, field: str, start: int
) -> tuple[str, Quote] | None:
    words = match[group]
    begin = match.start(group)
    article = _ARTICLE.match(words)
    if article is not None and not words[article.end() :].startswith("control"):
        begin, words = begin + article.end(), words[article.end() :]
    given = _GIVEN.match(words)
    if given is not None:
        begin, words = begin + given.end(), words[given.end() :]
    dose = _DOSE.match(words)
    if dose is not None:
        begin, words = begin + dose.end(), words[dose.end() :]
    end = _END.search(words)
    if end is not None:
        words = words[: end.start()]
    group_word = _GROUP.search(words)
    if group_word is not None:
        words = words[: group_word.start()]
    words = words.rstrip(" ,")
    dummy = group != "what" and _DUMMY.search(words) is not None
    if len(words) < 3 or (_NOT.search(words) and not dummy):
        return None
    return words, document.quote(start + begin, start + begin + len(words), field)

"""Where the text says that people with the atlas's illness took part, or gave samples."""

from __future__ import annotations

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import cue

from .. import tables
from ..definitions.conditions_studied import COUNTED, OWN_PEOPLE
from ..document import Document
from ..text.passages import Passage, of_abstract, of_title

_TABLE = {name: tables.any_of(patterns) for name, patterns in tables.load("took_part").items()}
_ASIDE = cue("|".join(f"(?:{p})[^.;]{{0,60}}\\Z" for p in tables.load("took_part")["aside"]))
_PEOPLE_BEFORE = cue(
    "|".join(
        rf"(?:{p})(?:(?!{tables.load('took_part')['verbs'][0]})[^.;]){{0,90}}\Z"
        for p in tables.load("took_part")["people"]
    )
)


def find(document: Document, main: str | None) -> tuple[Quote | None, bool]:
    """The place that says so, None where the illness is only mentioned; whether it counts people.

    It is said where people, or what was taken from them, are joined to the illness's name
    outside background and conclusions; where a group with its number bears the name; and,
    for a study whose `main` condition the illness is, by any mention outside the background
    that is not an aside.
    """
    own = document.illness.any_own
    if not document.may_hold(own):
        return None, False
    said: Quote | None = None
    weak: Quote | None = None
    is_main = main is not None and own.search(main) is not None
    for passage in (*of_abstract(document), *of_title(document)):
        for match in own.finditer(passage.text):
            before = passage.text[max(0, match.start() - 110) : match.start()]
            after = passage.text[match.end() : match.end() + 60]
            if _ASIDE.search(before) or _TABLE["aside_after"].match(after):
                continue
            if _said(passage, before, after):
                counted = COUNTED.search(before + "|" + after) is not None
                if counted:
                    return passage.quote(match.start(), match.end()), True
                said = said or passage.quote(match.start(), match.end())
            if _TABLE["topic"].search(before):
                continue
            if is_main and weak is None and passage.role not in ("background", "title"):
                weak = passage.quote(match.start(), match.end())
    return said or weak, False


def _said(passage: Passage, before: str, after: str) -> bool:
    if _TABLE["with_number"].match(after):
        return True
    if _TABLE["samples_after"].match(after):
        return passage.role in ("title", "aim", "methods", "results")
    if passage.role not in ("aim", "methods", "results") and not (
        passage.role in ("background", "other")
        and OWN_PEOPLE.search(passage.text)
        and not _TABLE["earlier"].search(passage.text)
    ):
        return False
    return bool(_PEOPLE_BEFORE.search(before) or _TABLE["people_after"].match(after))

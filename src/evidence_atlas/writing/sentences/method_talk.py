"""A result without the method that showed it: "enrichment analysis revealed a shared pattern".

A reader wants what was found. Which analysis showed it is told only where the result holds for that
one alone: "unadjusted", "in a subgroup analysis", or came and went with what was allowed for.
"""

from __future__ import annotations

import re

from ..tables import table

_TABLE = table("sentences/method_talk.toml")
_SUBJECT = re.compile(_TABLE["subject"]["pattern"], re.IGNORECASE)
_STAYS = re.compile(_TABLE["subject"]["stays"], re.IGNORECASE)
_CAME_AND_WENT = re.compile(_TABLE["subject"]["came_and_went"], re.IGNORECASE)
_THING = re.compile(_TABLE["subject"]["thing"])
_OF_WHAT = re.compile(_TABLE["subject"]["of_what"], re.IGNORECASE)
_OPENER = re.compile(_TABLE["opener"]["pattern"], re.IGNORECASE)


def found_by(text: str) -> tuple[str, str] | None:
    """How it was found ("found" or "identified") and what, where a method is the subject.

    The first is empty where what was found is a sentence of its own; None where no method leads.
    """
    found = _SUBJECT.match(text)
    if found is None or _STAYS.search(text[: found.start("verb")]):
        return None
    if _CAME_AND_WENT.search(text):
        return None
    if found["that"]:
        return "", found["rest"]
    if not _THING.match(found["rest"]) or not says_of_what(found["rest"]):
        return None
    return ("identified" if found["verb"] == "identified" else "found"), found["rest"]


def says_of_what(found: str) -> bool:
    """Whether what was found says of what it is: "severe loss" of a bone analysis does not."""
    return _OF_WHAT.search(found) is not None


def without_method(text: str) -> str:
    """The clause as what the study found, without the analysis that is its subject or opens it."""
    bare = text if _CAME_AND_WENT.search(text) else _OPENER.sub("", text)
    verb, rest = found_by(bare) or ("", bare)
    told = f"The study {verb} {rest}" if verb else rest
    return text if told == text else told[:1].upper() + told[1:]

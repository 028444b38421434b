"""What a sentence tells of harms, without its judgements and statistics."""

from __future__ import annotations

import re

from ..tables import table
from ..words.clause import loaded
from ..words.edges import BAD_START, PERSON
from ..words.names import length

_WORDS: dict[str, str] = table("limits/harms_reported.toml")

_STATISTIC = re.compile(
    r"\s?[(\[](?=[^()\[\]]*(?:\b[nNpP]\s?[<=>]|\bCIs?\b|\bSD\b|±|\b[OHR]R\b|"
    r"\brisk (?:difference|ratio)))[^()\[\]]*[)\]]"
)
_LEFT_OVER = re.compile(r"±|\bCIs?\b|\b[pP]\s?[<=>]|\bSD\b|\brisk (?:difference|ratio)\b")
_JUDGED_FIRST = re.compile(_WORDS["judged_first"], re.IGNORECASE)
_MOST_COMMON = re.compile(_WORDS["most_common"], re.IGNORECASE)
_LATER_CLAUSE = re.compile(r",\s(?:although|though|but|whereas|while)\s", re.IGNORECASE)
_OF_A_KIND = re.compile(_WORDS["of_a_kind"], re.IGNORECASE)
_A_WARD = re.compile(_WORDS["a_ward"], re.IGNORECASE)
_SCORED = re.compile(_WORDS["scored"], re.IGNORECASE)
_UNWANTED = re.compile(_WORDS["unwanted"], re.IGNORECASE)


def without_judgement(text: str) -> str:
    """The sentence without statistics in brackets, and from where it leaves off judging."""
    told = _OF_A_KIND.sub("", _STATISTIC.sub("", text.strip().rstrip(".")))
    judged = _JUDGED_FIRST.match(told)
    if judged is not None and _UNWANTED.search(judged["rest"]):
        told = judged["rest"]
    common = _MOST_COMMON.match(told)
    return f"the {common['which']} were {common['what']}" if common is not None else told


def as_authors_report(text: str, most: int) -> str | None:
    """A whole clause on harms fit to be told as the authors' report; None where it is not."""
    told = without_judgement(text)
    first, *later = _LATER_CLAUSE.split(told)
    # "It helped in part, though side effects kept the dose low": the harms stand behind.
    for clause in (told, *later) if _UNWANTED.search(first) else later:
        fits = (
            length(clause) <= most
            and _UNWANTED.search(clause)
            and not loaded(_A_WARD.sub("", clause))
            and not (PERSON.search(clause) or BAD_START.match(clause))
            and not _LEFT_OVER.search(clause)
        )
        if fits:
            return clause
    return None


def scored(text: str) -> bool:
    """Whether all that is told of harms is a score."""
    return _SCORED.search(text) is not None

"""What a sentence tells of harms, without its judgements and statistics."""

from __future__ import annotations

import re

from ..words.clause import loaded
from ..words.edges import BAD_START, PERSON
from ..words.names import length

_STATISTIC = re.compile(
    r"\s?[(\[](?=[^()\[\]]*(?:\b[nNpP]\s?[<=>]|\bCIs?\b|\bSD\b|±|\b[OHR]R\b|"
    r"\brisk (?:difference|ratio)))[^()\[\]]*[)\]]"
)
_LEFT_OVER = re.compile(r"±|\bCIs?\b|\b[pP]\s?[<=>]|\bSD\b|\brisk (?:difference|ratio)\b")
# "It was well tolerated, with mild nausea": the judgement is the authors', the nausea a fact.
_JUDGED_FIRST = re.compile(
    r"\A[^,;]{0,120}?\b(?:safe|tolerated|tolerable|acceptable|feasible)\b[^,;]{0,40},?"
    r"\s(?:with|although|though|but)\s(?!no\b|few\b|good\b|high\b)(?P<rest>.+)",
    re.IGNORECASE,
)
_MOST_COMMON = re.compile(
    r"(?:the )?(?P<which>(?:most (?:common|frequent)(?:ly reported)?|main|commonest) [\w -]{3,30}?)"
    r"\sbeing\s(?P<what>.+)",
    re.IGNORECASE,
)
_LATER_CLAUSE = re.compile(r",\s(?:although|though|but|whereas|while)\s", re.IGNORECASE)
_SCORED = re.compile(
    r"\b(?:questionnaire|scale|inventory|checklist)\b[^.;]{0,60}\b(?:score|mean|median)\b|"
    r"\b(?:score|mean|median)\b[^.;]{0,60}\b(?:questionnaire|scale|inventory|checklist)\b",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"\b(?:adverse|unwanted|untoward|side[- ]effects?|AEs?|SAEs?|harms?|toxicit\w+)\b",
    re.IGNORECASE,
)


def without_judgement(text: str) -> str:
    """The sentence without statistics in brackets, and from where it leaves off judging."""
    told = _STATISTIC.sub("", text.strip().rstrip("."))
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
            and not (loaded(clause) or PERSON.search(clause) or BAD_START.match(clause))
            and not _LEFT_OVER.search(clause)
        )
        if fits:
            return clause
    return None


def scored(text: str) -> bool:
    """Whether all that is told of harms is a score."""
    return _SCORED.search(text) is not None

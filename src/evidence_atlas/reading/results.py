"""Each reported result: whom it concerns, against what, which way, with its printed numbers."""

from __future__ import annotations

import re

import msgspec

from evidence_atlas.records import Design, Result, Sentence
from evidence_atlas.records.reading import Comparison

from . import clauses, direction, interventions, numbers, tables
from .document import Document

_TABLE = tables.load("results")
_SKIP = tables.any_of(_TABLE["skip"])
_SUBGROUP = tables.any_of(_TABLE["subgroup"])
_PRIMARY = tables.any_of(_TABLE["primary"])
_SECONDARY = tables.any_of(_TABLE["secondary"])
_DESCRIBES = tables.any_of(_TABLE["describes"])
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|than(?: in| for| those in| those of)?|versus|vs\.?|relative to|"
    r"in contrast to)\s(?:the\s|in\s|that of\s|those in\s)?(?P<what>[^,;:.()]{3,60})",
    re.IGNORECASE,
)
_TIMEPOINT = re.compile(
    r"\b(?:at|after|by|within|over|for|during)\s(?:the\s|a\s)?(?P<when>(?:\d+|two|three|four|"
    r"six|eight|"
    r"twelve|one|five|ten)(?:[-\s](?:to\s)?\d+)?[-\s](?:day|week|month|year|hour)s?(?:\s(?:of\s)?"
    r"(?:follow-?up|treatment|therapy))?|baseline|follow-?up|end of treatment)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:\b(?:in|of|for|among|between)\s|\A)(?P<who>(?:(?:all|both|the|these|those|each of "
    r"the|\d+)\s)*"
    r"(?:[\w/-]+\s){0,4}?"
    r"(?:patients|participants|group|groups|subjects|women|men|individuals|controls|people|"
    r"adults|children|"
    r"respondents|responders|survivors|cases))\b",
    re.IGNORECASE,
)
_VERB_IN_WHO = re.compile(
    r"\b(?:differ\w*|were|was|is|are|and|or|between|had|have|has|did|showed|than|in|of|by|to|with|"
    r"compared|improved|increased|decreased|that|for|from)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.])[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s?%?|(?<![\w.])[-−]?\d+(?:[.·]\d+)?(?:\s?%)?"
    r"|(?<=[<>=≤≥\s(\[])\.\d+"
)
_LIMIT = 14


def read(
    document: Document, design: Design, reports: bool, has_controls: bool
) -> tuple[Result, ...]:
    """The results of one record, in the order of the text.

    `reports` False (protocols, hypotheses, comments) gives none. Conclusions are not results;
    only where no sentence plays the part of results do they stand in.
    """
    if not reports:
        return ()
    found: list[Result] = []
    for index, sentence in document.parts("results"):
        found += _in_sentence(document, index, sentence, design, has_controls)
        if len(found) >= _LIMIT:
            break
    return tuple(found[:_LIMIT])


def _in_sentence(
    document: Document, index: int, sentence: Sentence, design: Design, has_controls: bool
) -> list[Result]:
    text = sentence.text
    if _SKIP.search(text) or text.rstrip().endswith("?"):
        return []
    spans = clauses.split(text, direction.ANY)
    if not direction.ANY.search(text):
        if not (_DESCRIBES.search(text) or re.search(r"\d", text)):
            return []
        spans = [(0, len(text))]
    found: list[Result] = []
    for start, end in spans:
        clause = text[start:end]
        if len(clause) < 12:
            continue
        result = _result(document, index, sentence, start, end, design, has_controls)
        if found and found[-1].scope == "subgroup" and _THESE.search(clause):
            result = msgspec.structs.replace(
                result, scope="subgroup", n=result.n or found[-1].n, who=found[-1].who
            )
        found.append(result)
    return found


_THESE = re.compile(
    r"\b(?:in|of|for|among) (?:these|those|the same) (?:\w+ )?"
    r"(?:patients|participants|people|subjects|individuals|women|men)\b|\btheir\b",
    re.IGNORECASE,
)


def _result(
    document: Document,
    index: int,
    sentence: Sentence,
    start: int,
    end: int,
    design: Design,
    has_controls: bool,
) -> Result:
    clause = sentence.text[start:end]
    compares_people = has_controls and design.randomised is not True and not design.single_arm
    way = direction.of(clause, compares_people)
    judged = direction.better_or_worse(clause, way)
    subgroup = _SUBGROUP.search(clause)
    who = _WHO.search(clause)
    if who and _VERB_IN_WHO.search(who["who"]):
        who = None
    against = _AGAINST.search(clause)
    when = _TIMEPOINT.search(clause)
    comparison = _comparison(clause, design, has_controls, way, subgroup is not None)
    return Result(
        text=clause,
        direction=way,
        comparison=comparison,
        scope="subgroup" if subgroup else "all",
        quote=document.quote(sentence.start + start, sentence.start + end),
        sentence=index,
        outcome=interventions.measure_in(clause),
        primary=_primary(clause),
        who=who["who"].strip() if who else None,
        n=_n(clause),
        against=against["what"].strip() if against else None,
        timepoint=when["when"] if when else None,
        better_or_worse=judged,
        judged_by="authors" if judged else None,
        numbers=tuple(m[0].strip() for m in _NUMBER.finditer(clause)),
    )


def _primary(clause: str) -> bool | None:
    if _SECONDARY.search(clause):
        return False
    return True if _PRIMARY.search(clause) else None


def _n(clause: str) -> int | None:
    """How many people the clause says it concerns ("in each of the 7 patients", "(n = 7)")."""
    match = re.search(r"\b[nN]\s?=\s?(\d[\d,]*)\b(?!\.\d)(?!\s?%)", clause)
    if match:
        return int(match[1].replace(",", ""))
    match = re.search(
        r"\b(?:in|of|for|among) (?:each of |all |the |these |those )*(?P<n>[\w-]+(?: [\w-]+)?) "
        r"(?:patients|participants|people|subjects|women|men|individuals|adults|children)\b",
        clause,
        re.IGNORECASE,
    )
    if match:
        found = numbers.find(match["n"])
        if len(found) == 1 and found[0].start == 0 and not numbers.is_year(match["n"], found[0]):
            return found[0].value
    return None


def _comparison(
    clause: str, design: Design, has_controls: bool, way: str, subgroup: bool
) -> Comparison:
    """What a result was measured against.

    Between randomised arms only where the clause itself names the other arm (or a
    difference between arms) in a randomised study; a double-blind placebo-controlled
    trial that does not use the word counts as a trial whose arms are compared.
    """
    trial = design.randomised is True or (
        design.placebo is True and design.blinding in ("double", "single")
    )
    within = direction.has("within", clause)
    if way in ("association", "no association", "descriptive"):
        return "none"
    if trial and direction.has("between_arms", clause) and not subgroup:
        return "between_randomised" if design.randomised is True else "between_groups"
    if _BASELINE.search(clause):
        return "within_group"
    if direction.has("between", clause):
        return "between_groups"
    if within:
        return "within_group"
    if has_controls and not trial and way in ("higher", "lower", "no difference"):
        return "between_groups"
    if way in ("increase", "decrease") and (trial or design.single_arm):
        return "within_group"
    return "none"


_BASELINE: re.Pattern[str] = re.compile(
    r"\b(?:from baseline|(?:compared (?:with|to)|relative to|than) (?:the )?(?:their )?(?:own )?"
    r"(?:baseline|before|pre-?\w*|start))\b",
    re.IGNORECASE,
)

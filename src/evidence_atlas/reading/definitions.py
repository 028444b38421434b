"""Case definitions used to select people (not merely discussed), and the illness's criterion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from evidence_atlas.records import CaseDefinition, CriterionReading, DefinitionUse, Quote
from evidence_atlas.records.cues import cue

from . import tables
from .document import Document

_TABLE = tables.load("definitions")
_USED = tables.any_of(_TABLE["used"])
_DISCUSSED = tables.any_of(_TABLE["discussed"])
_CRITERIA_WORD = cue(r"\b(?:criteri\w+|definitions?|diagnos\w+|code[sd]?)\b")
# "Despite updated guidelines", "severity by the … criteria": nobody was selected by them.
_NOT_SELECTING = cue(
    r"(?:\b(?:impact|awareness|knowledge|publication|introduction|effects?) of|\bdespite|\bupdated|"
    r"\bsince|\bchanges? (?:to|in))\s(?:[\w-]+\s){0,4}\Z|\bseverity\b[^.;]{0,60}\Z"
)
_PART = cue(
    r"\b(?:of (?:whom|which|these|them)|including|among whom)\b[^.;]{0,45}\b(?:also|additionally) "
    r"(?:met|fulfill?ed|satisfied)\b[^.;]{0,40}\Z"
)
_BARE = ("clinician diagnosis", "self-report", "ICD code")


@dataclass(frozen=True)
class Definitions:
    """The definitions used, how they are joined, and the criterion's two facts."""

    used: tuple[DefinitionUse, ...]
    joined_by: Literal["and", "or"] | None
    criterion: CriterionReading
    quotes: dict[str, tuple[Quote, ...]]


def read(document: Document, has_people: bool) -> Definitions:
    """What selected the people of this study.

    A definition counts as used where its sentence says that people met it, were diagnosed
    or selected by it, and it stands outside background and conclusions. Roles follow the
    illness's table; an undated name is judged by the paper's year.
    """
    found: list[tuple[int, int, CaseDefinition, Quote]] = []
    joined: Literal["and", "or"] | None = None
    any_definition = document.illness.any_definition
    if has_people and any_definition is not None and document.may_hold(any_definition):
        for index, sentence in document.parts("aim", "methods", "results", "other"):
            if not any_definition.search(sentence.text):
                continue
            here = _in_sentence(document, sentence.text, sentence.start)
            here = [h for h in here if _is_used(sentence.text, h, sentence.start)]
            if here and joined is None and len(here) > 1:
                joined = _joint(sentence.text, here, sentence.start)
            found += [(index, q.start, d, q) for d, q in here]
    uses: list[DefinitionUse] = []
    for _, _, definition, quote in found:
        if all(u.name != definition.name for u in uses):
            by = role_of(definition, document.record.year)
            uses.append(DefinitionUse(name=definition.name, by=by, quote=quote))
    # A named definition says more than "diagnosed by a doctor" beside it.
    if any(u.name not in _BARE for u in uses):
        uses = [u for u in uses if u.name not in _BARE]
    if len(uses) < 2:
        joined = None
    by_study, study_quote = _by_study(document, has_people)
    # A definition of another illness says nothing of this illness's criterion.
    other = [n for n in document.illness.names if not n.own]
    ours = [u for u in uses if not any(n.pattern.search(u.name) for n in other)]
    # "… of whom most also met" selected a part of them: it does not settle it for everybody.
    part = [u for u in ours if _PART.search(document.abstract[: u.quote.start][-120:])]
    ours = [u for u in ours if u not in part]
    role = combined(ours, joined if len(ours) == len(uses) else None)
    criterion = CriterionReading(by_definition=role, by_study=by_study)
    quotes: dict[str, tuple[Quote, ...]] = {f"case_definitions.{u.name}": (u.quote,) for u in uses}
    if study_quote is not None:
        quotes["criterion.by_study"] = (study_quote,)
    if uses:
        quotes["criterion.by_definition"] = tuple(u.quote for u in uses)
    return Definitions(tuple(uses), joined, criterion, quotes)


def role_of(definition: CaseDefinition, year: int | None) -> str:
    """The role a definition gives to the criterion; an undated name is judged by the year."""
    if definition.until_year is None or definition.after_by is None:
        return definition.by_definition
    if year is None:
        return "unknown"
    return definition.by_definition if year < definition.until_year else definition.after_by


def combined(uses: list[DefinitionUse], joined: Literal["and", "or"] | None) -> str:
    """One role for all definitions used: the strictest where all were met, mixed where either."""
    roles = [u.by for u in uses]
    if not roles:
        return "unknown"
    if len(set(roles)) == 1:
        return roles[0]
    if joined == "and":
        for role in ("required", "required_loose", "optional", "absent"):
            if role in roles:
                return role
    return "mixed"


def _in_sentence(document: Document, text: str, offset: int) -> list[tuple[CaseDefinition, Quote]]:
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, CaseDefinition, Quote]] = []
    for definition, pattern in document.illness.definitions:
        for match in pattern.finditer(text):
            if match.end() == match.start():
                continue
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            taken.append(match.span())
            quote = document.quote(offset + match.start(), offset + match.end())
            found.append((match.start(), definition, quote))
    found.sort(key=lambda f: f[0])
    dated = [q for _, d, q in found if d.until_year is None and d.name not in _BARE]
    return [
        (d, q)
        for _, d, q in found
        # "CDC criteria (Fukuda, 1994)" is one definition, not two
        if d.until_year is None or not any(_beside(q, other) for other in dated)
    ]


def _beside(left: Quote, right: Quote) -> bool:
    """Whether two names stand so close that the one explains the other."""
    return right.start - left.end < 25 if right.start >= left.end else left.start - right.end < 25


def _is_used(text: str, found: tuple[CaseDefinition, Quote], offset: int) -> bool:
    definition, quote = found
    start, end = quote.start - offset, quote.end - offset
    window = text[max(0, start - 160) : end + 80]
    if _DISCUSSED.search(window) or _NOT_SELECTING.search(text[max(0, start - 90) : start]):
        return False
    if definition.name == "self-report" and re.match(r"[-\s\w]{0,12}\bsymptoms?\b", text[end:]):
        return False
    if definition.name in _BARE:
        return (
            _USED.search(window) is not None
            or re.search(
                r"\b(?:patients|participants|people|adults|individuals|subjects|respondents|"
                r"cases)\b",
                window,
                re.IGNORECASE,
            )
            is not None
        )
    return _USED.search(window) is not None


def _joint(
    text: str, here: list[tuple[CaseDefinition, Quote]], offset: int
) -> Literal["and", "or"] | None:
    for (_, left), (_, right) in pairwise(here):
        between = text[left.end - offset : right.start - offset]
        if len(between) > 60:
            continue
        if re.search(r"\band/or\b|\bor\b", between, re.IGNORECASE):
            return "or"
        if re.search(r"\b(?:and|as well as|both)\b|&|\+", between, re.IGNORECASE):
            return "and"
    return None


def _by_study(document: Document, has_people: bool) -> tuple[str, Quote | None]:
    illness = document.illness
    if not has_people or illness.criterion is None:
        return "not_stated", None
    tests = (
        ("added_as_inclusion", illness.criterion_required, ("methods", "aim")),
        ("excluded", illness.criterion_excluded, ("methods", "aim")),
        ("measured_only", illness.criterion_measured, ("methods", "results", "aim")),
    )
    for value, pattern, roles in tests:
        if pattern is None:
            continue
        for _, sentence in document.parts(*roles):
            if illness.criterion.search(sentence.text) is None:
                continue
            match = pattern.search(sentence.text)
            if match:
                return value, document.quote(
                    sentence.start + match.start(), sentence.start + match.end()
                )
    return "not_stated", None

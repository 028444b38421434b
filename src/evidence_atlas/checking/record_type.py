"""What a record can tell by its kind: plans, ideas, titles, retractions, harms, and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from evidence_atlas.records import (
    WITHDRAWN,
    Flag,
    Name,
    QuoteSupport,
    RecordSupport,
    Statement,
    StudySupport,
)
from evidence_atlas.records.needles import fold, may_stand
from evidence_atlas.records.readability import sentences

from .case import NO_FINDINGS, Case, claimed, denied, folded, table
from .codes import flag

_TABLE = table("record_type.toml")
_RETRACTED = re.compile(_TABLE["retracted"], re.IGNORECASE)
_RETRACTED_TYPES = frozenset({"Retracted Publication"})
_RETRACTED_BY = frozenset({"RetractionIn", "PartialRetractionIn"})
TOLD_AS_DONE = re.compile(_TABLE["told_as_done"], re.IGNORECASE)
PLANNED = re.compile(_TABLE["planned"], re.IGNORECASE)
_DONE_IN_A_PLAN = re.compile(_TABLE["done_in_a_plan"])
_PLAN_IN_WHICH = re.compile(_TABLE["plan_in_which"], re.IGNORECASE)
_ATTRIBUTED = re.compile(_TABLE["attributed"], re.IGNORECASE)
_HARMS = re.compile(_TABLE["harms"], re.IGNORECASE)
_HARMS_SILENT = re.compile(_TABLE["harms_silent"], re.IGNORECASE)
_HARMS_NONE = re.compile(_TABLE["harms_none"], re.IGNORECASE)
_TREATMENT_TYPES = frozenset({"RCT", "Non-randomised trial"})
_MENTION_DENIED = re.compile(_TABLE["mention_denied"], re.IGNORECASE)
_QUALIFIED = frozenset(
    {
        "why_it_matters",
        "other_studies",
        "comments_and_replies",
        "numbers_checked",
        "sources_and_versions",
        "revision_history",
    }
)


def findings(case: Case) -> Iterator[Flag]:
    """A record that reports none has no findings on its page."""
    reports_none = (
        case.reading.unread is not None
        or case.record.abstract_kind == "none"
        or not case.record.abstract
        or case.study_type in NO_FINDINGS
    )
    if not reports_none:
        return
    why = case.reading.unread or case.study_type or "no abstract"
    for statement in case.statements:
        quoted = any(isinstance(s, QuoteSupport) and s.field != "title" for s in statement.support)
        told = statement.section in ("observed_findings", "inferred_conclusions")
        if case.study_type in ("Hypothesis", "Commentary") and statement.voice == "authors":
            told = statement.section == "observed_findings"
        if (told and quoted) or case.results_of(statement):
            yield flag("findings-without-results", statement, f"{why}: {statement.text}")


def tense(case: Case) -> Iterator[Flag]:
    """A plan is told as a plan; an idea is told as its authors' in every sentence."""
    for statement in case.section("quick_summary") + case.section("observed_findings"):
        text = claimed(statement)
        if case.study_type == "Protocol":
            for sentence in sentences(text):
                m = TOLD_AS_DONE.search(sentence) or _DONE_IN_A_PLAN.search(sentence)
                if m and PLANNED.search(sentence):
                    m = _PLAN_IN_WHICH.search(sentence)
                if m:
                    yield flag("plan-told-as-done", statement, f"“{m.group()}” in: {text}")
        elif case.study_type == "Hypothesis" and statement.voice != "authors":
            carries = any(isinstance(s, QuoteSupport) for s in statement.support)
            if carries and not _ATTRIBUTED.search(text):
                yield flag("plan-told-as-done", statement, f"an idea told as a fact: {text}")


def retraction(case: Case) -> Iterator[Flag]:
    """A retracted paper says so first, and bears on nothing else."""
    if case.withdrawn:
        first = case.section("quick_summary")[:1] or case.statements[:1]
        if not first or not _RETRACTED.search(first[0].text):
            detail = first[0].text if first else "an empty page"
            yield flag("retraction-untold", first[0] if first else None, detail)
        for statement in case.statements:
            if (
                case.results_of(statement)
                and not _RETRACTED.search(statement.text)
                and not (re.search(r"\bhad (?:reported|said|found)\b", statement.text))
            ):
                yield flag("retraction-untold", statement, f"told as live: {statement.text}")
    elif case.grades.value("record_state") != "Reinstated" and _says_retracted(case):
        yield flag("retraction-untold", None, "the record says that the paper is retracted")
    for statement in case.statements:
        for support in statement.support:
            other = case.others.get(support.study) if isinstance(support, StudySupport) else None
            if other and other.record_state in WITHDRAWN and not _RETRACTED.search(statement.text):
                yield flag(
                    "retraction-untold", statement, f"rests on a retracted study: {other.label}"
                )


def _says_retracted(case: Case) -> bool:
    record = case.record
    if case.study_type == "Notice":
        return False
    return (
        bool(_RETRACTED_TYPES & set(record.publication_types))
        or any(c.kind in _RETRACTED_BY for c in record.corrections)
        or bool(
            re.match(r"\W{0,3}(?:retracted|withdrawn)\b(?: article)?\s*[:\]]", record.title, re.I)
        )
    )


_NOTHING_GIVEN = frozenset({
    "Animal", "In vitro", "Computational", "Case-control", "Cross-sectional", "Qualitative",
    "Genetic association", "Diagnostic accuracy", "Methods",
})  # fmt: skip
"""Study types in which no people were given a treatment to see what it does: where such a text
is silent on harms, there is nothing to say of them. Harms that it tells of must still be told."""
_OF_TREATMENTS = frozenset({
    "Systematic review", "Meta-analysis", "Scoping review", "Case report", "Case series",
})  # fmt: skip
"""Study types whose title may say that something was given, though by no name that is known."""


def harms(case: Case) -> Iterator[Flag]:
    """Where people were given a treatment, or a text tells of harms, the summary tells of harms."""
    reading = case.reading
    status = reading.harms.status
    summary = case.section("quick_summary")
    if not summary or case.withdrawn or reading.unread or case.study_type in NO_FINDINGS:
        return
    told = [s for s in summary if _HARMS.search(f"{s.label or ''}: {s.text}")]
    if not told and _harms_owed(case):
        yield flag("harms-sentence-missing", None, f"harms are {status}, and the summary is silent")
    for statement in told:
        silent = bool(_HARMS_SILENT.search(statement.text))
        if status == "reported" and (silent or _HARMS_NONE.search(claimed(statement))):
            if reading.harms.quote and _HARMS_NONE.search(reading.harms.quote.text):
                continue
            yield flag("harms-sentence-missing", statement, "harms are reported: " + statement.text)
        if status == "not_stated" and not silent and _HARMS_NONE.search(statement.text):
            yield flag(
                "harms-sentence-missing", statement, "silence told as none: " + statement.text
            )
        if status == "none_reported" and silent and not reading.harms.quote:
            yield flag("harms-sentence-missing", statement, "none were reported: " + statement.text)


def _harms_owed(case: Case) -> bool:
    """Whether the text tells of harms, or of people who were given a treatment."""
    reading, kind = case.reading, case.study_type
    status = reading.harms.status
    if status in ("reported", "none_reported"):
        return True
    if kind in _TREATMENT_TYPES:
        return status != "not_applicable" or "human" in reading.subjects
    if status == "not_applicable" or kind in _NOTHING_GIVEN:
        return False
    titled = kind in _OF_TREATMENTS and "harms.titled" in reading.quotes
    return titled or bool(reading.interventions)


def illness_name(case: Case) -> Iterator[Flag]:
    """The illness is named as the study names it."""
    names = _patterns(case.condition.known_illnesses)
    source = "\n".join((case.source, *_index_terms(case)))
    folded_source = fold(source)
    in_source = tuple((n, pattern) for n, pattern in names if may_stand(pattern, folded_source))
    allowed = {name.name for name, _ in _named(source, in_source)}
    sought = tuple((name, pattern) for name, pattern in names if case.may_hold(pattern))
    for statement in case.statements:
        if statement.section in _QUALIFIED or any(
            isinstance(s, StudySupport) for s in statement.support
        ):
            continue
        text = _without_fields(statement, claimed(statement))
        for name, place in _named(text, sought):
            if name.name in allowed or _spelt_in_source(case, text[place[0] : place[1]]):
                continue
            if denied(statement) or _MENTION_DENIED.search(text[: place[0]]):
                continue
            if _is_badge(case, text):
                continue
            yield flag(
                "illness-misnamed",
                statement,
                f"“{text[place[0] : place[1]]}” is not the study's name for it: {statement.text}",
            )
            break


def _without_fields(statement: Statement, text: str) -> str:
    """The text without what it gives of the record: a journal's name names nobody's illness."""
    for held in statement.support:
        if isinstance(held, RecordSupport):
            text = text.replace(held.value, " ")
    return text


_Patterns = tuple[tuple[Name, re.Pattern[str]], ...]


def _named(text: str, sought: _Patterns) -> tuple[tuple[Name, tuple[int, int]], ...]:
    """The names of illnesses in a text; of names at one place the longest."""
    found = []
    small = fold(text)
    for name, pattern in sought:
        # Few names stand in any one sentence, and to search for them all costs far more.
        for m in pattern.finditer(text) if may_stand(pattern, small) else ():
            found.append((name, m.span()))
    found.sort(key=lambda f: (f[1][0] - f[1][1], f[1][0]))
    kept: list[tuple[Name, tuple[int, int]]] = []
    for name, (a, b) in found:
        if not any(c < b and a < d for _, (c, d) in kept):
            kept.append((name, (a, b)))
    return tuple(sorted(kept, key=lambda f: f[1]))


@lru_cache(maxsize=16)
def _patterns(names: tuple[Name, ...]) -> _Patterns:
    return tuple((n, re.compile(n.pattern, re.IGNORECASE)) for n in names)


def _index_terms(case: Case) -> list[str]:
    return [k.text for k in case.record.keywords] + [m.descriptor for m in case.record.mesh]


def _spelt_in_source(case: Case, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(folded(words))}(?!\w)", folded(case.source)))


def _is_badge(case: Case, text: str) -> bool:
    """Sentences about the criterion's definitions name the illness of the atlas."""
    criterion = case.condition.criterion
    return criterion is not None and criterion.short in text and "defin" in text

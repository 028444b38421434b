"""Words that the atlas does not use in its own voice; the table beside this file says which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evidence_atlas.records import Flag, RecordSupport, RuleSupport, Statement
from evidence_atlas.records.needles import fold, may_stand

from .case import Case, claimed, denied, folded, quotes, table
from .codes import flag

_TABLE = table("wording.toml")
_NEGATION = re.compile(_TABLE["negation"], re.IGNORECASE)
_CLAUSE_END = re.compile(_TABLE["clause_end"], re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """One entry of the table, ready to be searched for."""

    code: str
    pattern: str
    compiled: re.Pattern[str] | None
    voice: str
    negatable: bool
    denied_may: bool
    source: bool
    causal: bool
    intervention: bool
    sections: frozenset[str]
    except_sections: frozenset[str]
    not_after: re.Pattern[str]
    not_right_after: re.Pattern[str]
    listed: bool

    @classmethod
    def of(cls, entry: dict[str, Any]) -> Rule:
        named = entry.get("names", False)
        return cls(
            code=entry["code"],
            pattern=entry["pattern"],
            compiled=None if named else re.compile(entry["pattern"], re.IGNORECASE),
            voice=entry["voice"],
            negatable=entry.get("negatable", False),
            denied_may=entry.get("denied_may", False),
            source=entry.get("source", False),
            causal=entry.get("causal", False),
            intervention=entry.get("intervention", False),
            sections=frozenset(entry.get("sections", ())),
            except_sections=frozenset(entry.get("except_sections", ())),
            not_after=_before(entry.get("not_after"), r"[^.;]{0,80}$"),
            not_right_after=_before(entry.get("not_right_after"), r"\s*$"),
            listed=entry.get("listed", False),
        )


def _before(pattern: str | None, rest: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern or '(?!)'}){rest}", re.IGNORECASE)


RULES = tuple(Rule.of(entry) for entry in _TABLE["rule"])


def causes(text: str) -> Iterator[str]:
    """The words by which a text says that one thing brings about another, unless it denies it."""
    for rule in RULES:
        if rule.causal and rule.compiled is not None and not rule.intervention:
            for m in rule.compiled.finditer(text):
                if not _negated(text[: m.start()]):
                    yield m.group().strip()


def words(case: Case) -> Iterator[Flag]:
    """Every rule of the table, on every statement that is not in its exceptions."""
    names = case.condition.known_illnesses
    patterns = _patterns(tuple(n.pattern for n in names))
    sought = [(r, p) for r, p in zip(RULES, patterns, strict=True) if case.may_hold(p)]
    for statement in case.statements:
        if any(
            isinstance(s, RecordSupport) and s.value == statement.text for s in statement.support
        ):
            continue  # a field of the record, word for word
        text = claimed(statement)
        small = fold(text)
        for rule, pattern in sought:
            if not may_stand(pattern, small):
                continue
            if rule.voice == "atlas" and statement.voice == "authors":
                continue
            if statement.section in rule.except_sections:
                continue
            if rule.sections and statement.section not in rule.sections:
                continue
            for m in pattern.finditer(text):
                if not _excused(case, rule, statement, text, m):
                    yield flag(rule.code, statement, f"“{m.group().strip()}” in: {statement.text}")
                    break


@lru_cache(maxsize=16)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The rules' patterns with an illness's names in their place."""
    illness = "(?:" + "|".join((*names, "the illness")) + ")"
    return tuple(
        r.compiled or re.compile(r.pattern.replace("{illness}", illness), re.IGNORECASE)
        for r in RULES
    )


def _excused(case: Case, rule: Rule, statement: Statement, text: str, m: re.Match[str]) -> bool:
    before = text[: m.start()]
    if rule.not_after.search(before) or rule.not_right_after.search(before):
        return True
    # What is listed is a name or a condition of taking part; what came of it is told elsewhere.
    told_there = rule.causal and "harms" in statement.about
    if rule.listed and statement.section == "study_at_a_glance" and not told_there:
        listed = _source_says(statement, m.group())
        if listed or not rule.causal:
            return listed
    if (rule.negatable or rule.denied_may) and denied(statement):
        return True
    if rule.negatable and _negated(before):
        return True
    if rule.causal and (_randomised_comparison(case, statement) or _only_names(statement)):
        return True
    if rule.intervention and not _has_agent(before):
        return True
    return rule.source and _source_says(statement, m.group())


def _negated(before: str) -> bool:
    ends = [e.end() for e in _CLAUSE_END.finditer(before)]
    return bool(_NEGATION.search(before[ends[-1] if ends else 0 :]))


def _randomised_comparison(case: Case, statement: Statement) -> bool:
    """True where every result that the statement tells compares randomised groups."""
    results = case.results_of(statement)
    return bool(results) and all(r.comparison == "between_randomised" for r in results)


def _only_names(statement: Statement) -> bool:
    """Whether results are named and not told: a diagnosis by its cause claims none here."""
    return any(getattr(s, "rule", "") == "more-results" for s in statement.support)


def _has_agent(before: str) -> bool:
    """Whether something that can act (a treatment, a measure, "it") stands before the verb."""
    return bool(before.strip(" ,;:—–-"))


def _source_says(statement: Statement, words: str) -> bool:
    """Whether the quoted source itself uses the word (or, with no quote, a named rule does)."""
    wanted = folded(words).strip(" .,;")
    held = [folded(q.text) for q in quotes(statement)]
    held += [folded(s.text) for s in statement.support if isinstance(s, RuleSupport)]
    return bool(wanted) and any(wanted in text for text in held)

"""What a sentence puts in the place of a scale's name or of a group's is what these stand for.

A questionnaire told by what it measures must stand in the words quoted, with the better end that
the illness's table gives it; a group told by what it had must be the one that the words name there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Flag, RuleSupport, Scale, Statement

from .case import Case, claimed, quotes, rules, unquoted
from .codes import flag

_TURNED = "the groups are exchanged"
_NOTE = re.compile(r"\((lower|higher) is better\)")
_NAMED = re.compile(r"\AGlossary: (?P<name>.+?) means (?P<told>.+?)\. The page says")
_TOLD_WITH = re.compile(r"\bwith (?P<a>[^.;]+?) than with (?P<b>[^.;]+)")
_FIRST_AND_OTHER = re.compile(
    r"(?P<a>(?:[\w'’+-]+ ){1,4}(?:group|arm)s?)\b.*?\b(?:than|compared (?:with|to)|versus|"
    r"relative to) (?:(?:in|of|for|that|those|the) )*(?P<b>(?:[\w'’+-]+ ){0,4}(?:group|arm)s?|"
    r"controls|placebo|sham)\b",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"\b(?:controls?|placebo|sham|comparison|comparator|usual|standard|wait\w*)\b", re.IGNORECASE
)


def scales(case: Case) -> Iterator[Flag]:
    """A scale told by what it measures is quoted, and its better end is the one of the table."""
    for statement in case.statements:
        told = [s for s in rules(statement) if s.rule == "glossary-scale"]
        ends = set(_NOTE.findall(unquoted(statement.text)))
        if ends and not told:
            yield flag("direction-contradicts", statement, "which end is better rests on no scale")
        own = _spelled_out(statement)
        known = [_scale(case, s) for s in told]
        for rule, scale in zip(told, known, strict=True):
            if scale is None or not re.search(scale.pattern, own, re.IGNORECASE):
                yield flag("support-mismatch", statement, f"no such scale is quoted: {rule.text}")
        if told and ends - {s.better for s in known if s is not None}:
            yield flag("direction-contradicts", statement, f"the better end: {statement.text}")


_EXPLAINED = re.compile(r"(?P<words>[^()\[\]]+) [(\[](?P<form>[\w-]+)[)\],;]")


def _spelled_out(statement: Statement) -> str:
    """The quoted words, with each short form as another of the quotes explains it."""
    held = [q.text for q in quotes(statement)]
    own = " ".join(held)
    for explained in filter(None, map(_EXPLAINED.fullmatch, held)):
        own = re.sub(rf"\b{re.escape(explained['form'])}\b", explained["words"], own)
    return own


def _scale(case: Case, rule: RuleSupport) -> Scale | None:
    """The scale that a rule is about, where its source and its better end are the table's."""
    named = _NAMED.match(rule.text)
    for scale in case.condition.scales:
        if named and scale.name == named["name"] and f"Source: {scale.source}" in rule.text:
            ends = set(_NOTE.findall(named["told"]))
            return scale if ends <= {scale.better} and scale.measures in named["told"] else None
    return None


def groups(case: Case) -> Iterator[Flag]:
    """Groups told by what they had stand in the order in which the quoted words set them."""
    for statement in case.statements:
        named = {r.rule for r in rules(statement)}
        if not named & {"between-retold", "result-between"}:
            continue
        fault = _exchanged(case, statement)
        if fault and (fault == _TURNED or "between-retold" in named):
            yield flag("direction-contradicts", statement, f"{fault}: {statement.text}")


def _exchanged(case: Case, statement: Statement) -> str | None:
    told = _TOLD_WITH.search(claimed(statement))
    if told is None:
        return None
    held = [re.sub(r"\s*\([^()]*\)", "", " ".join(q.text.split())) for q in quotes(statement)]
    found = (_in_order(text) for text in held)
    theirs = next((f for f in found if f is not None), None)
    if theirs is None:
        return "groups are told by what they had, and no two are quoted"
    first, other = (_COMPARED_WITH.search(name) is not None for name in theirs)
    if first == other:
        return None
    compared = [c.casefold() for c in case.reading.comparators]
    turned = any(c in told["a"].casefold() and c not in told["b"].casefold() for c in compared)
    given = [c.casefold() for c in case.reading.interventions]
    straight = any(c in told["a"].casefold() and c not in told["b"].casefold() for c in given)
    if (turned and not first) or (straight and not turned and first):
        return _TURNED
    return None


_CHANGE_IN = re.compile(
    r"(?P<n>\d+(?:\.\d+)?)[^\d.;]{0,30}?\bin (?:the )?"
    r"(?P<group>(?:[\w'’+-]+ ){0,4}(?:group|arm))\b",
    re.IGNORECASE,
)


def _in_order(text: str) -> tuple[str, str] | None:
    """The two groups that a text sets against each other, the one with more of a change first."""
    told = _FIRST_AND_OTHER.search(text)
    if told is not None:
        return told["a"], told["b"]
    figures = list(_CHANGE_IN.finditer(text))
    if len(figures) != 2:
        return None
    more, less = sorted(figures, key=lambda f: -float(f["n"]))
    return more["group"], less["group"]

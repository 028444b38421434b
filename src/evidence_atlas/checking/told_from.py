"""A finding against the sentence that it is told from: whose it is, and set against what.

A group, or a comparison, that the sentence does not hold was put there by an exchange of short
forms, by brackets that were cut, or by a frame that says more than the sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from evidence_atlas.records import Flag, Statement, results_in, sentences_in
from evidence_atlas.records.cues import cue
from evidence_atlas.records.kept_patterns import compiled

from .case import FINDING_SECTIONS, Case, claimed, quotes, table
from .codes import flag

_WORDS: dict[str, str] = table("told_from.toml")

_FORM = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*\b")
_SET_AGAINST = cue(r"\b(?:compared (?:with|to)|versus)\b")
_COMPARES = re.compile(_WORDS["compares"], re.IGNORECASE)
_GROUP_IN_BRACKETS = re.compile(_WORDS["group_in_brackets"], re.IGNORECASE)
_START = cue(r"\bthan (?:at the start|before)\b")
_TIME_OR_CHANGE = re.compile(_WORDS["time_or_change"], re.IGNORECASE)


def groups(case: Case) -> Iterator[Flag]:
    """No group is named more often than in the sentence told, and none loses its mark."""
    illnesses = (*case.condition.names, *case.condition.other_conditions)
    for statement, own in _findings(case):
        # A name of an illness is no group: it may well be told in full and in short.
        text = claimed(statement)
        for name in illnesses if _FORM.search(text) else ():
            text = compiled(name.pattern).sub(" ", text)
        there = Counter(_FORM.findall(own))
        for form, times in Counter(_FORM.findall(text)).items():
            if 0 < there[form] < times and f"({form}" in case.source:
                yield flag("people-confused", statement, f"{form}, told {times} times, is one")
        if _SET_AGAINST.search(text) and not _COMPARES.search(own):
            yield flag("people-confused", statement, f"set against nobody in its source: {text}")
        marks = set(_GROUP_IN_BRACKETS.findall(own))
        if len(marks) > 1 and not any(mark in text for mark in marks):
            yield flag("people-confused", statement, f"which group had what is lost: {text}")


def start(case: Case) -> Iterator[Flag]:
    """ "Than at the start" is told of what the source tells of a time or a change."""
    for statement, own in _findings(case):
        if _START.search(claimed(statement)) and not _TIME_OR_CHANGE.search(own):
            yield flag(
                "comparison-contradicts", statement, f"nothing tells of a start: {statement.text}"
            )


def _findings(case: Case) -> Iterator[tuple[Statement, str]]:
    """Findings, each with the words of the source sentences that its quotes stand in."""
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS:
            continue
        if not (results_in(statement.about) or sentences_in(statement.about)):
            continue
        own = [q for q in quotes(statement) if q.field == "abstract"]
        around = [
            s.text
            for s in case.reading.sentences
            if any(s.start < q.end and q.start < s.end for q in own)
        ]
        if around:
            yield statement, " ".join(around)

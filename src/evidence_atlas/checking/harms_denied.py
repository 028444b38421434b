"""A page that says that no harm is mentioned, while another of its sentences tells of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from evidence_atlas.records import Flag, Statement

from .case import FINDING_SECTIONS, Case, claimed, quotes, table
from .codes import flag

_TABLE = table("harms_denied.toml")
_SILENT, _YET, _CALLED, _BAD, _COUNTED, _NOT_SO = (
    re.compile(_TABLE[name], re.IGNORECASE)
    for name in ("silent", "yet", "called", "bad", "counted", "not_so")
)
_CLAUSE = re.compile(r"[.;:]\s|,\s(?:and|but|while|whereas)\s")
_TELLING = FINDING_SECTIONS | {"inferred_conclusions"}


def harms_denied(case: Case) -> Iterator[Flag]:
    """Where a sentence tells of a harm, none may say that the abstract mentions none."""
    if not case.may_hold(_SILENT) or case.withdrawn:
        return
    silent = next((s for s in case.statements if _silent(s)), None)
    if silent is None:
        return
    for statement in case.statements:
        if statement.section not in _TELLING or _SILENT.search(statement.text):
            continue
        found = _tells(case, statement)
        if found:
            detail = f"“{silent.text}” stands beside “{found}” in: {statement.text}"
            yield flag("harms-denied", statement, detail)
            return


def harm_named(text: str) -> bool:
    """Whether a text names a bad thing that what was given may have brought."""
    return _BAD.search(text) is not None


def _silent(statement: Statement) -> bool:
    return bool(_SILENT.search(statement.text)) and not _YET.search(statement.text)


def _tells(case: Case, statement: Statement) -> str | None:
    """The words that tell of a harm, in the sentence or as the words that it rests on were read."""
    held = case.reading.quotes
    read = [*held.get("harms.happened", ()), *held.get("harms.worsened", ())]
    named = {q.text.casefold() for q in held.get("harms.happened_as", ())}
    text = claimed(statement)
    for quote in read:
        rests = any(
            q.field == quote.field and q.start < quote.end and quote.start < q.end
            for q in quotes(statement)
        )
        for words in named if rests else ():
            if words in text.casefold():
                return words
    for clause in _CLAUSE.split(text):
        if _NOT_SO.search(clause) or not _COUNTED.search(clause):
            continue
        match = _CALLED.search(clause) or _BAD.search(clause)
        if match is not None and _given(case).search(clause):
            return match.group()
    return None


def _given(case: Case) -> re.Pattern[str]:
    """How a clause tells that it came with what was given, or to one of the groups."""
    return _with(tuple(case.reading.interventions))


@lru_cache(maxsize=64)
def _with(treatments: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in treatments) or "treatment"
    return re.compile(_TABLE["with_it"].replace("TREATMENT", names), re.IGNORECASE)

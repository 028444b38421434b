"""The gate: every rule on one page, failing closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evidence_atlas.records import (
    Condition,
    Flag,
    Grades,
    Link,
    Page,
    Reading,
    Record,
    StudyFacts,
    as_written,
)

from . import badges, codes, conclusions, harms_denied, pictures, record_type, warnings
from .case import Case
from .sentence_rules import SENTENCE_RULES, Rule

RULES: tuple[Rule, ...] = (
    *SENTENCE_RULES,
    record_type.tense,
    record_type.retraction,
    record_type.harms,
    harms_denied.harms_denied,
    conclusions.hedges,
    badges.pairs,
    badges.contradictions,
    badges.text,
    pictures.picture,
    warnings.terms,
    warnings.length,
    warnings.figures,
    warnings.duplicates,
    warnings.topic,
)


def check(
    page: Page,
    record: Record,
    reading: Reading,
    grades: Grades,
    links: Sequence[Link],
    others: Mapping[str, StudyFacts],
    condition: Condition,
) -> tuple[Flag, ...]:
    """All flags against a page, critical ones first, in the order of the published codes.

    Never raises: a rule that breaks gives the critical flag `check-failed`, so that a page
    that could not be checked is not published.
    """
    condition = as_written(condition, record)
    return run(Case(page, record, reading, grades, tuple(links), others, condition), RULES)


def run(case: Case, rules: Iterable[Rule]) -> tuple[Flag, ...]:
    """The flags of some rules on one page."""
    found: list[Flag] = []
    for rule in rules:
        try:
            found.extend(rule(case))
        except Exception as error:  # the gate fails closed, whatever broke
            where = f"{rule.__module__.rsplit('.', 1)[-1]}.{rule.__name__}"
            found.append(
                codes.flag("check-failed", None, f"{where}: {type(error).__name__}: {error}")
            )
    order = {code: n for n, code in enumerate(codes.CODES)}
    unique = dict.fromkeys(found)
    return tuple(
        sorted(unique, key=lambda f: (f.severity, order[f.code], f.statement or "", f.detail))
    )


def held(flags: Iterable[Flag]) -> bool:
    """True where a critical flag stands: the page waits for an editor."""
    return any(f.severity == "CRITICAL" for f in flags)

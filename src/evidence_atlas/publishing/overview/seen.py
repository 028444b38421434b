"""From a published study to the facts of it that stand beside those of others."""

from __future__ import annotations

import re
from importlib import resources

from ...records import (
    HARMS,
    Condition,
    PublishedStudy,
    Reading,
    Record,
    RuleSupport,
    Statement,
    results_in,
    texts,
)
from ...records.names import author_keys, citation_label
from ...records.written_tables import parsed
from ..columns import author_name
from .counting import CONTROLS
from .values import Seen, Sentence, Told

SAME_PEOPLE = frozenset(
    {"same participants", "version of", "preprint of", "supersedes", "reanalyses"}
)
"""Links between papers on the same people: they count once."""

_MENTIONS = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in parsed(
        resources.files(__package__).joinpath("mentions.toml").read_text(encoding="utf-8")
    ).items()
}
_BELOW = "harms-below"
"""The rule by which a summary says only where harms are told."""
_SECTIONS = ("observed_findings", "quick_summary")


def seen(study: PublishedStudy, condition: Condition) -> Seen:
    """The facts of a study. Of a held page nothing but the record may be used."""
    reading, grades, record = study.reading, study.grades, study.record
    shown = study.status == "published"
    level = grades.badges.get("level")
    criterion = condition.criterion
    ours = grades.value("context") == "the illness"
    badge = grades.value(criterion.key) if criterion else None
    return Seen(
        key=study.key,
        slug=study.slug,
        label=citation_label(record),
        title=record.title,
        year=record.year,
        status=study.status,
        study_type=grades.value("study_type"),
        level=grades.value("level"),
        contested=bool(level and level.contested),
        certainty=grades.value("certainty"),
        criterion=badge,
        criterion_words=(criterion.values.get(badge, badge) if criterion and badge else ""),
        record_state=grades.value("record_state"),
        people=reading.participants.total,
        illness=_illness(reading, condition, ours=ours),
        ours=ours,
        adults_or_children=reading.who.adults_or_children,
        severity=reading.who.severity,
        mentions=_mentions(record),
        journal=record.journal.title or record.journal.iso_abbreviation or "",
        authors=tuple(author_name(a) for a in record.authors),
        author_keys=author_keys(record),
        topics=grades.topics.value,
        definitions=reading.case_definitions,
        treatments=reading.interventions,
        comparators=reading.comparators,
        told=_told(study) if shown else (),
        harms=reading.harms.status,
        harms_sentence=_harms(study) if shown else None,
        people_sentence=_about(study, "participants", "quick_summary") if shown else None,
        against_sentence=_about(study, "comparators", "study_at_a_glance") if shown else None,
        registration=reading.registration or "",
        two_groups=_two_groups(reading),
        same_people=tuple(
            sorted(
                {
                    key
                    for link in study.links
                    if link.link.kind in SAME_PEOPLE
                    for key in (link.link.source, link.link.target)
                    if key and key != study.key
                }
            )
        ),
    )


def _illness(reading: Reading, condition: Condition, *, ours: bool) -> str:
    """The illness of the people studied. A study of another illness may name the atlas's too."""
    named = [n for n in (reading.condition_as_named, *reading.conditions) if n]
    if not ours:
        here = {n.name for n in condition.names}
        named = [n for n in named if n not in here]
    return next(iter(named), "")


def _two_groups(reading: Reading) -> bool:
    """Whether a comparison can only be of patients with people who are named as controls."""
    groups = reading.participants.groups
    controls = [g for g in groups if g.kind == "controls" and CONTROLS.search(g.name)]
    patients = [g for g in groups if g.kind == "patients"]
    return len(groups) == 2 and len(controls) == len(patients) == 1


def _mentions(record: Record) -> tuple[str, ...]:
    said = "\n".join(texts(record).values())
    return tuple(name for name, pattern in sorted(_MENTIONS.items()) if pattern.search(said))


def _told(study: PublishedStudy) -> tuple[Told, ...]:
    """Every result that a sentence of the page tells, with that sentence; harms apart."""
    by_result: dict[int, Statement] = {}
    for name in _SECTIONS:
        for section in study.page.sections:
            if section.name == name:
                for statement in section.statements:
                    for number in results_in(statement.about):
                        by_result.setdefault(number, statement)
    told = []
    for number, statement in sorted(by_result.items()):
        if number >= len(study.reading.results):
            continue
        result = study.reading.results[number]
        if result.outcome == HARMS:
            continue
        told.append(
            Told(
                outcome=result.outcome or "",
                direction=result.direction,
                comparison=result.comparison,
                scope=result.scope,
                sentence=_sentence(statement),
                sense=result.better_or_worse,
                who=result.who or "",
                against=result.against or "",
                clause=result.text,
            )
        )
    return tuple(told)


def _about(study: PublishedStudy, path: str, section: str) -> Sentence | None:
    for statement in study.page.statements():
        if statement.section == section and path in statement.about:
            return _sentence(statement)
    return None


def _harms(study: PublishedStudy) -> Sentence | None:
    """The sentence on harms: of the summary, or of the findings where that only leads there."""
    for statement in study.page.statements():
        if statement.section == "quick_summary" and "harms" in statement.about:
            rules = {s.rule for s in statement.support if isinstance(s, RuleSupport)}
            below = _about(study, "harms", "observed_findings") if _BELOW in rules else None
            return below or _sentence(statement)
    return None


def _sentence(statement: Statement) -> Sentence:
    return Sentence(id=statement.id, text=statement.text, deep="standard" not in statement.depths)

"""Lists: by year, topic, case definition, journal and author. Plain, and complete."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...records import Condition
from .counting import is_withdrawn, worth
from .names import slug
from .values import Brief, Chart, Listed, Question, Seen, YearRow

NOT_GRADED = "Not graded"


def timeline(studies: Iterable[Seen]) -> tuple[YearRow, ...]:
    """Published studies by year, newest first; retracted ones and studies without a year out."""
    levels: dict[int, dict[str, int]] = {}
    types: dict[int, dict[str, int]] = {}
    for study in studies:
        if study.year is None or study.status != "published" or is_withdrawn(study):
            continue
        for table, value in (
            (levels, study.level or NOT_GRADED),
            (types, study.study_type or ""),
        ):
            counted = table.setdefault(study.year, {})
            counted[value] = counted.get(value, 0) + 1
    return tuple(
        YearRow(year=year, levels=levels[year], types=types[year], total=sum(levels[year].values()))
        for year in sorted(levels, reverse=True)
    )


def topics(
    studies: Sequence[Seen],
    condition: Condition,
    treatments: Sequence[Chart],
    questions: Sequence[Question],
) -> tuple[Listed, ...]:
    """Each topic of the illness with its studies, those that weigh most first."""
    found = []
    by_slug = {s.slug: s for s in studies}
    for topic in condition.topics:
        mine = [s for s in studies if topic.key in s.topics and not is_withdrawn(s)]
        about = [
            Brief(key=q.key, name=q.name, group=q.group, count=len(q.blocks))
            for q in questions
            if _mostly(topic.key, [by_slug[b.study.slug] for b in q.blocks])
        ]
        inside = {s.slug for s in mine}
        charts = [
            c.key
            for c in treatments
            if any(m.study.slug in inside for r in c.rows for m in r.marks)
        ]
        found.append(
            Listed(
                key=topic.key,
                name=topic.name,
                words=topic.words,
                slugs=tuple(s.slug for s in sorted(mine, key=worth)),
                charts=tuple(charts),
                questions=tuple(about),
            )
        )
    return tuple(found)


def _mostly(topic: str, studies: Sequence[Seen]) -> bool:
    """Whether at least half of a question's studies bear on a topic."""
    return 2 * sum(topic in s.topics for s in studies) >= len(studies)


def definitions(studies: Sequence[Seen], condition: Condition) -> tuple[Listed, ...]:
    """Each case definition with the studies that took people by it."""
    return tuple(
        Listed(
            key=slug(d.name),
            name=d.name,
            words=d.words,
            slugs=tuple(
                s.slug
                for s in sorted(studies, key=worth)
                if d.name in s.definitions and s.status == "published" and not is_withdrawn(s)
            ),
        )
        for d in condition.case_definitions
    )


def journals(studies: Iterable[Seen]) -> tuple[Listed, ...]:
    return _grouped((study.journal, study) for study in studies)


def authors(studies: Iterable[Seen]) -> tuple[Listed, ...]:
    """Each name as printed with its papers. Two people may bear one name."""
    return _grouped((name, study) for study in studies for name in study.authors)


def _grouped(pairs: Iterable[tuple[str, Seen]]) -> tuple[Listed, ...]:
    """Lists by name, newest first within; names of one key are one list under its first name."""
    names: dict[str, str] = {}
    found: dict[str, dict[str, Seen]] = {}
    for name, study in pairs:
        key = slug(name)
        if key:
            names.setdefault(key, name)
            found.setdefault(key, {})[study.slug] = study
    return tuple(
        Listed(
            key=key,
            name=names[key],
            words="",
            slugs=tuple(
                s.slug for s in sorted(found[key].values(), key=lambda s: (-(s.year or 0), s.slug))
            ),
        )
        for key in sorted(found, key=lambda k: (names[k].casefold(), k))
    )

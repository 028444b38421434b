"""One record as the contract of `atlas read --json` gives it, out of what was made of it."""

from __future__ import annotations

from typing import Any

import msgspec

from ..records import (
    Because,
    Design,
    Flag,
    Grades,
    Link,
    Page,
    Picture,
    Reading,
    Record,
    Result,
    Statement,
    Value,
    Who,
    texts,
)
from .columns import author_name
from .contract import (
    SCHEMA_VERSION,
    BecauseOut,
    DesignOut,
    GradeOut,
    HarmsOut,
    LinkOut,
    MarkOut,
    PageOut,
    ParticipantsOut,
    PictureOut,
    ReadingOut,
    ReadOut,
    RecordOut,
    ResultOut,
    SectionOut,
    StatementOut,
    WhoOut,
)


def read_out(
    key: str,
    slug: str,
    record: Record,
    reading: Reading,
    grades: Grades,
    page: Page,
    links: tuple[Link, ...],
    flags: tuple[Flag, ...],
    criterion: str | None,
) -> ReadOut:
    """The contract's object for one record; `criterion` is the key of the illness's criterion."""
    return ReadOut(
        schema_version=SCHEMA_VERSION,
        key=key,
        pmid=record.pmid,
        doi=record.doi,
        title=record.title,
        slug=slug,
        record=RecordOut(
            authors=tuple(author_name(a) for a in record.authors),
            journal=record.journal.title or record.journal.iso_abbreviation,
            year=record.year,
            language=record.languages[0] if record.languages else None,
            abstract_kind=record.abstract_kind,
        ),
        texts=texts(record),
        reading=_reading(reading),
        grades=_grades(grades, criterion),
        page=PageOut(
            reading_minutes=page.reading_minutes,
            sections=tuple(
                SectionOut(
                    name=section.name,
                    statements=tuple(_statement(s) for s in section.statements),
                )
                for section in page.sections
            ),
            picture=_picture(page.picture),
        ),
        links=tuple(
            LinkOut(
                kind=x.kind,
                source=x.source,
                target=x.target,
                target_pmid=x.target_pmid,
                because=_because(x.because),
            )
            for x in links
        ),
        numbers_checked=reading.numbers_checked,
        flags=flags,
    )


def _same(kind: type[Value], value: Value) -> Any:
    """The fields of `kind` taken from a value that has them all."""
    return kind(**{name: getattr(value, name) for name in kind.__struct_fields__})


def _statement(s: Statement) -> StatementOut:
    return StatementOut(id=s.id, text=s.text, depths=s.depths, support=s.support)


def _picture(picture: Picture | None) -> PictureOut | None:
    if picture is None:
        return None
    marks = tuple(
        MarkOut(part=m.part, n=m.n, words=m.words, note=m.note, way=m.way, said=_statement(m.said))
        for m in picture.marks
    )
    return PictureOut(form=picture.form, marks=marks)


def _reading(reading: Reading) -> ReadingOut:
    who: Who = reading.who
    design: Design = reading.design
    results: tuple[Result, ...] = reading.results
    return ReadingOut(
        unread=reading.unread,
        sentences=reading.sentences,
        participants=_same(ParticipantsOut, reading.participants),
        who=_same(WhoOut, who),
        funding=reading.funding,
        interests=reading.interests,
        registration=reading.registration,
        design=_same(DesignOut, design),
        conditions=reading.conditions,
        case_definitions=reading.case_definitions,
        interventions=reading.interventions,
        outcomes=reading.outcomes,
        results=tuple(_same(ResultOut, r) for r in results),
        harms=_same(HarmsOut, reading.harms),
    )


def _grades(grades: Grades, criterion: str | None) -> dict[str, GradeOut]:
    found = {}
    for name, grade in grades.badges.items():
        out = GradeOut(value=grade.value, because=_because(grade.because), version=grade.version)
        if name == "level":
            out = msgspec.structs.replace(out, contested=grade.contested, linked=grade.linked)
        elif name == criterion:
            out = msgspec.structs.replace(
                out, by_definition=grade.by_definition, by_study=grade.by_study
            )
        found[name] = out
    topics = grades.topics
    found["topics"] = GradeOut(
        value=topics.value, because=_because(topics.because), version=topics.version
    )
    return found


def _because(steps: tuple[Because, ...]) -> tuple[BecauseOut, ...]:
    return tuple(BecauseOut(rule=b.rule, text=b.text, quote=b.quote) for b in steps)

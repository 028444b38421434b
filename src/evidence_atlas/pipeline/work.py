"""The pure work of each stage, bytes in and bytes out, so that it can run in any process.

Nothing here knows the data base.
"""

from __future__ import annotations

from collections.abc import Callable

from ..records import Condition, Flag, Grades, Page, Reading, Record, StudyFacts, from_json, to_json
from .components import Components
from .outputs import Around, Checked, Graded

Work = Callable[[Components, Condition, tuple[bytes, ...]], bytes]


def read(components: Components, condition: Condition, args: tuple[bytes, ...]) -> bytes:
    (record,) = args
    return to_json(components.read(from_json(record, Record), condition))


def grade(components: Components, condition: Condition, args: tuple[bytes, ...]) -> bytes:
    record, reading = from_json(args[0], Record), from_json(args[1], Reading)
    on_topic, because = components.on_topic(record, reading, condition)
    grades = components.grade(record, reading, condition)
    return to_json(Graded(grades=grades, on_topic=on_topic, because=because))


def facts(components: Components, condition: Condition, args: tuple[bytes, ...]) -> bytes:
    key, slug, record, reading, graded = args
    return to_json(
        components.facts(
            key.decode(),
            slug.decode(),
            from_json(record, Record),
            from_json(reading, Reading),
            from_json(graded, Graded).grades,
            condition,
        )
    )


def level(components: Components, condition: Condition, args: tuple[bytes, ...]) -> bytes:
    graded, own, around = args
    near = from_json(around, Around)
    return to_json(
        components.level(
            from_json(graded, Graded).grades,
            from_json(own, StudyFacts),
            near.links,
            near.by_key(),
        )
    )


def summarise(components: Components, condition: Condition, args: tuple[bytes, ...]) -> bytes:
    record, reading, grades = args
    return to_json(
        components.summarise(
            from_json(record, Record), from_json(reading, Reading), from_json(grades, Grades)
        )
    )


def draft(components: Components, condition: Condition, args: tuple[bytes, ...]) -> bytes:
    key, brief, record, reading, grades, around = args
    near = from_json(around, Around)
    return to_json(
        components.draft(
            key.decode(),
            from_json(brief, components.brief),
            from_json(record, Record),
            from_json(reading, Reading),
            from_json(grades, Grades),
            near.links,
            near.by_key(),
            condition,
        )
    )


def check(components: Components, condition: Condition, args: tuple[bytes, ...]) -> bytes:
    page, record, reading, grades, around = args
    near = from_json(around, Around)
    flags: tuple[Flag, ...] = components.check(
        from_json(page, Page),
        from_json(record, Record),
        from_json(reading, Reading),
        from_json(grades, Grades),
        near.links,
        near.by_key(),
        condition,
    )
    return to_json(Checked(flags=flags, held=components.held(flags)))

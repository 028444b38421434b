"""The real rooms as `Components`."""

from __future__ import annotations

from .. import checking, grading, reading, records, sources, writing
from ..records import duplicates, lineage, slugs
from .components import Components


def components() -> Components:
    """What every run but a test uses; in a function so that a worker can call it too."""
    return Components(
        versions={
            "sources": sources.VERSION,
            "records": records.VERSION,
            "reading": reading.VERSION,
            "grading": grading.VERSION,
            "writing": writing.VERSION,
            "checking": checking.VERSION,
        },
        brief=writing.Brief,
        read_file=sources.read_file,
        candidate_slug=slugs.candidate_slug,
        group=duplicates.group,
        lineage=lineage.links,
        read=reading.read,
        grade=grading.grade,
        on_topic=grading.on_topic,
        facts=grading.facts,
        find_links=grading.find_links,
        level=grading.level,
        summarise=writing.summarise,
        draft=writing.draft,
        check=checking.check,
        held=checking.held,
        shown=checking.shown,
    )

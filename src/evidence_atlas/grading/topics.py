"""The topics a study belongs to: from its title, abstract, MeSH headings and keywords."""

from __future__ import annotations

from evidence_atlas.records import Condition, Reading, Record, Topic, TopicGrade

from .passages import find, passages, step
from .patterns import compiled
from .version import VERSION

_NOT_THE_SUBJECT = ("background", "other")


def topics(record: Record, reading: Reading, condition: Condition) -> TopicGrade:
    """Every topic named in the title, in MeSH or keywords, or where the abstract reports.

    Where the sentences have roles, a word that stands only in the background makes no topic.
    """
    every = passages(record, reading)
    told = any(p.role not in ("title", *_NOT_THE_SUBJECT) for p in every)
    where = tuple(p for p in every if not told or p.role != "background")
    headings = {m.descriptor for m in record.mesh}
    # All before the first is sought: a new pattern after a scan means to scan anew.
    for topic in condition.topics:
        compiled(topic.pattern)
    found, because = [], []
    for topic in condition.topics:
        at = find(topic.pattern, where)
        if at is not None:
            because.append(step("topic-words", f"{topic.name}: the text speaks of it.", at))
        elif heading := next((h for h in topic.mesh if h in headings), None):
            because.append(step("topic-mesh", f"{topic.name}: indexed under {heading}."))
        elif word := _keyword(topic, record):
            because.append(step("topic-keyword", f"{topic.name}: keyword {word}."))
        else:
            continue
        found.append(topic.key)
    return TopicGrade(value=tuple(found), because=tuple(because), version=VERSION)


def _keyword(topic: Topic, record: Record) -> str | None:
    """The first keyword that names the topic."""
    finder = compiled(topic.pattern)
    return next((k.text for k in record.keywords if finder.search(k.text)), None)

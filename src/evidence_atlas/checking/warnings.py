"""What an editor should see and a reader may read meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Flag
from evidence_atlas.records.names import author_keys
from evidence_atlas.records.needles import fold, may_stand
from evidence_atlas.records.readability import grade, sentences, words

from .case import Case, folded
from .codes import flag

LONGEST_SENTENCE = 25
HIGHEST_GRADE = 8.0


def terms(case: Case) -> Iterator[Flag]:
    """A technical term in Quick is explained where it first stands."""
    seen = ""
    summary = case.section("quick_summary")
    whole = fold("\n".join(s.text for s in summary))
    sought = [
        (entry, pattern)
        for entry in case.condition.glossary
        if may_stand(pattern := re.compile(entry.pattern, re.IGNORECASE), whole)
    ]
    for statement in summary:
        seen = folded(f"{seen} {statement.text}")
        for entry, pattern in sought:
            m = pattern.search(statement.text)
            if m and folded(entry.gloss) not in seen and folded(entry.plain) not in seen:
                yield flag("unexplained-term", statement, f"“{m.group()}” in: {statement.text}")


def length(case: Case) -> Iterator[Flag]:
    """No sentence over 25 words in Quick; the whole at reading grade 8 or lower."""
    summary = case.section("quick_summary")
    for statement in summary:
        for sentence in sentences(statement.text):
            n = len(words(sentence))
            if n > LONGEST_SENTENCE:
                yield flag("long-sentence", statement, f"{n} words: {sentence}")
    found = grade(" ".join(s.text for s in summary))
    if found > HIGHEST_GRADE:
        yield flag("reading-grade", None, f"the Quick Summary is at grade {found:.1f}")


def figures(case: Case) -> Iterator[Flag]:
    """Figures of the abstract that do not fit together."""
    if case.reading.participants.adds_up is False:
        yield flag("figure-unreconciled", None, "the groups and the total do not add up")
    for check in case.reading.numbers_checked:
        if check.verdict == "does not fit under the readings tried":
            yield flag("figure-unreconciled", None, check.claim)


def duplicates(case: Case) -> Iterator[Flag]:
    """Another study by the very same authors, within a year, of the very same size."""
    authors = author_keys(case.record)
    size = case.reading.participants.total
    if len(authors) < 2 or size is None:
        return
    linked = {k for link in case.links for k in (link.source, link.target)}
    for key in sorted(case.others):
        other = case.others[key]
        if (
            other.authors == authors
            and other.size == size
            and key != case.page.study
            and key not in linked
            and abs((other.year or 0) - (case.record.year or 0)) <= 1
        ):
            yield flag("possible-duplicate", None, f"perhaps the same study as {other.label}")


def topic(case: Case) -> Iterator[Flag]:
    """A record that may not be about the illness."""
    if case.grades.value("context") == "off topic":
        yield flag("off-topic", None, "the record may not be about the illness")

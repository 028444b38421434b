"""What the list of studies needs of a page, worked out once when the page is published."""

from __future__ import annotations

import re

from ..records import Author, Condition, PublishedStudy, Record, Value, from_json

_SHOWN_AUTHORS = 3
_NOT_WORD = re.compile(r"[^\w]+")


class Columns(Value, frozen=True):
    """The columns of an `EditionEntry`, places in the orders apart."""

    study: str
    slug: str
    version: str
    status: str
    pmid: str
    doi: str
    title: str
    title_language: str
    authors: str
    first_author: str
    journal: str
    year: int | None
    level: str
    contested: bool
    certainty: str
    criterion: str
    study_type: str
    peer_review: str
    review_state: str
    record_state: str
    context: str
    harms: str
    people: int | None
    topics: str
    words: str
    summary: str
    critical_flags: int
    warnings: int


def columns(published: PublishedStudy, condition: Condition) -> Columns:
    """What the list shows of a published study, an absent badge as empty text."""
    record, grades = published.record, published.grades
    badges = {
        name: grades.value(name) or ""
        for name in (
            "level", "certainty", "study_type", "peer_review", "review_state",
            "record_state", "context",
        )
    }  # fmt: skip
    criterion = condition.criterion.key if condition.criterion else ""
    level = grades.badges.get("level")
    severities = [flag.severity for flag in published.flags]
    names = [author_name(a) for a in record.authors]
    journal = record.journal.title or record.journal.iso_abbreviation or ""
    return Columns(
        study=published.key,
        slug=published.slug,
        version=published.version,
        status=published.status,
        pmid=record.pmid or "",
        doi=record.doi or "",
        title=record.title,
        title_language=_title_language(record),
        authors=_authors(names),
        first_author=names[0] if names else "",
        journal=journal,
        year=record.year,
        contested=level.contested if level else False,
        criterion=(grades.value(criterion) or "") if criterion else "",
        harms=published.reading.harms.status,
        people=published.reading.participants.total,
        topics="".join(f"|{t}" for t in grades.topics.value) + "|" if grades.topics.value else "",
        words=" ".join(
            [record.title, *names, journal, record.pmid or "", record.doi or ""]
        ).casefold(),
        summary=_summary(published),
        critical_flags=severities.count("CRITICAL"),
        warnings=severities.count("WARNING"),
        **badges,
    )


def author_name(author: Author) -> str:
    """`See DM`, or the name of the group."""
    if author.collective:
        return author.collective
    given = author.initials or "".join(word[0] for word in (author.fore or "").split())
    return " ".join(part for part in (author.last, given) if part)


def sort_text(text: str) -> str:
    """Letters and digits only, case-folded: the same order whatever the data base."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def read_columns(payload: bytes) -> Columns:
    return from_json(payload, Columns)


def _authors(names: list[str]) -> str:
    if len(names) <= _SHOWN_AUTHORS + 1:
        return ", ".join(names)
    return f"{', '.join(names[:_SHOWN_AUTHORS])} and {len(names) - _SHOWN_AUTHORS} others"


def _title_language(record: Record) -> str:
    """The language of the title as shown; NLM puts a translated title in brackets."""
    if record.title.startswith("[") or not record.languages:
        return "eng"
    return record.languages[0]


def _summary(published: PublishedStudy) -> str:
    if published.status != "published":
        return ""
    for section in published.page.sections:
        if section.name == "quick_summary" and section.statements:
            return section.statements[0].text
    return ""

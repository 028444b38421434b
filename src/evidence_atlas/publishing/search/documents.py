"""A published study as the index holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...records import (
    Author,
    PublishedStudy,
    QuoteSupport,
    Record,
    RecordSupport,
    Statement,
    to_json,
)
from ..columns import Columns, author_name
from ..listing import NONE, Entry
from . import fields
from .language import SEVERE

_TAG = re.compile(r"<[^<>]{1,40}>")
_NOT_SHOWN = {"revision_history", "sources_and_versions"}
Document = dict[str, list[Any]]


def document(
    study: PublishedStudy, columns: Columns, places: Mapping[str, int], *, notice: bool = False
) -> Document:
    """Everything that can be asked of a study, and what a list shows of it.

    `places` are the study's places in the edition's orders; `notice`: it is about another study
    here, which is to come first. Of the abstract only the index of
    its words is kept: `entry` and `sentences`, which can be read back, are ours.
    """
    record = study.record
    told = _sentences(study)
    names = [_named(a) for a in record.authors]
    treatments = _treatments(study)
    subjects = [
        *(m.descriptor for m in record.mesh), *(k.text for k in record.keywords),
        *record.chemicals, *treatments, columns.study_type,
    ]  # fmt: skip
    title = [clean(t) for t in (record.title, record.vernacular_title or "") if t]
    head = [*subjects, *(s.text for section, s in told if section == "quick_summary")]
    text = [
        *title, *head, *(s.text for section, s in told if section != "quick_summary"),
        *(clean(s.text) for s in record.abstract), *names, columns.journal, str(record.year or ""),
    ]  # fmt: skip
    found: Document = {
        # A notice repeats the title of the paper that it is about, and little else: it is found by
        # the same words, and must not come before the paper.
        **({fields.NOTICE: title} if notice else {fields.TITLE: title, fields.HEAD: head}),
        fields.ALL: text,
        fields.PLAIN: text,
        fields.AUTHORS: names,
        fields.FIRST: names[:1],
        fields.JOURNAL: [n for n in (record.journal.title, record.journal.iso_abbreviation) if n],
        fields.IDS: ids(study.record, *study.other_records),
        fields.STATUS: [columns.status],
        fields.CONTESTED: ["yes" if columns.contested else "no"],
        fields.ENTRY: [to_json(entry(columns))],
        fields.SENTENCES: [to_json([(_shown(s), fields.joined(s.text)) for _, s in told])],
        **facets(study, columns, treatments),
        **{name: [place] for name, place in places.items()},
    }
    if columns.year is not None:
        found[fields.YEAR] = [columns.year]
    return found


def facets(study: PublishedStudy, columns: Columns, treatments: list[str]) -> Document:
    """The values that narrow the list; `NONE` where a badge is absent."""
    found: Document = {
        name: [getattr(columns, name) or NONE]
        for name in fields.FACETS
        if name not in ("topic", "treatment", "who")
    }
    found["topic"] = [t for t in columns.topics.split("|") if t] or [NONE]
    found["treatment"] = treatments
    found["who"] = who(study)
    return found


def who(study: PublishedStudy) -> list[str]:
    """Which people the text says were studied: children, adults, severe (severely ill)."""
    people = study.reading.who
    ages = {"both": ["children", "adults"], None: []}
    found = ages.get(people.adults_or_children, [str(people.adults_or_children)])
    return [*found, "severe"] if SEVERE.search(people.severity or "") else found


def ids(*records: Record) -> list[str]:
    """The numbers by which a study is known, in lower case."""
    numbers = (n for r in records for n in (r.pmid, r.doi, r.pmcid) if n)
    return list(dict.fromkeys(n.casefold() for n in numbers))


def entry(columns: Columns) -> Entry:
    """The study as a list shows it."""
    shared = {f: getattr(columns, f) for f in Entry.__struct_fields__ if hasattr(columns, f)}
    optional = (
        "pmid", "doi", "level", "certainty", "criterion", "study_type", "peer_review",
        "review_state", "record_state", "context", "harms",
    )  # fmt: skip
    return Entry(
        **{
            **shared,
            **{name: shared[name] or None for name in optional},
            "key": columns.study,
            "topics": tuple(t for t in columns.topics.split("|") if t),
        }
    )


def clean(text: str) -> str:
    """Text without the marks of italics and the like that some titles carry."""
    return _TAG.sub(" ", text)


def _sentences(study: PublishedStudy) -> list[tuple[str, Statement]]:
    """Our page's sentences about this study with their sections; none for a held page.

    What rests on rules or on other studies only ("The abstract does not mention harms.") is the
    page's frame: it stands on many pages, and a search for its words would find them all.
    """
    if study.status != "published":
        return []
    return [
        (section.name, s)
        for section in study.page.sections
        if section.name not in _NOT_SHOWN
        for s in section.statements
        if any(isinstance(support, QuoteSupport | RecordSupport) for support in s.support)
    ]


def _shown(statement: Statement) -> str:
    """A sentence as a list shows it; its label, which every page has, is not looked through."""
    return f"{statement.label}: {statement.text}" if statement.label else statement.text


def _treatments(study: PublishedStudy) -> list[str]:
    if study.status != "published":
        return []
    return list(dict.fromkeys(name.casefold() for name in study.reading.interventions))


def _named(author: Author) -> str:
    """`Anna Schmidt Schmidt A`: found by either way of writing a name."""
    full = " ".join(part for part in (author.fore, author.last) if part)
    return f"{full} {author_name(author)}" if full else author_name(author)

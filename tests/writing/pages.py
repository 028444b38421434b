"""Pages of invented abstracts as a run makes them, where no other study is known."""

from __future__ import annotations

from typing import Any

from evidence_atlas.checking import check, held
from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Condition, Page, Record
from evidence_atlas.writing import draft, summarise
from evidence_atlas.writing.material import Material

MECFS = load("mecfs")


def record_of(title: str, *abstract: str | AbstractSection, **more: Any) -> Record:
    """A record with this abstract, whole or in parts; `more` are other fields of it."""
    parts = tuple(AbstractSection(text=p) if isinstance(p, str) else p for p in abstract)
    fields = {"pmid": "1234567", "abstract_kind": "original", "languages": ("eng",), **more}
    return Record(source="test", raw_hash="0" * 64, title=title, abstract=parts, **fields)


def written(record: Record, condition: Condition = MECFS, *, passes: bool = False) -> Page:
    """The page of a record; where it `passes`, the gate has nothing to hold it for."""
    reading = read(record, condition)
    grades = grade(record, reading, condition)
    brief = summarise(record, reading, grades)
    made = draft("study", brief, record, reading, grades, (), {}, condition)
    if passes:
        flags = check(made, record, reading, grades, (), {}, condition)
        assert not held(flags), flags
    return made


def page(title: str, abstract: str, types: tuple[str, ...] = (), **more: Any) -> Page:
    """The page of an abstract; `types` are the publication types that PubMed gives it."""
    return written(record_of(title, abstract, publication_types=types, **more))


def page_that_passes(title: str, abstract: str, types: tuple[str, ...] = (), **more: Any) -> Page:
    """The same, and the gate lets it through."""
    return written(record_of(title, abstract, publication_types=types, **more), passes=True)


def material(title: str, abstract: str) -> Material:
    """What the rooms of writing get of a record: its reading, its grades and its brief."""
    record = record_of(title, abstract)
    reading = read(record, MECFS)
    grades = grade(record, reading, MECFS)
    brief = summarise(record, reading, grades)
    return Material("study", brief, record, reading, grades, (), {}, MECFS)


def section(made: Page, name: str) -> list[str]:
    """The sentences of a section."""
    return [s.text for s in made.statements() if s.section == name]


def told_in(made: Page, name: str) -> str:
    """A section in one piece."""
    return " ".join(section(made, name))


def sections(made: Page) -> dict[str, list[str]]:
    """The sentences of each section, rows with their label."""
    return {
        s.name: [f"{x.label}: {x.text}" if x.label else x.text for x in s.statements]
        for s in made.sections
    }


def row(made: Page, label: str) -> str:
    """The row with this label; empty where the page has none."""
    return next((s.text for s in made.statements() if s.label == label), "")


def page_of(text: str, title: str = "A study of asthma", types: tuple[str, ...] = ()) -> Page:
    """The page of an abstract whose title matters little."""
    return page(title, text, types)


def quick_of(text: str, title: str = "A study of asthma", types: tuple[str, ...] = ()) -> list[str]:
    """Its Quick Summary."""
    return section(page_of(text, title, types), "quick_summary")

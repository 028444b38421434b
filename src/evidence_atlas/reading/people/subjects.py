"""What was studied: people, animals, cells, records, documents."""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records import Quote

from .. import tables
from ..document import Document

Subject = Literal["human", "animal", "cells", "records", "documents", "none"]
_CUES = {name: tables.any_of(p) for name, p in tables.load("subjects").items()}


def read(document: Document, review: bool, counted: bool) -> tuple[Subject, ...]:
    """The subjects, people first. `counted`: the text counts people who took part."""
    if review:
        return ("documents",)
    mesh = {m.descriptor.lower() for m in document.record.mesh}
    animal = document.search(_CUES["animal"], "aim", "methods", "results") is not None
    if "animals" in mesh and "humans" not in mesh:
        animal = True
    cells = document.search(_CUES["cells"], "methods", "results") is not None
    records = document.search(_CUES["records"], "methods", "results", "aim") is not None
    human = counted or document.search(_CUES["human"], "methods", "results") is not None
    found: list[Subject] = []
    if human and not (animal and not counted):
        found.append("human")
    if animal:
        found.append("animal")
    if cells:
        found.append("cells")
    if records:
        found.append("records")
    return tuple(found) or ("none",)


def computed(document: Document, subjects: tuple[Subject, ...]) -> Quote | None:
    """Where the text says that it was worked out by computer, of no people, animals or cells."""
    if subjects != ("none",):
        return None
    return document.search(_CUES["computed"], "methods", "results")


def opinion(document: Document) -> bool:
    """Whether the text argues without data of its own (hypothesis, comment, viewpoint)."""
    types = {t.lower() for t in document.record.publication_types}
    if "editorial" in types or _CUES["surely_opinion"].search(document.title):
        # What it cites has numbers too; only a study of its own makes it more than an opinion.
        return document.search(_CUES["own_data"], title=False) is None
    if types & {"comment", "letter", "news"}:
        return not re.search(r"\d", document.abstract)
    titled = _CUES["opinion_title"].search(document.title) is not None
    told = titled or document.search(_CUES["opinion"], title=False) is not None
    return told and not _empirical(document)


def _empirical(document: Document) -> bool:
    return any(_CUES["empirical"].search(s.text) for _, s in document.parts("methods", "results"))

"""Everything that speaks for a study type: the text's cues, the reading, PubMed's own lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evidence_atlas.records import Quote, Reading, Record

from .passages import Passage
from .patterns import compiled
from .study_cues import Point, cue_points
from .tables import table

_TABLE = table("study_type")


def all_points(record: Record, reading: Reading, where: tuple[Passage, ...]) -> list[Point]:
    """Everything that speaks for a type, each with its weight and where it stands."""
    found = [p for p in cue_points(where) if _this_studys(p, reading)]
    found += _read_points(reading, where)
    kinds = _TABLE["publication_types"]
    for kind in record.publication_types:
        if kind in kinds:
            says = f"PubMed lists it as: {kind}"
            found.append(_listed(kinds[kind], says, "publication type"))
    headings = _TABLE["mesh"]
    names = {m.descriptor for m in record.mesh}
    for heading in record.mesh:
        if heading.descriptor in headings:
            says = f"PubMed's librarians indexed it under: {heading.descriptor}"
            found.append(_listed(headings[heading.descriptor], says, "MeSH"))
    alone = _TABLE["mesh_alone"]
    if alone["heading"] in names and alone["without"] not in names:
        found.append(_listed(alone, alone["says"], "MeSH"))
    return found


def _listed(entry: dict[str, Any], says: str, source: str) -> Point:
    return Point(entry["type"], entry["weight"], says, source, None)


def _this_studys(point: Point, reading: Reading) -> bool:
    """Whether the design word of a cue is this study's own, as far as the reader could tell.

    Where all is background nothing was there to be read.
    """
    if point.own is None or bool(getattr(reading.design, point.own)):
        return True
    return all(sentence.role == "background" for sentence in reading.sentences)


def _read_points(reading: Reading, where: tuple[Passage, ...]) -> Iterator[Point]:
    """What the reading of the text already tells of the design."""
    for fact in _facts(reading, where):
        row = _TABLE["read"][fact]
        for name in row["types"]:
            at = reading.quote(row["quote"])
            yield Point(name, row["weight"], row["says"], "text", at, row.get("name"))


def _facts(reading: Reading, where: tuple[Passage, ...]) -> Iterator[str]:
    """The rows of the table that hold for this reading."""
    design, drawn = reading.design, reading.quote("design.randomised")
    if design.randomised is True and not _only_wished_for(drawn, where):
        yield "randomised"
    # A sample that was not drawn at random says nothing of a treatment.
    if design.randomised is False and not (drawn and "sampl" in drawn.text.lower()):
        yield "not_randomised"
    if reading.participants.planned is not None:
        yield "planned"
    if design.includes_randomised_trials and design.quality_rated:
        yield "rated_trials"
    if reading.participants.controls is not None:
        yield "controls"


def _only_wished_for(at: Quote | None, where: tuple[Passage, ...]) -> bool:
    """Whether the words stand in a sentence that only calls for such a study."""
    wish = compiled(_TABLE["wished_for"]["pattern"])
    return at is not None and any(
        p.field == at.field and p.start <= at.start < p.end and p.search(wish) is not None
        for p in where
        if p.role != "title"
    )

"""The bounds between which a value may lie are no value that was found."""

from __future__ import annotations

import msgspec
import pytest
from tests.writing.pages import MECFS, record_of

from evidence_atlas.checking import check
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Page, Section, Statement, quote, quoted, texts
from evidence_atlas.writing import draft, summarise

FOUND = (
    "RESULTS: The cough score of the miners was 48 (95% CI 44-53) at baseline and the median time "
    "in bed was 13 hours (IQR 9 to 20)."
)


def flags_of(told: str) -> list[str]:
    """The codes for a page of one sentence that rests on the results."""
    record = record_of("Cough in miners with ME/CFS", "We saw 60 miners with ME/CFS. " + FOUND)
    reading = read(record, MECFS)
    grades = grade(record, reading, MECFS)
    made = draft(
        "study", summarise(record, reading, grades), record, reading, grades, (), {}, MECFS
    )
    at = texts(record)["abstract"].index("The cough")
    own = quoted(quote(texts(record), "abstract", at, len(texts(record)["abstract"])))
    said = next(s for s in made.statements() if s.section == "observed_findings")
    changed = with_told(made, said, told, own)
    return [
        f.detail
        for f in check(changed, record, reading, grades, (), {}, MECFS)
        if f.code == "number-not-in-support" and told in f.detail
    ]


def with_told(made: Page, said: Statement, told: str, own: object) -> Page:
    new = msgspec.structs.replace(said, text=told, support=(own,))
    sections = tuple(
        msgspec.structs.replace(
            part, statements=tuple(new if s.id == said.id else s for s in part.statements)
        )
        if isinstance(part, Section)
        else part
        for part in made.sections
    )
    return msgspec.structs.replace(made, sections=sections)


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("The cough score of the miners was 48 at baseline.", True),
        ("The cough score of the miners was 53 at baseline.", False),
        ("The median time in bed was 20 hours.", False),
        ("The cough score of the miners was 48 (95% CI 44-53) at baseline.", True),
    ],
)
def test_a_bound_of_an_interval_is_no_value(told: str, right: bool) -> None:
    assert (flags_of(told) == []) is right

"""What the abstract reports and the page does not tell is not lost without a word.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

from evidence_atlas.checking import check
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Journal, QuoteSupport, Record
from evidence_atlas.writing import draft, summarise

METHODS = "In this cross-sectional study, 120 adults with asthma and 80 healthy controls were seen."
PLAIN = "Cough was higher in adults with asthma than in healthy controls."
NUMBERED = (
    "Adults told of (1) nights that they lay awake, and (2) days that were lost to wheeze (31%)."
)


def made(make, results: str, title: str = "Asthma in adults"):
    record = Record(
        source="test", raw_hash="0" * 64, title=title, pmid="1234567",
        abstract=(
            AbstractSection(label="METHODS", text=METHODS),
            AbstractSection(label="RESULTS", text=results),
        ),
        abstract_kind="original", journal=Journal(title="Breath"), languages=("eng",),
    )  # fmt: skip
    reading = read(record, make.condition)
    grades = grade(record, reading, make.condition)
    page = draft(
        "study", summarise(record, reading, grades), record, reading, grades, (), {}, make.condition
    )
    flags = check(page, record, reading, grades, (), {}, make.condition)
    return page, [f.code for f in flags if f.severity == "CRITICAL"]


def more(page):
    return [s for s in page.statements() if s.label == "More results"]


def test_a_line_says_that_there_is_more_and_its_source_shows_the_sentence(make):
    page, wrong = made(make, f"{PLAIN} {NUMBERED}")
    line = next(iter(more(page)))
    assert line.depths == ("deep",)
    quotes = [s.text for s in line.support if isinstance(s, QuoteSupport)]
    assert quotes == [NUMBERED]
    assert wrong == []


def test_where_all_is_told_no_line_says_that_there_is_more(make):
    page, _ = made(make, PLAIN)
    assert more(page) == []


def test_what_is_told_in_their_order_passes_the_gate(make):
    page, wrong = made(
        make, "Cough and wheeze were present in 9.8% and 6.9%, respectively.", "Cough and wheeze"
    )
    assert any("in this order" in s.text for s in page.statements())
    assert wrong == []

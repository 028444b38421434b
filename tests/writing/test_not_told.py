"""What the abstract reports and the page does not tell is not lost without a word.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

from evidence_atlas.checking import check
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Journal, QuoteSupport, Record
from evidence_atlas.writing import draft, summarise
from evidence_atlas.writing.people.traits import within_a_meaning

METHODS = "In this cross-sectional study, 120 adults with asthma and 80 healthy controls were seen."
PLAIN = "Cough was higher in adults with asthma than in healthy controls."
NUMBERED = (
    "Adults told of (1) nights that they lay awake, and (2) days that were lost to wheeze (31%)."
)


def made(make, results: str, title: str = "Asthma in adults", methods: str = METHODS):
    record = Record(
        source="test", raw_hash="0" * 64, title=title, pmid="1234567",
        abstract=(
            AbstractSection(label="METHODS", text=methods),
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


def test_what_differed_at_one_time_only_is_not_carried_on_as_if_it_always_did(make):
    page, _ = made(
        make,
        "At week 8 (p = 0.03), but not week 6 (p = 0.27), modafinil improved fatigue severity "
        "compared to placebo.",
        "Modafinil for fatigue in adults with asthma: a randomised controlled trial",
        "In this trial, 38 adults with asthma were randomly assigned to modafinil or placebo.",
    )
    quick = " ".join(s.text for s in page.statements() if s.section == "quick_summary")
    assert "but not at week 6" in quick.casefold()
    fair = [s.text for s in page.statements() if s.section == "fair_to_say"]
    assert all(" but " in text for text in fair)


def test_a_plan_says_how_long_is_planned(make):
    page, wrong = made(
        make,
        "The main outcome is sleep.",
        "Salt for sleep in asthma: protocol of a randomised controlled trial",
        "In this trial, 60 adults with asthma will be randomly assigned to salt or usual care. "
        "Salt is given for 8 weeks, with a follow-up of 12 months.",
    )
    rows = [s.text for s in page.statements() if s.label == "How long"]
    assert rows and all("to be followed for 12 months" in row for row in rows)
    assert wrong == []


def test_what_an_illness_is_says_nothing_of_whom_a_study_saw():
    assert within_a_meaning("Children who had asthma (i.e., wheeze for months ")
    assert within_a_meaning("Asthma (defined as wheeze three months ")
    assert not within_a_meaning("Children with asthma (i.e., wheeze) were seen ")
    assert not within_a_meaning("Children (half of them boys) were seen ")

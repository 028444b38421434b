"""The links between studies that the bibliography states."""

from __future__ import annotations

from typing import Any

import pytest

from evidence_atlas.records import Author, Correction, Dates, Journal, PubDate, Record, Reference
from evidence_atlas.records.lineage import links, stated_state

TITLE = "Two inhalers compared in children with asthma"
PEOPLE = tuple(Author(last=n, initials="A") for n in ("See", "Tilles", "Doe", "Roe"))


def record(pmid: str, title: str = TITLE, year: int = 2001, **fields: Any) -> Record:
    journal = fields.pop("journal", "Thorax")
    return Record(
        source="test", raw_hash="", pmid=pmid, title=title,
        journal=Journal(title=journal), dates=Dates(published=PubDate(year=year)), **fields,
    )  # fmt: skip


def short(**studies: Record) -> list[tuple[str, str, str | None]]:
    return [
        (link.source, link.kind, link.target or link.target_pmid)
        for link in links({key: [value] for key, value in studies.items()})
    ]


def corrected(pmid: str, kind: str, other: str, citation: str | None = None) -> Record:
    return record(pmid, corrections=(Correction(kind=kind, pmid=other, citation=citation),))


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        ("RetractionIn", ("b", "retracts", "a")),
        ("RetractionOf", ("a", "retracts", "b")),
        ("ErratumIn", ("b", "corrects", "a")),
        ("ErratumFor", ("a", "corrects", "b")),
        ("ExpressionOfConcernIn", ("b", "expresses concern about", "a")),
        ("ExpressionOfConcernFor", ("a", "expresses concern about", "b")),
        ("CommentIn", ("b", "comments on", "a")),
        ("CommentOn", ("a", "comments on", "b")),
        ("UpdateIn", ("b", "supersedes", "a")),
        ("UpdateOf", ("a", "supersedes", "b")),
        ("RetractedandRepublishedIn", ("b", "supersedes", "a")),
        ("RetractedandRepublishedFrom", ("a", "supersedes", "b")),
        ("CorrectedandRepublishedIn", ("b", "supersedes", "a")),
        ("RepublishedIn", ("b", "version of", "a")),
        ("RepublishedFrom", ("a", "version of", "b")),
    ],
)
def test_what_pubmed_lists_becomes_a_link(kind: str, link: tuple[str, str, str]) -> None:
    assert short(a=corrected("1", kind, "2"), b=record("2", "Another title")) == [link]


def test_both_sides_state_one_link_with_both_reasons() -> None:
    (link,) = links(
        {
            "a": [corrected("1", "RetractionIn", "2", "Thorax. 2002;1:1")],
            "b": [corrected("2", "RetractionOf", "1")],
        }
    )
    assert (link.source, link.kind, link.target) == ("b", "retracts", "a")
    assert [(b.rule, b.text) for b in link.because] == [
        (
            "pubmed-retraction-in",
            "PubMed lists a retraction of this paper: Thorax. 2002;1:1; PMID 2.",
        ),
        ("pubmed-retraction-of", "PubMed lists this record as the retraction: PMID 1."),
    ]


def test_the_other_paper_may_be_outside_the_atlas() -> None:
    assert short(a=corrected("1", "RetractionOf", "2")) == [("a", "retracts", "2")]
    assert short(a=corrected("1", "RetractionIn", "2")) == [("pmid:2", "retracts", "a")]
    assert short(a=record("1", corrections=(Correction(kind="CommentIn"),))) == []
    assert short(a=corrected("1", "SomethingNew", "2")) == []


def test_citations_between_studies_of_the_atlas() -> None:
    citing = record("1", references=(Reference(pmid="2"), Reference(pmid="3"), Reference()))
    assert short(a=citing, b=record("2", "Another title")) == [("a", "cites", "b")]


def test_a_preprint_that_pubmed_links_to_its_journal_version() -> None:
    preprint = record(
        "1", publication_types=("Preprint",), corrections=(Correction(kind="UpdateIn", pmid="2"),)
    )
    paper = record("2", "The final title", corrections=(Correction(kind="UpdateOf", pmid="1"),))
    assert short(a=preprint, b=paper) == [("a", "preprint of", "b")]
    unfetched = corrected("2", "UpdateOf", "9", "medRxiv. 2020 Jan 1:")
    assert short(b=unfetched) == [("pmid:9", "preprint of", "b")]


def preprint(**fields: Any) -> Record:
    return record("1", **{"journal": "medRxiv", "year": 2000, "authors": PEOPLE, **fields})


def test_a_preprint_that_pubmed_does_not_link() -> None:
    assert short(a=preprint(), b=record("2", f"{TITLE}.", authors=PEOPLE)) == [
        ("a", "preprint of", "b")
    ]


@pytest.mark.parametrize(
    "paper",
    [
        record("2", "Two inhalers compared in adults with migraine instead", authors=PEOPLE),
        record("2", authors=PEOPLE[2:]),
        record("2", authors=PEOPLE, year=1999),
        record("2", authors=PEOPLE, year=2006),
        record("2", f"Comment on: {TITLE}", authors=PEOPLE),
        record("2", authors=PEOPLE, publication_types=("Published Erratum",)),
    ],
)
def test_no_link_rather_than_a_wrong_one(paper: Record) -> None:
    assert short(a=preprint(), b=paper) == []


def test_two_papers_that_fit_one_preprint_are_left_alone() -> None:
    paper = record("2", authors=PEOPLE)
    assert short(a=preprint(), b=paper, c=record("3", authors=PEOPLE)) == []


def test_versions_of_a_review_in_a_series() -> None:
    stem = "10.1002/14651858.CD001234"
    first, second, fourth = (
        record(p, "Inhalers for asthma", doi=d)
        for p, d in (("1", stem), ("2", f"{stem}.pub2"), ("4", f"{stem}.pub4"))
    )
    assert short(a=first, b=second, c=fourth) == [
        ("b", "supersedes", "a"),
        ("c", "supersedes", "b"),
    ]


def test_links_do_not_depend_on_the_order_of_the_studies() -> None:
    studies = {
        "a": [corrected("1", "CommentIn", "2")], "b": [record("2")], "c": [preprint()],
        "d": [record("4", authors=PEOPLE)],
    }  # fmt: skip
    assert links(studies) == links(dict(reversed(studies.items())))


@pytest.mark.parametrize(
    ("fields", "states"),
    [
        ({}, []),
        ({"publication_types": ("Retracted Publication",)}, [("Retracted", "publication-type")]),
        ({"title": "RETRACTED: A trial"}, [("Retracted", "title-mark")]),
        ({"title": "[Withdrawn] A trial"}, [("Withdrawn", "title-mark")]),
        ({"title": "Retracted nerves in asthma"}, []),
        ({"title": "Retraction: A trial", "publication_types": ("Retraction Notice",)}, []),
        (
            {"corrections": (Correction(kind="ErratumIn"), Correction(kind="RetractionIn"))},
            [("Retracted", "correction-listed"), ("Corrected", "correction-listed")],
        ),
        (
            {"corrections": (Correction(kind="ExpressionOfConcernIn"),)},
            [("Expression of concern", "correction-listed")],
        ),
        ({"corrections": (Correction(kind="UpdateIn"),)}, [("Superseded", "correction-listed")]),
    ],
)
def test_what_a_record_states_of_itself(
    fields: dict[str, Any], states: list[tuple[str, str]]
) -> None:
    assert [(s.value, s.rule) for s in stated_state(record("1", **fields))] == states

"""Errors planted into pages: every kind has its places, and is an error in good English.

In the sample library the gate catches what it owes to catch.
"""

from __future__ import annotations

import dataclasses
from functools import cache

import msgspec
import pytest
from benchmarks.gate import claims, further, pages, planted
from benchmarks.gate.kinds import KINDS, replaced

from evidence_atlas import conditions
from evidence_atlas.records import AbstractSection, QuoteSupport, Record, Statement

REQUIRED = {
    "number changed", "digits swapped", "direction flipped", "negation dropped",
    "subgroup widened to all", "completers as enrolled", "patients and controls swapped",
    "crossover as parallel arms", "association as cause", "within-group as between",
    "may told as does", "first added", "finding as recommendation", "protocol told as done",
    "wrong illness", "invented outcome", "conclusion as finding", "absence told as proof",
    "figures exchanged", "groups exchanged", "not put in", "some told as all",
    "direction flipped, in the authors' words", "negation dropped, in the authors' words",
    "a link told as a cause, word for word",
}  # fmt: skip
NOT_YET = {
    "figures exchanged", "groups exchanged", "not put in", "some told as all",
    "direction flipped, in the authors' words", "negation dropped, in the authors' words",
    "a link told as a cause, word for word", "subgroup widened to all",
    "a word of it in the place of another", "how many, or a denial, of a frame changed",
    "two things of a sentence exchanged", "the sides of a relation exchanged",
}  # fmt: skip
"""Kinds that the gate does not catch as surely as the others yet: the benchmark measures them."""
OWN = {
    "crossover": (
        "The inhaler in asthma: a crossover trial",
        "In a randomised, double-blind, crossover trial, 30 adults with asthma received the "
        "inhaler and placebo, each for 4 weeks. Cough scores were lower with the inhaler than "
        "with placebo (2.1 vs 3.4, p = 0.01).",
    ),
    "completers": (
        "The inhaler in asthma: a randomised trial",
        "We randomised 60 adults with asthma to the inhaler or placebo for 12 weeks. Of the 60 "
        "participants, 52 completed the trial. Cough scores were lower in the inhaler group than "
        "in the placebo group (p = 0.01).",
    ),
    "plan": (
        "The inhaler in asthma: protocol for a randomised controlled trial",
        "Asthma is common. In this trial, 60 adults with asthma will be randomised to the inhaler "
        "or placebo for 12 weeks. The primary outcome will be the cough score. Recruitment will "
        "begin in 2027.",
    ),
    "part": (
        "The inhaler in asthma: a cohort study",
        "We followed 200 adults with asthma who used the inhaler. Among women with severe asthma, "
        "the cough score fell by 3 points after one year. Sleep did not change.",
    ),
}
"""Abstracts of our own, each with a place for a kind that real pages have few places for."""


def test_every_kind_that_was_asked_for_is_planted_and_three_at_least_are_unseen():
    assert {k.name for k in KINDS} >= REQUIRED
    assert sum(k.unseen for k in KINDS) >= 3


@cache
def study_of(name: str) -> pages.Study:
    title, abstract = OWN[name]
    record = Record(
        source="plain", raw_hash="", title=title, pmid="1", languages=("eng",),
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return pages.written(record, conditions.load("mecfs"))


def statement(text: str, voice: str = "atlas") -> Statement:
    """A sentence of a page that rests on words of the abstract."""
    return Statement(
        id="s1", text=text, section="observed_findings", depths=("standard",), voice=voice,
        support=(QuoteSupport(field="abstract", start=0, end=5, text="Cough"),),
        about=("sentences.3",),
    )  # fmt: skip


def planted_texts(name: str, said: Statement, study: pages.Study) -> list[str]:
    return [s.text for k in KINDS if k.name == name for s in k.plant(said, study)]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("figures exchanged", "Cough (40%) and pain (12%) were common.",
         "Cough (12%) and pain (40%) were common."),
        ("figures exchanged", "The score fell from 4.1 to 2.3 (p = 0.01).",
         "The score fell from 2.3 to 4.1 (p = 0.01)."),
        ("figures exchanged", "Cough lasted 8 to 10 weeks.", None),
        ("figures exchanged", "The odds were 1.4 (95% CI 1.2-1.9).", None),
        ("figures exchanged", "Only 2 of 34 patients coughed.", None),
        ("not put in", "Sleep was better with the inhaler.",
         "Sleep was not better with the inhaler."),
        ("not put in", "Patients had more cough.", "Patients did not have more cough."),
        ("not put in", "The authors report that sleep clearly improved in both groups.",
         "The authors report that sleep did not clearly improve in both groups."),
        ("not put in", "There was a clear link with age.", "There was no clear link with age."),
        ("not put in", "Those who were older had less cough.", None),
        ("not put in", "Sleep was not better.", None),
        ("some told as all", "Most patients coughed less.", "All patients coughed less."),
        ("some told as all", "54.5% of participants coughed.", "All participants coughed."),
        ("some told as all", "Cough was seen in 12 of 30 patients.",
         "Cough was seen in all 30 patients."),
        ("some told as all", "Cough was most common in women.", None),
        ("groups exchanged", "Cough was more common in patients than in healthy people.",
         "Cough was more common in healthy people than in patients."),
        ("groups exchanged", "People with asthma had worse sleep than people without asthma.",
         "People without asthma had worse sleep than people with asthma."),
        ("groups exchanged", "Sleep did not differ in patients compared with controls.", None),
        ("a link told as a cause, word for word", "Smoking was associated with cough.",
         "Smoking caused cough."),
        ("a link told as a cause, word for word", "Smoking was not associated with cough.", None),
    ],
)  # fmt: skip
def test_an_error_leaves_good_english_or_is_not_planted(name: str, before: str, after: str | None):
    found = planted_texts(name, statement(before), study_of("crossover"))
    assert found == ([after] if after else [])


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("direction flipped, in the authors' words", "The authors report an increase in cough.",
         "The authors report a decrease in cough."),
        ("direction flipped, in the authors' words",
         "The authors report that cough fell (more of it means worse sleep).",
         "The authors report that cough rose (more of it means worse sleep)."),
        ("direction flipped, in the authors' words",
         "The authors report that lower cough scores meant better sleep.", None),
        ("negation dropped, in the authors' words", "The authors report that sleep did not change.",
         "The authors report that sleep changed."),
        ("negation dropped, in the authors' words", "The authors found no association with age.",
         "The authors found an association with age."),
    ],
)  # fmt: skip
def test_what_the_authors_report_is_turned_round_as_well(name: str, before: str, after: str | None):
    study = study_of("crossover")
    assert planted_texts(name, statement(before, "authors"), study) == ([after] if after else [])
    assert planted_texts(name, statement(before), study) == []


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("crossover as parallel arms", "crossover"),
        ("completers as enrolled", "completers"),
        ("protocol told as done", "plan"),
        ("subgroup widened to all", "part"),
    ],
)
def test_kinds_that_few_pages_have_a_place_for_are_planted(name: str, record: str):
    study = study_of(record)
    found = [t for s in study.page.statements() for t in planted_texts(name, s, study)]
    assert found
    for text in found:
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")


@pytest.fixture(scope="module")
def library(samples) -> list[pages.Study]:
    """Every sample record with its page."""
    return list(pages.studies(samples, conditions.load("mecfs")))


@pytest.fixture(scope="module")
def ten(samples) -> list[pages.Study]:
    """Those of the first file, as an atlas of their own."""
    return list(pages.studies(samples[:1], conditions.load("mecfs")))


def test_no_kind_has_more_errors_in_a_half_than_asked_for(ten):
    found = planted.run(ten, frozenset({"first added", "not put in"}), most=2)
    assert max(found.planted.values()) == 2
    assert all(found.places[k] >= n for k, n in found.planted.items())
    caught, of = found.share("first added")
    assert found.mean("first added") == caught / of


def test_the_audit_is_asked_about_every_changed_sentence(ten):
    found = planted.run(ten, frozenset({"first added"}), most=5)
    of, with_error, without = found.audit("first added")
    assert of == found.share("first added")[1]
    assert 0 <= with_error <= of
    assert 0 <= without <= of


def test_an_error_can_be_planted_into_a_sentence_of_the_picture(ten):
    study = next(s for s in ten if s.page.picture is not None)
    said = study.page.picture.statements()[0]
    changed = msgspec.structs.replace(said, text="Nobody took part.")
    again = replaced(study.page, said, changed)
    assert [s.text for s in again.picture.statements() if s is changed] == ["Nobody took part."]
    assert again.sections == study.page.sections


def test_what_gets_through_on_hidden_records_is_not_shown(samples, ten):
    shown, condition = ten[0], conditions.load("mecfs")
    hidden = next(pages.studies(samples[:1], condition, frozenset({str(shown.record.pmid)})))
    assert shown.shown
    assert not hidden.shown
    assert further.never_looked_at()


def test_no_page_of_the_sample_library_is_held(library):
    held = [
        (study.record.pmid or study.record.title, flag.detail)
        for study in library
        for flag in study.flags(study.page)
        if flag.severity == "CRITICAL"
    ]
    assert held == []


@pytest.mark.verify
def test_planted_errors_in_the_sample_library_are_caught(library):
    found = planted.run(library)
    assert found.held == []
    names = {k for k, _ in found.planted} - NOT_YET
    caught, of = found.share(*names)
    assert of >= 1000
    assert caught / of >= 0.95
    for family in ("number", "negation"):
        caught, of = found.share(*(n for n in names if planted.FAMILY[n] == family))
        assert caught / of >= 0.99, family


def test_a_few_kinds_on_one_file_of_the_library(ten):
    kinds = frozenset({"digits swapped", "first added"})
    found = planted.run(ten, kinds)
    caught, of = found.share(*kinds)
    assert of > 10
    assert caught / of >= 0.95


def test_the_half_of_a_record_never_changes(ten):
    study = ten[0]
    again = dataclasses.replace(
        study, record=msgspec.structs.replace(study.record, abstract=()), page=None
    )
    assert again.half == study.half
    halves = {
        dataclasses.replace(
            study, record=msgspec.structs.replace(study.record, pmid=str(pmid))
        ).half
        for pmid in range(30)
    }
    assert halves == {"tuning", "held out"}


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Does pacing help?", "Pacing help."),
        ("Pain: is it common after surgery?", "It common after surgery."),
        ("Cancer screening in the elderly", "Cancer screening in the elderly."),
    ],
)
def test_a_question_is_put_as_a_statement(question: str, claim: str):
    assert claims.stated(question) == claim

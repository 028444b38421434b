"""Letters that stand for an illness in some texts, and for other things in others."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.records import AbstractSection, Keyword, Record, ShortName, as_written

MECFS = load("mecfs")


def record(title: str, abstract: str = "", keywords: tuple[str, ...] = ()) -> Record:
    return Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),) if abstract else (),
        abstract_kind="original" if abstract else "none",
        keywords=tuple(Keyword(text=k) for k in keywords),
    )  # fmt: skip


def means_it(title: str, abstract: str = "", keywords: tuple[str, ...] = ()) -> bool:
    return as_written(MECFS, record(title, abstract, keywords)) is not MECFS


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Living with severe ME: an interview study", ""),
        ("What doctors think of people with M.E.", ""),
        ("Caring for people with severe and very severe ME", ""),
        ("Heart rate at rest in ME patients", "Fifty ME patients (ICC) lay still."),
        ("Notes of a year", "Twenty people with severe ME wrote notes for a year."),
        ("Lying still", "We wrote to 17 people kept in house or bed by ME; all were housebound."),
        ("Criteria for ME", "Post-exertional malaise is looked at."),
        ("Sleep in ME", "In 40 adults with ME sleep did not refresh, and fatigue was worse."),
        ("The M.E. Association's survey", "Members told of fatigue."),
        ("SEID, a new name", "Patients with SEID met the criteria."),
    ],
)
def test_a_text_on_ill_people_means_the_illness(title, abstract):
    assert means_it(title, abstract)


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("TEACH ME TO READ: A TRIAL", ""),
        ("Tell ME about it", "Fatigue was frequent."),
        ("Recordings with a microelectrode (ME)", "Patients with ME signals told of fatigue."),
        ("Cows and metabolisable energy", "Cattle with ME intake and fatigue."),
        ("Patients with ME", "Patients with minimal encephalopathy (ME) had fatigue."),
        ("Adults with ME (macular edema)", ""),
        ("A survey in Portland, ME", "400 adults in Portland, ME, told of fatigue."),
        ("On fatigue", "M.E. Smith wrote on fatigue."),
        ("Muscle strength", "ME was measured in adults with fatigue."),
    ],
)
def test_other_things_have_the_same_letters(title, abstract):
    assert not means_it(title, abstract)


def test_keywords_speak_for_a_text_too():
    assert not means_it("A study of ME", "Blood was taken.")
    assert means_it("A study of ME", "Blood was taken.", ("post-exertional malaise",))


def test_the_same_names_give_the_same_illness_so_that_it_is_compiled_once():
    one, two = record("Living with ME"), record("People with ME at work")
    assert as_written(MECFS, one) is as_written(MECFS, two)
    assert as_written(MECFS, one).names[-1].name == "myalgic encephalomyelitis"


def test_an_illness_as_a_text_writes_it_is_the_same_when_asked_again():
    text = record("Living with ME")
    once = as_written(MECFS, text)
    assert as_written(once, text) is once


def test_another_illness_brings_its_own_letters():
    short = ShortName(name="asthma", pattern=r"(?-i:\bAS\b)", alone="adults with NAME")
    asthma = load("mecfs").__class__(
        key="asthma", name="asthma", site_name="", names=MECFS.names[:1], query=MECFS.query,
        scope=MECFS.scope, thresholds=MECFS.thresholds, short_names=(short,),
    )  # fmt: skip
    assert as_written(asthma, record("Forty adults with AS")) is not asthma
    assert as_written(asthma, record("As it was")) is asthma

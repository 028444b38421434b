"""One rule for all sides: another name of a treatment or measure changes no word of the page."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.reading.names import unheard
from evidence_atlas.records import AbstractSection, Record
from evidence_atlas.writing import draft, summarise
from evidence_atlas.writing.words.clause import restate
from evidence_atlas.writing.words.names import length, length_seen

TREATMENTS = ("rituximab", "cognitive behavioural therapy", "graded exercise therapy", "pacing")
ABSTRACT = (
    "We randomised 80 adults with asthma to NAME or placebo for 12 weeks. After 12 weeks, breath "
    "scores were significantly higher in the NAME group than in the placebo group, with the same "
    "found at each of the four clinics that took part. All patients received NAME once a week. "
    "Cough did not differ between the groups. NAME may help adults with asthma."
)


UNKNOWN = ("quorvalone", "ribbon therapy", "slow river dancing", "rowing and letting be")
"""Names that no table of the program has: of a drug, and of things done."""


FOLLOWED = (
    "We followed 210 adults with asthma who had had NAME for two years. After two years, 64 of "
    "210 reported that they were better. Worsening was more common after NAME than before."
)


def words_told(name: str, abstract: str = ABSTRACT) -> list[str]:
    illness = load("mecfs")
    record = Record(
        source="test", raw_hash="0" * 64, title=f"{name} for asthma", pmid="1234567",
        abstract=(AbstractSection(text=abstract.replace("NAME", name)),), languages=("eng",),
    )  # fmt: skip
    reading = read(record, illness)
    grades = grade(record, reading, illness)
    brief = summarise(record, reading, grades)
    page = draft("1", brief, record, reading, grades, (), {}, illness)
    told = (s.text.casefold() for s in page.statements() if s.section != "sources_and_versions")
    # What a word means is told of the words that need it.
    return [re.sub(r" \([^()]*\)", "", text).replace(name, "NAME") for text in told]


@pytest.mark.parametrize("name", TREATMENTS[1:])
def test_a_therapy_is_told_in_the_words_in_which_a_drug_is(name):
    assert words_told(name) == words_told(TREATMENTS[0])


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_treatment_that_no_table_knows_is_told_in_the_words_in_which_a_known_drug_is(name):
    assert words_told(name) == words_told(TREATMENTS[0])


@pytest.mark.parametrize("name", TREATMENTS)
def test_a_worsening_is_never_said_to_be_worse(name):
    assert not [told for told in words_told(name, FOLLOWED) if "worsening was worse" in told]


@pytest.mark.parametrize("name", (*TREATMENTS, "cytokine levels", "depression scores"))
def test_a_name_weighs_as_one_word_where_it_is_chosen_what_is_told(name):
    text = f"With {name}, breath was better than before"
    assert length(text) == 7
    assert length_seen(text) >= len(text.split())
    assert (restate(text, randomised_result=True, most=7) is None) is False


def test_the_part_that_a_sentence_plays_does_not_hang_on_what_it_names():
    heard = {unheard(f"Patients received {name} for depression scores.") for name in TREATMENTS}
    assert len(heard) == 1


ANTIBODIES = (
    "In this case-control study we compared 47 patients with Long COVID (LC) with 41 recovered "
    "controls. LC patients had significantly reduced levels of anti-spike IgA but increased "
    "levels of endemic coronaviruses OC43 and HKU1 anti-spike IgG, suggesting imprinting. In an "
    "exercise test, simulating a better muscle raised oxygen uptake most in PASC (p = 0.008)."
)


def test_a_virus_or_an_illness_is_no_measure_that_is_higher_or_better():
    told = words_told("long COVID", ANTIBODIES)
    assert told
    assert not [t for t in told if re.match(r"(?:endemic \S+ OC43|pasc) (?:was|were) ", t, re.I)]


MEASURED = (
    "We randomised 80 adults with asthma to rituximab or placebo for 12 weeks. NAME levels and "
    "wheeze were measured at each visit. There was no significant difference in NAME levels "
    "between the groups. Mean NAME levels were taken twice."
)


@pytest.mark.parametrize("name", ("gluronin", "fear of water", "sand-binding opsin", "QX-4"))
def test_a_measure_that_no_table_knows_is_told_in_the_words_of_one_that_stands_in_one(name):
    known, told = (
        [re.sub(r"NAME(?: levels|s)", "NAME", t) for t in (t.replace(one.casefold(), "NAME")
         for t in words_told(one, MEASURED)) if "difference in" in t]
        for one in ("cytokine", name)
    )  # fmt: skip
    assert told[0] == known[0]
    assert "difference in NAME between rituximab and a dummy treatment" in told[0]

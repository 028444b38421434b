"""Which illnesses a study is of: title, people and aim decide; passing mentions do not."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Reading, Record

MECFS = load("mecfs")


def reading(title: str, abstract: str) -> Reading:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS)


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        # A reason for leaving.
        (
            "Five years after a new valve for heartburn",
            "METHODS: We operated on 60 adults with chronic heartburn. RESULTS: Four people "
            "dropped out because of COVID-19. Heartburn fell.",
        ),
        # Examples in brackets.
        (
            "Old genes and the diseases of the immune system",
            "Autoimmune diseases have many causes. This review tells of old genes in illness "
            "(e.g., long COVID, multiple sclerosis). Much is unknown.",
        ),
        # A list of followed illnesses.
        (
            "How tremor is spoken of online",
            "METHODS: We read posts about tremor. RESULTS: Users also followed pages on long "
            "COVID, fibromyalgia, migraine and asthma.",
        ),
        # What came before.
        (
            "Lasting headache following COVID-19",
            "METHODS: Nine people with headache were given tablets. RESULTS: Headache days fell.",
        ),
        # Part of another thing.
        (
            "Eating problems during the COVID-19 pandemic",
            "METHODS: We asked 200 children. RESULTS: Meals were skipped more often.",
        ),
        # Those without it.
        (
            "Lean test values in adults without orthostatic intolerance",
            "METHODS: We tested 80 adults. RESULTS: Pulse rose by 12 beats.",
        ),
    ],
)
def test_an_illness_that_is_only_mentioned_is_not_the_one_studied(title, abstract):
    assert reading(title, abstract).illnesses == ()


@pytest.mark.parametrize(
    ("title", "abstract", "illnesses"),
    [
        # Two named together are both told, in the order of the title.
        (
            "Brain scans in ME/CFS and long COVID patients",
            "METHODS: We scanned 60 patients. RESULTS: Links differed.",
            ("ME/CFS", "long COVID"),
        ),
        (
            "Comparison between long COVID syndrome and chronic fatigue syndrome",
            "We tell what is known of both.",
            ("long COVID", "chronic fatigue syndrome"),
        ),
        # What followed the infection, where the people have that.
        (
            "Quality of life among COVID-19 survivors",
            "METHODS: We enrolled 300 adults with long COVID. RESULTS: Quality of life was low.",
            ("long COVID",),
        ),
        # The comparator of the text is not the illness studied.
        (
            "Antibodies in long COVID",
            "METHODS: Cells were exposed to serum. RESULTS: Damage was similar to chronic "
            "fatigue syndrome.",
            ("long COVID",),
        ),
        # A word that denies another thing, and those with beside those without.
        (
            "Fasting and a no-sugar diet for long COVID symptoms",
            "METHODS: A trial. RESULTS: Symptoms fell.",
            ("long COVID",),
        ),
        (
            "Work among adults with vs without long COVID",
            "METHODS: We asked 900 adults. RESULTS: Hours differed.",
            ("long COVID",),
        ),
        # People with one illness, asked about another.
        (
            "Long COVID in people with multiple sclerosis",
            "METHODS: We asked 500 people. RESULTS: Fatigue was common.",
            ("multiple sclerosis", "long COVID"),
        ),
        # Spellings.
        (
            "Yoga for long term effects of COVID 19",
            "METHODS: A trial is planned. Patients aged 18 to 60 will take part.",
            ("long COVID",),
        ),
        (
            "Bones fifteen years after a hospital outbreak",
            "METHODS: We followed 78 nurses with severe acute respiratory syndrome (SARS). "
            "RESULTS: Bone loss was seen.",
            ("severe acute respiratory syndrome",),
        ),
    ],
)
def test_the_illness_of_title_people_or_aim_is_the_one_studied(title, abstract, illnesses):
    assert reading(title, abstract).illnesses == illnesses


def test_a_kind_of_an_illness_is_quoted_as_that_kind():
    told = reading("Walking in type 2 diabetes", "METHODS: We asked 40 adults to walk.")
    assert told.quotes["illnesses.diabetes"][0].text == "type 2 diabetes"


def test_one_of_two_kinds_is_not_told_as_the_whole():
    told = reading("Walking in type 1 and type 2 diabetes", "METHODS: We asked 40 adults to walk.")
    assert told.quotes["illnesses.diabetes"][0].text == "diabetes"


def test_another_year_of_the_same_institute_is_another_definition():
    told = reading(
        "Long COVID in people with asthma",
        "METHODS: We surveyed 300 adults with asthma. We defined long COVID using the 2024 NASEM "
        "criteria. RESULTS: Many had long COVID.",
    )
    assert told.case_definitions == ("NASEM long COVID 2024",)


def test_an_illness_of_a_share_of_the_people_is_not_the_one_studied():
    told = reading(
        "Low mood in lasting illnesses",
        "METHODS: We enrolled 200 healthy controls and 800 cases. RESULTS: Low mood was told most "
        "often by individuals with cancer (67%), followed by diabetes (38%).",
    )
    assert told.illnesses == ()

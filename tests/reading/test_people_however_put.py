"""However an abstract says it, those with the illness, those beside them and all are counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Participants, Record

MECFS = load("mecfs")
ILLNESSES = (
    "ME/CFS", "long COVID", "post-COVID condition", "chronic fatigue syndrome",
    "myalgic encephalomyelitis",
)  # fmt: skip
COMPARED = (
    "We compared grip strength in {ill} patients with {illness} and {well} healthy controls.",
    "{ill} patients with {illness} were compared with {well} healthy controls.",
    "Blood was taken from {ill} {illness} patients and {well} healthy controls.",
    "A total of {all} participants ({ill} with {illness} and {well} controls) did two tests.",
    "Participants were {illness} patients (n={ill}; {some} women) and matched controls (n={well}).",
    "We enrolled {ill} adults who met criteria for {illness} and {well} adults without fatigue.",
    "The study included {ill} {illness} cases and {well} controls.",
    "{ill} patients ({some} women) with {illness} were compared to {well} healthy controls.",
    "{ill} patients with {illness} and {well} people who had recovered fully were examined.",
    "Saliva of {ill} patients with {illness} was compared with that of {well} controls.",
    "{ill} people self-reporting {illness} and {well} people without it answered.",
    "{all} people ({ill} {illness}, {well} healthy) did a step test.",
    "We identified {ill} patients with {illness} and matched them to {well} patients without it.",
    "We studied {ill} patients with {illness} and {well} patients without {illness}.",
    "{ill} participants with {illness} ({some} female) and {well} controls ({few} female) came.",
    "Sleep was recorded in {ill} people with {illness} (36 women) and {well} controls.",
    "Participants with {illness} ({ill}) and healthy controls ({well}) wore an accelerometer.",
)
ALONE = (
    "We surveyed {ill} people with {illness} online.",
    "An online survey was completed by {ill} people living with {illness}.",
    "We interviewed {ill} patients with {illness} ({some} women, aged 23 to 67).",
    "Data of {ill} patients seen in a {illness} clinic between 2018 and 2020 were analysed.",
    "{ill} adults with {illness} were randomly assigned to a drug or placebo; {some} completed it.",
    "{illness} patients (N={ill}) completed questionnaires.",
    "{ill} patients ({some} female; 18-65 years) with {illness} were recruited.",
    "Saliva of {ill} patients with {illness} was taken at 8 a.m. and 8 p.m. for 14 days.",
)
ANSWERED = (
    "We did an online survey of people with {illness}. Of {ill} respondents, {some} were women.",
    "We surveyed adults with {illness}. There were {ill} respondents, of whom {some} were women.",
)
OF_MORE = (
    "Of {many} adults surveyed, {ill} ({share}%) had {illness}.",
    "{many} survivors were followed for one year, and {ill} of them developed {illness}.",
    "{many} hospital staff answered, {ill} of whom reported {illness}.",
    "We analysed health records of {many} adults, including {ill} with {illness}.",
)


def people(methods: str, illness: str, *, labelled: bool) -> Participants:
    methods = methods[0].upper() + methods[1:]
    parts = {
        "BACKGROUND": f"The cause of {illness} is not known. We looked at strength and fatigue.",
        "METHODS": methods,
        "RESULTS": "Strength was lower in those with more fatigue (p = 0.02).",
        "CONCLUSIONS": "Strength and fatigue go together.",
    }
    sections = (
        tuple(AbstractSection(label=name, text=text) for name, text in parts.items())
        if labelled
        else (AbstractSection(text=" ".join(parts.values())),)
    )
    record = Record(
        source="test", raw_hash="0" * 64, title=f"Strength and fatigue in {illness}", pmid="1",
        abstract=sections, languages=("eng",),
    )  # fmt: skip
    return read(record, MECFS).participants


told = st.fixed_dictionaries(
    {
        "illness": st.sampled_from(ILLNESSES),
        "ill": st.integers(41, 190),
        "well": st.integers(15, 40),
        "many": st.integers(400, 990),
        "labelled": st.booleans(),
    }
)


def filled(sentence: str, numbers: dict) -> str:
    ill, many = numbers["ill"], numbers["many"]
    return sentence.format(
        **numbers,
        all=ill + numbers["well"],
        some=ill // 2 + 3,
        few=numbers["well"] // 2,
        share=round(100 * ill / many, 1),
    )


@pytest.mark.parametrize("sentence", COMPARED)
@settings(max_examples=8, deadline=None)
@given(numbers=told)
def test_the_ill_and_those_beside_them(sentence, numbers):
    seen = people(filled(sentence, numbers), numbers["illness"], labelled=numbers["labelled"])
    assert (seen.patients, seen.controls) == (numbers["ill"], numbers["well"])
    assert seen.total == numbers["ill"] + numbers["well"]


@pytest.mark.parametrize("sentence", ALONE + ANSWERED)
@settings(max_examples=8, deadline=None)
@given(numbers=told)
def test_the_ill_by_themselves(sentence, numbers):
    seen = people(filled(sentence, numbers), numbers["illness"], labelled=numbers["labelled"])
    assert (seen.total, seen.patients, seen.controls) == (numbers["ill"], numbers["ill"], None)


@pytest.mark.parametrize("sentence", OF_MORE)
@settings(max_examples=8, deadline=None)
@given(numbers=told)
def test_the_ill_among_more(sentence, numbers):
    seen = people(filled(sentence, numbers), numbers["illness"], labelled=numbers["labelled"])
    assert (seen.total, seen.patients, seen.controls) == (numbers["many"], numbers["ill"], None)

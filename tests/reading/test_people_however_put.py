"""However an abstract says it, those with the illness, those beside them and all are counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.drawn_abstracts import ILLNESSES, reading

from evidence_atlas.records import Participants

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
    "We analysed blood ({ill} {illness}, {well} controls) by flow cytometry.",
    "Sera of {ill} {illness} patients and of {well} blood donors were screened with an array.",
    "The patient group ({ill} with {illness}) and the control group ({well} people) did a test.",
    "A cross-sectional comparison of {illness} patients (N {ill}) with controls (N {well}).",
    "Pulse was taken in patients with {illness} (group 1; {ill} persons) and in healthy people "
    "(group 2; {well} persons).",
    "N = {all} ({ill} {illness}, {well} HC).",
    "{ill} {illness} sufferers rated their sleep; {well} good sleepers served as controls.",
    "A group of {ill} {illness} patients was compared to a healthy group ({well}).",
    "We enrolled {ill} persons who still had {illness} then and {well} who were well again.",
    "They came from a {illness} clinic (n = {ill}) and the community (n = {well}; healthy).",
    "The control group had {well} members and the {illness} group {ill}.",
    "We enrolled {all} people. The {illness} group comprised {ill}, the healthy group had {well}.",
    "{all} participants (patients, {ill}; controls, {well}) came.",
    "Biopsies (patients with {illness}: n = {ill}; controls: n = {well}) were stained.",
    "We used stored serum: {ill} {illness}, {well} healthy controls.",
    "Participants walked twice. {ill} had {illness}, {well} were sedentary controls.",
    "{ill} with {illness} and {well} with no fatigue entered.",
    "From a cohort of {many} persons, {ill} with {illness} and {well} without fatigue were chosen.",
    "{ill} women with {illness} and {well} healthy women cycled on 2 consecutive days.",
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
    "Participants with {illness} were assigned at random to a drug ({some}) or placebo ({rest}).",
    "{many} persons were screened and {ill} with {illness} were randomised.",
    "Questionnaires were returned by {ill} of {many} people with {illness} who had been invited.",
    "Questionnaires were mailed to {many} patients with {illness}; {ill} replied.",
    "{ill} out of {many} invited patients with {illness} agreed to take part.",
    "After exclusion of {few} persons with others, {ill} patients with {illness} remained.",
    "{ill}-patient case series from a {illness} clinic.",
    "We analysed {ill} responses to an online survey of people with {illness}.",
    "In all {many} questionnaires were sent to patients with {illness}; {ill} were returned.",
    "Response rate was 41% ({ill} of {many} patients with {illness}).",
    "We followed up {ill} of {many} patients with {illness} seen ten years before.",
    "Answers came from {ill} people, all of whom had {illness}.",
    "Of {many} records, {ill} met the usual criteria for {illness}.",
    "Out of {many} patients with {illness} on our register, {ill} agreed to participate.",
    "Of {many} patients with {illness} on our books, we randomly selected {ill}.",
    "All {many} patients with {illness} in our clinic were contacted, and {ill} answered.",
)
IN_TWO_GROUPS = (
    "{some} patients with {illness} received the drug and {rest} patients with {illness} waited.",
    "{some} inpatients and {rest} outpatients with {illness} were included.",
    "{some} patients with mild and {rest} with severe {illness} were examined.",
    "Adolescents ({some}) and adults ({rest}) with {illness} were compared.",
    "Patients with {illness} were seen in two centres (n={some} and n={rest}).",
    "They had {illness}. Patients were randomly allocated to therapy ({some} patients) or "
    "relaxation ({rest} patients).",
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
    "Electronic records of {many} patients of 40 practices were searched; {ill} had {illness}.",
    "{ill} of the {many} patients in the post-infection clinic met criteria for {illness}.",
    "Participants: {many} employees. Main outcome: {illness}, present in {ill}.",
)


def people(methods: str, illness: str, *, labelled: bool) -> Participants:
    return reading(
        f"Strength and fatigue in {illness}",
        f"The cause of {illness} is not known. We looked at strength and fatigue.",
        methods,
        "Strength was lower in those with more fatigue (p = 0.02).",
        "Strength and fatigue go together.",
        labelled=labelled,
    ).participants


told = st.fixed_dictionaries(
    {
        "illness": st.sampled_from(ILLNESSES),
        "ill": st.integers(41, 190),
        "well": st.integers(15, 190),
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
        rest=ill - ill // 2 - 3,
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


@pytest.mark.parametrize("sentence", ALONE + ANSWERED + IN_TWO_GROUPS)
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

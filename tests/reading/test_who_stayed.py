"""Who began, who finished, who was counted and who was lost, apart from those who only came.

The texts are invented. A number not named is not stated.
"""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Participants, Record

MECFS = load("mecfs")


def people(abstract: str, title: str = "Walking for asthma: a randomised trial") -> Participants:
    record = Record(
        source="test", raw_hash="", title=title, languages=("eng",),
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS).participants


TRIALS = [
    ("Of 210 adults with asthma assessed for eligibility, 96 were allocated at random to walking "
     "or usual care.", {"total": 96}),
    ("We screened 310 adults with asthma and randomised 88 to walking or rest.", {"total": 88}),
    ("We assessed 75 adults with asthma for eligibility. Fifty were randomised.", {"total": 50}),
    ("Ninety of 640 adults with asthma assessed for eligibility were randomised.", {"total": 90}),
    ("Two hundred adults with asthma registered interest, and 120 were randomised to walking or "
     "rest.", {"total": 120}),
    ("We approached 150 adults with asthma, 64 of whom were randomised to walking or rest.",
     {"total": 64}),
    ("A hundred and ten adults with asthma were screened at two clinics; 80 were allocated by "
     "computer to walking or rest.", {"total": 80}),
    ("Sixty-six adults were randomised to walking and 60 to rest; 126 adults had asthma.",
     {"randomised": 126}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), TRIALS)
def test_those_who_only_came_to_be_looked_at_did_not_take_part(
    text: str, stated: dict[str, int]
) -> None:
    found = people(f"{text} Cough was rarer with walking than with rest.")
    assert {name: getattr(found, name) for name in stated} == stated


BEGAN = "A hundred and forty adults with asthma were randomised to walking or usual care. "
ENDED = [
    ("At 12 weeks, 121 of 140 provided data.", {"analysed": 121}),
    ("Outcome data were available for 118 participants.", {"analysed": 118}),
    ("One hundred and thirty were included in the final analysis.", {"analysed": 130}),
    ("The intention-to-treat analysis (n = 133) showed no difference.", {"analysed": 133}),
    ("Follow-up questionnaires were returned by 97.", {"analysed": 97}),
    ("We analysed 129.", {"analysed": 129}),
    ("Of these, 120 finished the study.", {"completed": 120}),
    ("Of these 140, 119 completed the trial.", {"completed": 119}),
    ("Among the 119 patients who completed the study, 90 (76%) slept well.", {"completed": 119}),
    ("Ninety-nine completed 12 weeks of treatment.", {"completed": 99}),
    ("At the end of the trial, 122 patients remained.", {"completed": 122}),
    ("Ten withdrew before week 8.", {"lost": 10}),
    ("There were 14 drop-outs.", {"lost": 14}),
    ("Twelve were lost to follow-up and 128 were analysed.", {"lost": 12, "analysed": 128}),
    ("All 140 were included in the intention-to-treat analysis; 101 completed the programme.",
     {"completed": 101, "analysed": 140}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), ENDED)
def test_what_became_of_those_who_began(text: str, stated: dict[str, int]) -> None:
    found = people(BEGAN + text)
    told = {name: getattr(found, name) for name in ("completed", "analysed", "lost")}
    assert {name: n for name, n in told.items() if n is not None} == stated
    assert found.total == 140


NOT_OF_ALL = [
    "Seventy in the walking group and 66 in the other group completed the study.",
    "Eight patients were lost to follow-up and ten stopped treatment.",
    "Five withdrew because of side effects.",
    "Data were available for 120, 111 and 90 participants at 1, 3 and 6 months.",
    "Blood samples of 90 were analysed.",
    "Of 80 women, 71 were included in a subgroup analysis.",
    "Three further adults withdrew before that.",
    "Seventy-one adults with a score <= 90 were seen.",
]


@pytest.mark.parametrize("text", NOT_OF_ALL)
def test_a_part_or_one_group_is_not_everybody_who_stayed(text: str) -> None:
    found = people(BEGAN + text)
    assert (found.completed, found.analysed, found.lost) == (None, None, None)


NOBODY = [
    ("A computer model of asthma", "We modelled 26 signals. One state was like published data "
     "of 32 women with asthma. No new people were studied."),
    ("Simulated wards", "In simulations of 1,000 people, 500 virtual patients had asthma."),
    ("Re: Walking for asthma", "In their trial, Smith and colleagues randomised 167 patients "
     "with asthma."),
    ("Letter: walking for asthma", "The authors describe 36 adults with asthma."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), NOBODY)
def test_other_peoples_patients_and_simulated_ones_did_not_take_part(title: str, text: str) -> None:
    found = people(text, title)
    assert (found.total, found.patients) == (None, None)


def test_who_is_to_take_part_in_a_plan_has_not_taken_part() -> None:
    plan = people(
        "The trial compares salt with placebo in 180 adults with asthma. Results are expected "
        "in 2030.", "Rationale and design of the SALT trial"
    )  # fmt: skip
    assert (plan.planned, plan.total) == (180, None)
    both = people(
        "Sixty adults with asthma and 60 healthy adults undergo two tests. We will compare them.",
        "SPIRO: a study protocol",
    )
    assert both.planned == 120


def test_people_in_the_studies_that_a_text_gathers_are_not_its_own() -> None:
    found = people(
        "Data sources: nine databases. Results: 12 trials (1,843 participants) were included.",
        "Walking for asthma: how much is known",
    )
    assert (found.studies, found.participants_in_studies, found.total) == (12, 1843, None)


def test_staff_who_answer_are_not_the_ill() -> None:
    found = people(
        "Of 400 GPs who received our questionnaire, 168 replied. Half knew ME/CFS.",
        "Attitudes of GPs to ME/CFS",
    )
    assert (found.total, found.patients) == (168, None)


@pytest.mark.parametrize(
    ("told", "finished"),
    [
        ("Seventy-two stayed in the study.", 72),
        ("Seventy-two stayed in the study at least to the first visit.", None),
        ("Seventy-two remained in the trial up to week 4.", None),
    ],
)
def test_those_who_stayed_for_a_first_part_are_not_said_to_have_finished(
    told: str, finished: int | None
) -> None:
    assert people(BEGAN + told + " Cough was rarer with walking.").completed == finished


@pytest.mark.parametrize(
    ("told", "analysed", "lost"),
    [
        ("Seventy-two were analysed.", 72, None),
        ("Nine were analysed.", None, None),
        ("Nine withdrew.", None, 9),
        ("Seventy-two withdrew.", None, None),
    ],
)
def test_so_few_are_not_all_who_were_counted_and_so_many_are_not_those_lost(
    told: str, analysed: int | None, lost: int | None
) -> None:
    found = people(f"{BEGAN}{told} Cough was rarer with walking.")
    assert (found.analysed, found.lost) == (analysed, lost)


def test_those_interviewed_beside_the_rest_are_not_the_ones_who_were_enrolled() -> None:
    told = people("Forty adults with asthma answered the survey and 12 took part in an interview.")
    assert (told.total, told.enrolled) == (40, None)
    assert people("Forty adults with asthma took part in the trial.").enrolled == 40

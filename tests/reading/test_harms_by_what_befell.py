"""A text tells of harms by what befell people, too: of any treatment alike."""

from __future__ import annotations

import pytest

from .test_results import reading

GIVEN = {
    "drug": "Eighty adults with asthma were randomised to a drug or placebo for 12 weeks. ",
    "exercise": "Eighty adults with asthma were randomised to exercise therapy or usual care. ",
    "talk": "Eighty adults with asthma were randomised to cognitive behaviour therapy or a list. ",
    "yoga": "Eighty adults with asthma were randomised to yoga or stretching classes. ",
    "device": "Eighty adults with asthma were randomised to active or sham stimulation. ",
}


@pytest.mark.parametrize(
    ("given", "befell"),
    [
        ("drug", "Nausea was reported by 12 people on the drug and 4 on placebo."),
        ("drug", "Palpitations were noted by 14 on the drug and 5 on placebo."),
        ("drug", "Liver enzymes rose to three times the upper limit in four people."),
        ("drug", "Three withdrew because they could not sleep."),
        ("drug", "Neutropenia occurred in 5."),
        ("drug", "Stroke occurred in 25 people on the drug and 13 on placebo."),
        ("drug", "Stroke occurred in 1,020 people on the drug and 980 on placebo."),
        ("drug", "Stroke occurred in twenty-five people on the drug and thirteen on placebo."),
        ("exercise", "After the sessions 14 of the 40 had a flare of symptoms that lasted weeks."),
        ("exercise", "Nine people in the exercise group took to their beds for more than a week."),
        ("exercise", "Seven people became housebound in the exercise group, against one."),
        ("talk", "Panic attacks began in three people while they were in therapy."),
        ("talk", "Eight participants felt worse and could no longer work at the end."),
        ("yoga", "Three women in the yoga group strained a muscle."),
        ("yoga", "Dizziness on standing up was mentioned by 4 in the yoga group."),
        ("device", "Line infections needing hospital: three, all in the active group."),
        ("device", "One patient on active stimulation had an epileptic seizure."),
    ],
)
def test_what_befell_people_may_be_a_harm(given: str, befell: str) -> None:
    found = reading(GIVEN[given] + f"RESULTS: Wheezing did not differ. {befell}")
    held = found.quotes.get("harms.happened") or found.quotes.get("harms.worsened")
    assert found.harms.status == "reported" or (held and held[0].text == befell)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("drug", "At baseline, 30 of the 80 reported palpitations and 22 nausea."),
        ("drug", "Headache was less common with the drug (8%) than with placebo (17%)."),
        ("drug", "Stroke occurred in 4 people on the drug and 12 on placebo."),
        ("drug", "Stroke occurred in four people on the drug and twenty-two on placebo."),
        ("drug", "Of 131 people screened, 51 were left out because of bleeding disorders."),
        ("exercise", "Twelve people were housebound before the trial."),
        ("exercise", "Fatigue eased in 21 of 40 with exercise and 14 of 40 with usual care."),
        ("talk", "Depression scores fell in 60% of those in therapy and in 20% of the others."),
        ("yoga", "Seven women had had a fracture in earlier years."),
        ("yoga", "Insomnia improved in 14 of 40 in the yoga group and 6 of 40 in the other."),
        ("device", "Palpitations resolved in 8 of 40 with active stimulation."),
        ("device", "Fainting, the main outcome, was seen in 5 with active and 6 with sham."),
        ("device", "Twenty-one people in the usual care group were admitted to hospital."),
    ],
)
def test_what_was_asked_eased_or_was_there_before_is_none(given: str, told: str) -> None:
    found = reading(GIVEN[given] + f"RESULTS: Wheezing did not differ. {told}")
    assert found.harms.status == "not_stated"
    assert not {"harms.happened", "harms.worsened"} & set(found.quotes)


@pytest.mark.parametrize(
    "told",
    [
        "No nausea, rash or other complication was seen.",
        "No phlebitis or other complication occurred.",
        "None of the patients developed headache, rash or thrombosis.",
    ],
)
def test_none_of_some_harms_is_no_silence(told: str) -> None:
    found = reading(GIVEN["drug"] + f"RESULTS: Wheezing did not differ. {told}")
    assert found.harms.status == "none_reported"
    assert "harms.none_of" in found.quotes


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Adverse effects were not recorded.", "harms.not_recorded"),
        ("Side effects were not assessed in this study.", "harms.not_looked_for"),
        ("We did not look for harms.", "harms.not_looked_for"),
    ],
)
def test_that_nobody_looked_for_harms_is_neither_silence_nor_none(told: str, name: str) -> None:
    found = reading(GIVEN["talk"] + f"RESULTS: Wheezing did not differ. {told}")
    assert found.harms.status == "not_stated"
    assert name in found.quotes

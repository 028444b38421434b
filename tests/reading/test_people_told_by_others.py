"""People counted in forms of words that were rare in the texts that rules were made on."""

from __future__ import annotations

import pytest

from .test_people_of_other_texts import counted

TITLE = "Breath and sleep in asthma"
END = " Levels were read twice. Further work is needed."


@pytest.mark.parametrize(
    ("told", "total"),
    [("We mailed a form to a random sample of 900 farmers; 400 (44%) sent it back.", 400),
     ("A poll reached 900 farmers; 230 voted.", 230),
     ("All farmers of one county were asked; 320 of 388 agreed (82%).", 320),
     ("Sixty people with asthma were invited, 47 started and 40 finished the diet.", 47),
     ("We had data from 900 adults; 610 with a known weight entered the models.", 610),
     ("In May, 34 of the 37 people with asthma who were referred to us took part.", 34),
     ("Eighteen of the 24 people referred with asthma attended the singing class.", 18),
     ("Training was started by 58, left early by 9 and judged after a year in 39 people.", 58)],
)  # fmt: skip
def test_those_who_came_are_counted_and_not_those_who_were_asked(told: str, total: int) -> None:
    assert counted(TITLE, f"METHODS: {told}{END}").total == total


@pytest.mark.parametrize(
    "told",
    ["Sixty-one footballers, none of whom smoked, were tested on a belt.",
     "Sixty-one islanders took part in the walk.",
     "Sixty-one consultants filled in the form.",
     "Sixty-one herdsmen were interviewed at home."],
)  # fmt: skip
def test_any_who_do_what_only_people_do_are_people(told: str) -> None:
    assert counted("Walks on hills", f"METHODS: {told}{END}").total == 61


@pytest.mark.parametrize(
    "told",
    ["An open form was filled in by 155 dentists.",
     "We spoke with 155 health care staff.",
     "Partners living with somebody who had asthma (N = 155) were asked about hope.",
     "We asked 155 teachers about it."],
)  # fmt: skip
def test_who_lives_with_the_ill_or_works_for_them_is_not_ill(told: str) -> None:
    people = counted("Strain and hope about asthma", f"METHODS: {told}{END}")
    assert (people.total, people.patients) == (155, None)


def test_a_number_with_which_a_sentence_opens_counts_those_with_the_illness() -> None:
    people = counted(TITLE, f"METHODS: 17 with asthma had a scan of the chest.{END}")
    assert people.patients == 17


def test_whose_blood_was_drawn_before_the_illness_arose_are_compared() -> None:
    people = counted(
        "Clots in long COVID",
        "METHODS: Plasma of 20 people with long COVID, 8 people who recovered and 5 persons "
        f"sampled before 2019 was stained.{END}",
    )
    assert (people.total, people.patients, people.controls) == (33, 20, 13)


def test_those_left_out_are_not_added_to_those_who_were_looked_at() -> None:
    people = counted(
        TITLE,
        "METHODS: The data of 41 people with asthma and 22 control people were looked at, four "
        f"participants having been excluded for a fever.{END}",
    )
    assert people.total == 63


def test_some_of_those_told_of_are_not_added_to_them() -> None:
    people = counted(
        TITLE,
        "METHODS: Of 301 pupils with a cold, 143 pupils with asthma were followed for ten years."
        f"{END}",
    )
    assert people.total != 444


@pytest.mark.parametrize("all_of", ["All", "All of them", "Each of them"])
def test_all_are_said_to_have_it_with_or_without_a_word_for_them(all_of: str) -> None:
    people = counted("Words for asthma", f"METHODS: 35 people drew maps. {all_of} had asthma.{END}")
    assert (people.total, people.patients) == (35, 35)


def test_a_plan_counts_those_who_are_expected_and_not_those_to_be_asked() -> None:
    people = counted(
        "The air study: protocol of a survey",
        f"METHODS: The survey aims to invite 900 adults and expects 400 to take part.{END}",
    )
    assert people.planned != 900


@pytest.mark.parametrize("kept", ["thirty-one studies were retained", "31 trials were kept"])
def test_a_review_counts_the_studies_that_it_kept(kept: str) -> None:
    people = counted("Walks for asthma: a systematic review", f"RESULTS: Of 900 records {kept}.")
    assert people.studies == 31


def test_relatives_of_two_kinds_are_counted_together() -> None:
    told = "METHODS: Ten partners and sixteen parents of people with asthma were met twice."
    assert counted("Life beside asthma", told + END).total == 26
    of_two = (
        "METHODS: Study 1 took in 24 adults with gout, along with 9 partners, and study 2 more."
    )
    assert counted("Yoga at home", of_two + END).total != 33


@pytest.mark.parametrize(
    "told",
    ["We looked at 50 sera from as many patients with asthma.",
     "We read 50 essays written by people with asthma in answer to a call. Each author sent one."],
)  # fmt: skip
def test_what_is_of_one_person_each_counts_the_people(told: str) -> None:
    people = counted(TITLE, f"METHODS: {told}{END}")
    assert (people.total, people.patients) == (50, 50)


def test_samples_are_not_counted_as_people() -> None:
    told = "METHODS: We looked at 120 serum samples from patients with asthma and 70 control sera."
    assert counted(TITLE, told + END).total is None


def test_the_ill_in_two_groups_are_counted_together() -> None:
    people = counted(
        TITLE,
        "METHODS: Serum was drawn from 25 people with asthma with a cough, 25 without them, and "
        f"30 blood donors who had never been ill.{END}",
    )
    assert (people.total, people.patients, people.controls) == (80, 50, 30)


def test_a_share_of_those_compared_takes_nobody_from_either_group() -> None:
    told = "METHODS: Of the 223 adults with asthma, 127 wheezed, while 174 of 218 controls did."
    assert counted(TITLE, told + END).total == 441
    one = (
        "METHODS: Sera of 54 people with asthma were read. RESULTS: In contrast, only 1 of 278 "
        "healthy subjects enrolled in the study had it."
    )
    assert counted(TITLE, one).controls == 278


@pytest.mark.parametrize(
    "told",
    ["We wrote to a clinic. RESULTS: There were 84 answers (response 61%).",
     "People with asthma were sent a form. RESULTS: Eighty-four did so, three in four women.",
     "Bands were mailed to people with asthma. RESULTS: Eighty-four sent back usable recordings.",
     "A form was handed to all 140 drivers of a firm. RESULTS: Eighty-four came back complete.",
     "A form stood open on a page. RESULTS: It was completed by 84, mostly women."],
)  # fmt: skip
def test_answers_that_came_count_those_who_gave_them(told: str) -> None:
    assert counted(TITLE, f"METHODS: {told} CONCLUSION:{END}").total == 84

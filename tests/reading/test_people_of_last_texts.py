"""Counts that were missed, or given for others, in the last texts that were counted."""

from __future__ import annotations

import pytest

from .test_people_of_other_texts import counted


def test_those_who_took_part_are_counted_and_not_all_who_could_have() -> None:
    people = counted(
        "Tea and long COVID",
        "METHODS: During 2021, 140 eligible cases of long COVID were found in a register (90 "
        "[64%] took part) and 600 eligible controls were drawn from the electoral roll (300 [50%] "
        "took part). RESULTS: Tea was linked with it.",
    )
    assert (people.total, people.patients, people.controls) == (390, 90, 300)


@pytest.mark.parametrize(
    "taken",
    ["48 of 90 asthma patients (30 men) were recruited in the study.",
     "48 of 90 asthma patients were finally included in our survey."],
)  # fmt: skip
def test_so_many_of_more_who_were_taken_in_are_everybody(taken: str) -> None:
    assert counted("Asthma after a year", f"METHODS: {taken}").total == 48


def test_a_rate_of_answers_with_its_number_tells_how_many_answered() -> None:
    sent = "METHODS: Forms were handed out to students in these halls (n = 2500). RESULTS: "
    title = "Drink in halls"
    assert counted(title, sent + "A response rate of 16% (n = 400) was reached.").total == 400
    # A number that is not that share of them is of something else.
    assert counted(title, sent + "A response rate of 61% (n = 400) was reached.").total == 2500


@pytest.mark.parametrize("who", ["clinicians", "nurses", "care specialists", "researchers"])
def test_who_treats_an_illness_is_not_counted_as_ill(who: str) -> None:
    people = counted("Views on pills", f"RESULTS: In all, 320 asthma {who} filled in the survey.")
    assert (people.total, people.patients) == (320, None)


@pytest.mark.parametrize("beside", ["with", "to"])
def test_a_group_told_by_a_limit_is_still_named_by_its_illness(beside: str) -> None:
    people = counted(
        "Breath in asthma",
        "METHODS: Patients with known asthma and a blood count > 400 cells/ul (n = 120) were "
        f"compared {beside} age-matched patients with a blood count < 400.5 cells/ul (n = 80) and "
        "healthy controls (n = 30).",
    )
    assert (people.total, people.patients) == (230, 120)


@pytest.mark.parametrize(
    "told",
    ["Costs were modelled for a firm with 5,000 employees.",
     "A mean employer (with 5,000 workers) saved money.",
     "It saved some 3,000 lost days, sparing employers a fortune.",
     "In a year the site had 41,000 page views and 6200 new users."],
)  # fmt: skip
def test_a_firm_and_the_visitors_of_a_site_are_not_studied(told: str) -> None:
    assert counted("Costs of colds", f"RESULTS: {told}").total is None


def test_a_part_with_its_share_behind_a_label_has_the_illness() -> None:
    told = (
        "METHODS: Answers of adults who had had COVID-19 (n = 2,400) were used, with a subset of "
        "these adults reporting long COVID (n = {n}, 11.3%)."
    )
    title = "Sport and long COVID in adults who had had COVID-19"
    assert counted(title, told.format(n=270)).patients == 270
    assert counted(title, told.format(n=400)).patients is None


@pytest.mark.parametrize(
    ("abstract", "studies", "people"),
    [
        ("This systematic review identifies 27 trials, of which 9 are fit for pooling.", 27, None),
        ("RESULTS: Twelve prospective studies (n = 14,220) were included.", 12, 14220),
        # So few are no people: they are reports of the studies.
        ("RESULTS: Twelve prospective studies (n = 20) were included.", 12, None),
        (
            "RESULTS: 16 studies were included, 12 studies with 700 adults (asthma = 400; "
            "controls = 300), and 4 studies with 210 teenagers (asthma = 110; controls = 100).",
            16,
            910,
        ),
    ],
)
def test_studies_of_a_review_and_the_people_in_them(
    abstract: str, studies: int, people: int | None
) -> None:
    found = counted("Asthma: a systematic review and meta-analysis", abstract)
    assert (found.studies, found.participants_in_studies) == (studies, people)


@pytest.mark.parametrize(
    ("told", "planned"),
    [
        ("Two parallel arms will be formed, of about 47 participants per group.", 94),
        ("Three arms will be formed, of about 20 participants in each arm.", 60),
        ("The proposed sample size of 62 for the trial is reckoned from walking.", 62),
        # Of how many groups, nobody tells.
        ("Groups will be formed, of about 47 participants per group.", None),
        # So many at each of some hospitals.
        ("Two groups will be formed, with 110 participants at each site.", None),
    ],
)
def test_how_many_a_plan_is_to_take_in(told: str, planned: int | None) -> None:
    title = "Massage in asthma: protocol of a randomised trial"
    assert counted(title, f"METHODS: {told}").planned == planned


@pytest.mark.parametrize(
    ("told", "patients"),
    [
        ("All participants experienced varied and changing long COVID symptoms.", 310),
        ("All participants had no long COVID.", None),
        ("All participants had heard of long COVID.", None),
    ],
)
def test_nurses_who_all_have_it_are_ill(told: str, patients: int | None) -> None:
    people = counted(
        "Long COVID in nurses: a mixed-methods study",
        f"RESULTS: 310 nurses filled in the survey. {told}",
    )
    assert (people.total, people.patients) == (310, patients)


def test_a_survey_of_its_patients_asked_people_who_have_it() -> None:
    people = counted(
        "Barriers to long COVID care",
        "METHODS: A long COVID patient survey was made, with answers from Norway (n = 212).",
    )
    assert people.patients == 212


def test_a_few_in_a_group_of_their_own_are_not_everybody_in_a_trial() -> None:
    people = counted(
        "A vaccine against colds: a randomised trial",
        "METHODS: Adults were given the vaccine. Ten participants assigned to a non-randomised "
        "group got two doses. FINDINGS: In May, 1,050 participants were enrolled and assigned to "
        "receive either the vaccine (n = 530) or saline (n = 520), ten of whom were enrolled in "
        "the non-randomised group. Pain fell.",
    )
    assert people.total == 1050


def test_each_of_two_matched_groups_of_those_with_and_without_it() -> None:
    people = counted(
        "Long COVID as a cause of stroke",
        "METHODS: Patients with long COVID were matched to patients without long COVID. RESULTS: "
        "Each of the matched groups included 500 participants.",
    )
    assert (people.total, people.patients, people.controls) == (1000, 500, 500)


def test_cases_with_so_many_matched_controls_are_those_who_have_it() -> None:
    people = counted(
        "Tea before long COVID",
        "METHODS: All cases of long COVID in a register were taken. In total, 310 cases with two "
        "matched controls were included.",
    )
    assert people.patients == 310


def test_studies_are_counted_by_the_people_in_two_lots_of_them() -> None:
    told = (
        "RESULTS: A total of {all} patients were identified, including 900 patients from 14 "
        "randomised studies and 700 patients from 7 other studies."
    )
    title = "Pills in asthma: a meta-analysis"
    assert counted(title, told.format(all="1,600")).studies == 21
    # Where they are not all, there are more studies.
    assert counted(title, told.format(all="2,600")).studies is None


def test_relapse_is_prevented_in_those_who_have_it() -> None:
    people = counted(
        "Net-based relapse prevention for ME/CFS",
        "METHODS: 210 women randomised to the help group or the control group were assessed at "
        "follow-up.",
    )
    assert people.patients == 210


@pytest.mark.parametrize(
    ("title", "total"),
    [("My long COVID journey: how to rest", 1),
     ("My illness: a story of long COVID", 1),
     ("My journey with long COVID patients", None)],
)  # fmt: skip
def test_who_tells_the_own_story_is_one_person(title: str, total: int | None) -> None:
    assert counted(title, "Rest helped.").total == total

"""Counts that were missed, or given for others, in the last texts that were counted."""

from __future__ import annotations

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Participants, Record

MECFS = load("mecfs")


def counted(title: str, abstract: str) -> Participants:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS).participants


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


def test_a_group_told_by_a_limit_is_still_named_by_its_illness() -> None:
    people = counted(
        "Breath in asthma",
        "METHODS: Patients with known asthma and a blood count > 400 cells/ul (n = 120) were "
        "compared with age-matched patients with a blood count < 400 cells/ul (n = 80) and "
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

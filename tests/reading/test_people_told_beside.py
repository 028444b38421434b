"""Groups told beside or behind the first, and numbers of what is nobody."""

from __future__ import annotations

import pytest

from .test_people_of_other_texts import counted


@pytest.mark.parametrize(
    ("abstract", "total"),
    [
        # A second group that a later sentence tells of took part as well.
        (
            "METHODS: Fifty students rated faces. Another 44 students were asked to rate names.",
            94,
        ),
        (
            "METHODS: Thirty nurses were randomly assigned to rest and another 30 nurses were "
            "randomly assigned to walk.",
            60,
        ),
        # Those who met the ill were followed, not the ill whom they met.
        ("RESULTS: Seven people were found ill among 180 household contacts of 33 cases.", 180),
        ("METHODS: We studied 20 children with croup and their 61 close contacts.", 81),
        # Feet were operated on; the people stand in the brackets.
        (
            "METHODS: Thirty feet (26 patients) that had a cast were compared with 44 feet "
            "(40 patients) that had a splint.",
            66,
        ),
        # Each kind of people is told with those of them who had it.
        (
            "RESULTS: Among 210 children, 12 were deaf; among 340 adolescents, 18 were deaf; and "
            "among 95 adults, 9 were deaf.",
            645,
        ),
        # A bracket with a share between the number and those it counts.
        (
            "METHODS: A form was sent to 513 nurses. RESULTS: 269 (52.4%) participants completed "
            "the survey. Of 246 responders 96 felt rested.",
            269,
        ),
        # A part of a name may be a number, and so may the time of a pregnancy.
        ("METHODS: 204 1st trimester pregnant women wore a watch.", 204),
        # The whole cohort is labelled behind a share.
        ("RESULTS: The share with antibodies was 3.8% for the entire cohort (n = 1,071).", 1071),
        # Filled-in forms, where nobody else is counted.
        ("RESULTS: A total of 1190 questionnaires were returned.", 1190),
        # Only those admitted are counted, and they were put into groups.
        ("METHODS: Forty patients were admitted to the ward. They were put into two groups.", 40),
        # Put into groups, not handed out a form.
        ("METHODS: The sample consisted of 98 people, evenly distributed into two groups.", 98),
        # Those of whom a share is told.
        (
            "METHODS: Patients were analysed. RESULTS: Forty-eight (47.5%) of 101 included "
            "patients developed a cough. They were older.",
            101,
        ),
        # Cases are counted, and of whom they are is told.
        ("METHODS: We report 8 cases of patients with asthma due to dust.", 8),
        ("RESULTS: We enrolled 63 lean patients out of 1,153 screened for asthma.", 63),
        # The number of a name counts nobody, and parts it from nobody.
        ("METHODS: Twelve type 2 diabetic patients were studied.", 12),
        ("METHODS: Lamps were tested in 850 United States residents.", 850),
        (
            "METHODS: We chose receptor 2-negative patients. RESULTS: At this interim analysis, "
            "258 patients with low risk were accrued, and 182 patients could be assessed.",
            258,
        ),
        # A cohort in which a score was made is a part of all.
        (
            "METHODS: In the study, 900 nurses were assessed for falls. In the derivation cohort "
            "of 400 younger and 200 older nurses a score was made.",
            900,
        ),
    ],
)
def test_who_is_told_beside_the_first_is_counted_with_them(abstract: str, total: int) -> None:
    assert counted("Rest", abstract).total == total


@pytest.mark.parametrize(
    "abstract",
    [
        # Studies, teeth and hospitals are nobody.
        "METHODS: Two randomized, double-blind, placebo-controlled studies were done.",
        "METHODS: Ninety extracted human incisors were put into four groups (n = 20).",
        "RESULTS: Cooling was used in 54% (147/273) of hospitals and by 61% (166/273) of them.",
        # Who stands in both data bases is not told.
        "METHODS: Two databases held 29,900 women seen in spring from Alpha and 42,100 from Beta.",
    ],
)
def test_things_that_nobody_is_count_no_people(abstract: str) -> None:
    assert counted("Rest", abstract).total is None


def test_patient_centred_care_is_no_count_of_patients() -> None:
    people = counted(
        "Care of a ward",
        "METHODS: The trial involved 506 people randomized to patient-centered (n = 237) or usual "
        "care (controls) (n = 269).",
    )
    assert (people.total, people.patients) == (506, None)


def test_comparison_groups_behind_the_ill_are_those_compared() -> None:
    people = counted(
        "Reading in chronic fatigue syndrome",
        "METHODS: We tested a group of 30 adults with chronic fatigue syndrome and two comparison "
        "groups: one of fast readers (n = 22) and one of slow readers (n = 31).",
    )
    assert (people.total, people.patients, people.controls) == (83, 30, 53)


def test_the_sexes_of_the_ill_are_not_compared_with_them() -> None:
    people = counted(
        "Chronic fatigue syndrome in a town",
        "RESULTS: Of the total of 966 patients with chronic fatigue syndrome, 429 were males "
        "versus 537 females.",
    )
    assert (people.total, people.controls) == (966, None)


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        # Well people in a trial that is to keep them well.
        (
            "Vitamins in people with chronic fatigue syndrome at home: a randomized trial",
            "METHODS: Adults who lived with patients were randomized to a vitamin or placebo. "
            "RESULTS: We enrolled 821 asymptomatic participants.",
        ),
        # Who gets it is asked.
        (
            "Diaries and the risk of chronic fatigue syndrome in hospital patients",
            "METHODS: 48 participants recruited from clinics of hospitals were followed up.",
        ),
        # Nothing but a score ties them to it.
        (
            "Dance improves the mood of children",
            "METHODS: This study included 30 children who were randomly assigned to dance or "
            "rest. RESULTS: Scores of chronic fatigue syndrome fell.",
        ),
    ],
)
def test_people_whom_nothing_says_to_have_it_are_no_patients(title: str, abstract: str) -> None:
    assert counted(title, abstract).patients is None


def test_studies_with_their_people_are_counted_where_they_were_identified() -> None:
    people = counted(
        "Chronic fatigue syndrome in families: a systematic review",
        "METHODS: Searches of five databases identified 3,900 titles. RESULTS: Eleven studies with "
        "1769 stroke survivors and 1578 family caregivers were identified.",
    )
    assert people.studies == 11


def test_both_arms_of_a_trial_with_either_are_of_the_ill() -> None:
    people = counted(
        "Riding for children with chronic fatigue syndrome",
        "METHODS: A sample of 26 children were assigned to either the intervention (n = 12) or "
        "control group conditions (n = 14).",
    )
    assert (people.patients, people.controls) == (26, None)


def test_two_matched_controls_of_each_case_are_not_two_people() -> None:
    people = counted(
        "Dust and chronic fatigue syndrome",
        "METHODS: In total 31,139 cases with two matched controls were included.",
    )
    assert people.controls is None

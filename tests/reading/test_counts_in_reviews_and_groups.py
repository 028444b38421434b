"""A review's people are those of all its studies; a plan, a source or an eye is no participant."""

from __future__ import annotations

import pytest

from .test_people_counted import counted, reading


def reviewed(found: str) -> tuple[int | None, int | None]:
    text = f"Methods: We did a systematic review of walking in asthma. Results: {found}"
    people = counted(text, "Walking in asthma: a systematic review")
    return people.studies, people.participants_in_studies


@pytest.mark.parametrize(
    ("found", "studies", "people"),
    [
        # Studies and people, however they are put.
        ("We screened 89 studies and included 11.", 11, None),
        ("Of 2,263 studies found, 33 were eligible, with a total of 1,911 adults.", 33, 1911),
        ("Twenty of 640 screened articles were eligible for inclusion.", 20, None),
        ("In total 34 papers were selected; five were ultimately included on sleep.", 34, None),
        ("Nine studies including 79 women were eligible.", 9, 79),
        ("The analysis included 3,526 adults from 12 studies.", 12, 3526),
        ("Fourteen trials (679 adults) of good quality were included.", 14, 679),
        ("23 manuscripts were included (4,776 adults, 66% men).", 23, 4776),
        ("Ten studies were included, with a total number of 5,046 adults.", 10, 5046),
        ("Four trials and three cohort studies with a total of 235 adults were included.", 7, 235),
        # Both of two groups are in the studies.
        ("Eight studies comprising 534 patients and 651 controls were included.", 8, 1185),
        # A part of the studies, or of the people, is not told for all.
        ("Nineteen studies (six trials, seven cohorts with 40 adults, six surveys) were included.",
         19, None),
        ("Of 23 relevant trials, 18 were good. Two trials of 697 adults were compared.", 23, None),
        ("We included two trials: one with 183 adults and one with 174 children.", 2, None),
        ("Seven trials with 1,773 adults and three cohorts with 12,528 adults were included.",
         None, None),
        ("Of the 2,583 adults in 24 studies, 1,613 adults wheezed. These 24 studies were included.",
         24, 2583),
    ],
)  # fmt: skip
def test_a_review_tells_its_studies_and_the_people_of_all_of_them(
    found: str, studies: int | None, people: int | None
) -> None:
    assert reviewed(found) == (studies, people)


def test_a_sum_of_two_groups_in_studies_stands_by_both_numbers() -> None:
    text = "Results: Eight studies comprising 534 patients and 651 controls were included."
    found = reading(text, "Walking in asthma: a systematic review").quotes
    told = [q.text for q in found["participants.participants_in_studies"]]
    assert [t.split()[0] for t in told] == ["534", "651"]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        # Those aimed at did not take part.
        ("Methods: Although 3,000 adults were targeted, 1,578 adults were recruited.", 1578),
        ("Methods: A total of 388 adults were needed. Results: Of 141 adults enrolled, 83 were "
         "put into groups by lot.", 141),
        # Both groups of a trial, named by their numbers alone.
        ("Results: Fifty-eight and 25 were randomized to walking and rest, respectively. Sleep "
         "was told by 43 walking and 20 resting participants.", 83),
        # Parts told in the next sentence.
        ("Genes may matter. To see whether they do, we evaluated genes in samples from a group of "
         "approximately 180 people from our town who had caught it. These included 132 patients "
         "with mild asthma, 26 patients in wards and a subgroup of 22 patients who died. A total "
         "of 200 normal blood donors were used as controls.", 380),
        # Two halves that miss the number by a slip.
        ("Methods: Two hundred and fifty-three adults were split into a training cohort (n=178) "
         "and a validation cohort (n=77).", 253),
        # Who was drawn from more is not added to them.
        ("Methods: A cohort of nurses (N = 312) was selected from the respondents of a staff "
         "survey (N = 2,480).", 312),
        ("Methods: We randomly assigned adults to a drug (62 adults) or rest (calm; 58 adults).",
         120),
        ("Methods: In the walking group, participants (n = 119) walked. In the control group, "
         "participants (n = 109) rested.", 228),
        # Who finished is not added to who began.
        ("Methods: Fifty-one adults with wheeze and 132 age-matched controls took part; 48 "
         "wheezing and 132 control participants finished.", 183),
        # Eyes, and those who look at them, are not people who took part.
        ("Methods: Eyes with a scar or a high pressure (n = 523) and clear eyes (n = 107) were "
         "included. Four specialists looked at the maps.", None),
        ("Methods: 100 eligible patients out of 126 were randomized to a drug or rest.", 100),
        ("Results: Sixty-one physicians took part (45 in towns, 16 in villages), with n = 26 "
         "treating asthma patients alone.", 61),
    ],
)  # fmt: skip
def test_everybody_is_those_who_took_part(text: str, total: int | None) -> None:
    assert counted(text).total == total


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Results: Sera of 300 dock workers and 50 unexposed controls were tested.", "A virus"),
        ("Methods: Thirty-seven adults were allocated into an exercise (n = 20) or control (n = "
         "17) group.", "Exercise in homes for the old"),
        ("Results: Thirty-four infants were included. Two QRS patients also grew up.", "Braces"),
        ("Methods: The drug was given to 27 healthy volunteers. Results: Twenty-two of the 27 "
         "subjects finished. Four patients withdrew.", "A drug in healthy people"),
        ("Results: Sixty-one physicians took part, with n = 26 treating asthma patients alone.",
         "A survey"),
        ("Results: The town looked into 2,132 potential cases of asthma.", "Asthma in a town"),
    ],
)  # fmt: skip
def test_nobody_is_called_a_patient_whom_the_text_does_not_call_ill(text: str, title: str) -> None:
    assert counted(text, title).patients is None


def test_those_with_another_illness_are_not_added_to_the_patients() -> None:
    text = (
        "Methods: We took scans of 88 patients diagnosed with asthma, 101 patients infected with "
        "bacteria, and 86 healthy persons."
    )
    people = counted(text, "Scans in asthma")
    assert (people.patients, people.controls, people.total) == (88, 86, 275)


def test_groups_that_are_told_once_are_all_kept() -> None:
    text = (
        "Methods: Thirty-eight adults were in four groups: well women (n = 10), women with asthma "
        "(n = 10); well men (n = 10), and men with asthma (n = 8)."
    )
    people = counted(text, "Asthma in women and men")
    assert people.total == 38
    assert [g.n for g in people.groups] == [10, 10, 10, 8]


def test_those_recruited_to_one_group_are_not_all_who_enrolled() -> None:
    text = (
        "Methods: Twenty-three adults were studied in four groups. Results: The study ended early, "
        "after two adults were recruited to the 48 mg cohort."
    )
    people = counted(text)
    assert (people.total, people.enrolled) == (23, None)


def test_healthy_but_for_the_illness_is_no_control() -> None:
    text = (
        "Methods: Forty-seven systemically healthy volunteers with asthma were recruited and seen "
        "for nine months. Patients had care and were randomly assigned to a drug (n = 16), rest "
        "(n = 16) or placebo (n = 15) group."
    )
    people = counted(text, "Care in asthma")
    assert (people.total, people.controls) == (47, None)

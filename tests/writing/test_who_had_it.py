"""An opening says "people with" an illness only of those who all have it; all groups or none."""

import pytest

from .pages import page_that_passes
from .test_whom import quick, section_of


@pytest.mark.parametrize(
    "found",
    [
        "Thirty-five percent of participants were diagnosed with long COVID.",
        "Long COVID was reported by 35% of participants.",
        "Of all participants, 35% had long COVID one year later.",
        "The prevalence of long COVID was 35% after one year.",
    ],
)
def test_where_a_share_has_the_illness_not_all_are_told_to_have_it(found):
    told = quick(
        "Quality of life of patients with long COVID: a cohort study",
        "METHODS: This cohort study included 140 patients, who answered questions every six "
        f"months for two years. RESULTS: {found} Those with long COVID had lower scores.",
    )
    assert "140" in told
    assert "140 people with" not in told


def test_a_count_that_names_the_illness_stands_whatever_share_has_another():
    told = quick(
        "Pain in long COVID: a cohort study",
        "METHODS: In this cohort study we followed 140 patients with long COVID for two years. "
        "RESULTS: 35% of participants had fibromyalgia. Pain was more frequent in women.",
    )
    assert "140 people with long COVID" in told


@pytest.mark.parametrize(
    "whom",
    ["patients suspected to suffer from nasal long COVID", "those with a suspicion of long COVID"],
)
def test_those_who_were_taken_in_on_a_suspicion_are_not_told_to_have_it(whom):
    told = quick(
        "Blood tests and the care of nasal long COVID: a single center retrospective study",
        f"AIM: This study investigates whether blood tests change the care of {whom}. "
        "METHODS: All patients presented in a dedicated long COVID outpatient clinic. "
        "RESULTS: Ninety patients were included. Antibodies were found in 60% of the patients.",
    )
    assert "90 people." in told


def test_a_phrase_for_people_does_not_end_at_the_word_that_wants_more():
    told = quick(
        "Blood tests: a single center retrospective study",
        "METHODS: This retrospective study included 90 adults with a suspicion for long COVID who "
        "came to a clinic. RESULTS: Antibodies were found in 60% of the adults.",
    )
    assert "90 adults" in told
    assert "suspicion”" not in told


def test_an_illness_that_is_only_suspected_is_not_told_as_had():
    told = quick(
        "Blood tests of adults with suspected long COVID: a cross-sectional study",
        "METHODS: This cross-sectional study included 90 adults who came to a clinic for suspected "
        "long COVID. RESULTS: Antibodies were found in 60% of the adults.",
    )
    assert "90 adults" in told
    assert "90 adults with long COVID" not in told


def test_people_seen_some_time_after_an_infection_are_told_as_after_it():
    told = quick(
        "Rehabilitation of patients with COVID-19",
        "METHODS: This cohort study included 150 patients who had recovered from COVID-19. "
        "Patients with COVID-19 were asked about fatigue. RESULTS: Fatigue was reported by 70% of "
        "the patients.",
    )
    assert "150 people after COVID-19" in told


def test_of_three_groups_two_are_not_told_for_all():
    abstract = (
        "METHODS: Blood was taken from 30 patients with long COVID{third} and 25 healthy controls. "
        "RESULTS: Cortisol was lower in patients with long COVID than in healthy controls "
        "(p = 0.01)."
    )
    both = section_of("Cortisol in long COVID", abstract.format(third=""), "fair_to_say")
    assert "30 people with long COVID and 25 healthy people" in both
    abstract = abstract.format(third=", 20 patients with fibromyalgia")
    told = quick("Cortisol in long COVID", abstract)
    assert "30 people with long COVID, 20 people with fibromyalgia and 25 healthy people" in told
    assert "25 healthy" not in section_of("Cortisol in long COVID", abstract, "fair_to_say")


def test_two_groups_that_are_all_are_told_with_their_numbers():
    told = quick(
        "Cortisol in long COVID",
        "METHODS: Blood was taken from 30 patients with long COVID and 25 healthy controls. "
        "RESULTS: Cortisol was lower in patients than in healthy controls (p = 0.01).",
    )
    assert "30 people with long COVID" in told
    assert "25 healthy people" in told


@pytest.mark.parametrize(
    ("lost", "stayed"),
    [
        ("The assessments were completed by 45 of the 430 subjects.", "45 finished"),
        (
            "There were 430 participants at 3 months, 80 at 1 year and 45 at 2 years.",
            "45 finished",
        ),
        ("Of these patients, 45 (10.5%) met valid wear criteria.", "45 were counted"),
    ],
)
def test_a_study_that_lost_most_of_its_people_says_so(lost, stayed):
    text = (
        "METHODS: In this prospective cohort study a total of 430 patients with long COVID were "
        f"followed for two years. RESULTS: {lost} Fatigue was lower at the end than at the start "
        "(p = 0.01)."
    )
    said = section_of("Two years of long COVID", text, "does_not_prove")
    assert f"all 430 who started had the same result: {stayed}" in said
    assert "430 people; 45" in section_of("Two years of long COVID", text, "study_at_a_glance")


def test_one_arm_is_not_told_for_all_who_were_put_into_groups():
    told = section_of(
        "Yoga for long COVID: a randomised trial",
        "METHODS: 607 patients with long COVID were enrolled in this randomised trial. Data were "
        "there for 573 patients, with 288 patients randomised to the yoga group and 285 to the "
        "control group. RESULTS: Fatigue was lower with yoga than with usual care (p = 0.01).",
    )
    assert "288 people" not in told
    assert "607 people" in told


def test_of_two_counts_of_people_that_which_tells_who_they_were_is_not_told_first():
    told = quick(
        "Sleep after the flood: a cross-sectional study",
        "METHODS: This cross-sectional study looked at 250 patients and 54 healthy controls. "
        "RESULTS: Sleep was shorter in patients than in healthy controls.",
    )
    assert "250 people and 54 healthy people" in told


def test_people_seen_after_an_illness_are_not_told_to_have_it():
    told = quick(
        "Sleep in patients with COVID-19: a cohort study",
        "METHODS: In this cohort study, patients with COVID-19 were visited at home three months "
        "after COVID-19. RESULTS: Sleep was shorter in women than in men (p = 0.01).",
    )
    assert "people with COVID-19" not in told
    assert "people after COVID-19" in told


def test_what_is_named_as_following_an_illness_does_not_say_that_it_is_over():
    told = quick(
        "Early treatment and the risk of post-acute sequelae of COVID-19: a cohort study",
        "AIM: To see whether treatment lowers the risk of post-acute sequelae of COVID-19 in "
        "patients with COVID-19. METHODS: In this cohort study records of patients with COVID-19 "
        "were followed. RESULTS: Fewer of the treated patients had lasting cough (p = 0.01).",
    )
    assert "after COVID-19" not in told


def illness_row(title, abstract):
    """The row on the illness, as the page has it."""
    return next(
        s.text
        for s in page_that_passes(title, abstract).statements()
        if s.label == "Illness, as named"
    )


NEED_NOT = "those who took part need not all have it"


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        (
            "What nurses know of long COVID: a survey",
            "This survey asked 210 nurses of four hospitals. RESULTS: In total, 54% of nurses knew "
            "what helps against fatigue.",
        ),
        (
            "Long COVID and reading in school: a case-control study",
            "We compared groups among 840 children. RESULTS: Children with long COVID read more "
            "slowly than children who had recovered and children who had not been infected.",
        ),
        (
            "Mood and sleep in long COVID: a cross-sectional study",
            "We asked 228 adults recruited from a long COVID program. RESULTS: In total, 57% of "
            "adults slept badly.",
        ),
        (
            "Fatigue after SARS-CoV-2 infection and long COVID: a cohort study",
            "We followed 320 adults after SARS-CoV-2 infection for two years. RESULTS: Fatigue "
            "scores rose by 0.4 points.",
        ),
    ],
)
def test_where_nothing_says_that_they_had_it_the_row_on_the_illness_says_so(title, abstract):
    row = illness_row(title, abstract)
    assert "need not all have" in row or "not everyone who took part had" in row


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        (
            "Sleep in long COVID: a survey",
            "This survey asked 210 adults with long COVID. RESULTS: In total, 54% slept badly.",
        ),
        (
            "Sleep in long COVID: a cohort study",
            "We followed 90 adults seen at a long COVID clinic for one year. RESULTS: In total, "
            "54% slept badly.",
        ),
        (
            "A lamp for long COVID: a randomised trial",
            "We randomised 60 adults to a lamp or a dummy lamp. RESULTS: Fatigue fell with the "
            "lamp more than with the dummy lamp.",
        ),
    ],
)
def test_of_those_who_are_told_to_have_it_the_row_says_no_more(title, abstract):
    assert NEED_NOT not in illness_row(title, abstract)


@pytest.mark.parametrize(
    ("asked", "all_had_it"),
    [
        ("Inclusion criteria required a prior infection and self-reported long COVID.", True),
        ("Children seen at one clinic who met the criteria for long COVID were asked.", False),
        ("We looked back at children (n = 210) seen at one clinic who met criteria for long COVID.",
         True),
        ("Inclusion criteria were age above 12 years and no long COVID.", False),
        ("Inclusion criteria were work and having cared for somebody with long COVID.", False),
        ("We looked at 300 pupils, 210 of whom met criteria for long COVID.", False),
    ],
)  # fmt: skip
def test_nobody_need_be_without_what_it_took_to_take_part(asked, all_had_it):
    row = illness_row(
        "Long COVID and reading at school",
        f"METHODS: This was a survey at two schools. {asked} RESULTS: In total, 54% of 210 "
        "answers told of trouble with reading.",
    )
    assert (NEED_NOT not in row and "not everyone" not in row) is all_had_it


def test_an_illness_with_two_names_is_one_of_which_nobody_has_both():
    row = illness_row(
        "Myalgic Encephalomyelitis/Chronic Fatigue Syndrome (ME/CFS) and reading: a survey",
        "This survey asked 210 nurses of four hospitals on ME/CFS. RESULTS: In total, 54% of "
        "nurses knew what helps.",
    )
    assert row.endswith("; those who took part need not all have it")

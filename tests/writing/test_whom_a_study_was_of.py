"""Whom a study was of stays with the count: no page speaks of everybody where its people differ."""

import pytest

from .pages import page, row


def first(title: str, abstract: str) -> str:
    made = page(title, abstract)
    return next(s.text for s in made.statements() if s.section == "quick_summary")


@pytest.mark.parametrize(
    ("title", "abstract", "told"),
    [
        # By the short form that the text itself gives the illness.
        (
            "Patients' experiences of living with long COVID and their thoughts on sewing",
            "AIM: This study aimed to explore long COVID (LC) and what patients think of sewing. "
            "METHODS: Participants (n = 14) with either self-reported or diagnosed LC took part in "
            "interviews. RESULTS: Three themes were found: rest, thread and light.",
            "14 people with long COVID",
        ),
        # By the clinic where they were seen.
        (
            "Sewing in long COVID: is it harder?",
            "METHODS: Our prospective study assessed patients at the long COVID clinic of a "
            "harbour town with a sewing test. RESULTS: Of the 35 patients evaluated, 18 (51%) "
            "sewed slowly.",
            "35 people with long COVID",
        ),
        # A cohort of the illness.
        (
            "Assessment of long COVID symptoms and sewing: a cross-sectional study",
            "METHODS: This cross-sectional study examines the sewing of long COVID (LC) in a "
            "confirmed cohort (n = 220). RESULTS: Patients had a mean age of 44 years. Sewing was "
            "slow in 40% of patients.",
            "220 people with long COVID",
        ),
    ],
)
def test_those_of_whom_the_text_says_it_are_told_as_ill(title, abstract, told):
    assert told in first(title, abstract)


def test_people_suspected_of_an_illness_are_not_told_as_ill():
    told = first(
        "Sewing in suspected long COVID",
        "METHODS: Our prospective study assessed patients with suspected long COVID at the long "
        "COVID clinic of a harbour town. RESULTS: Of the 35 patients evaluated, 18 sewed slowly.",
    )
    assert "35 people with long COVID" not in told


def test_a_number_that_is_no_exact_one_is_not_told_as_exact():
    abstract = (
        "METHODS: This cross-sectional study included over 37,500 adults. RESULTS: Sewing was "
        "slow in 40% of adults."
    )
    assert "over 37,500 adults" in first("Sewing and age: a survey", abstract)


def test_users_of_a_thing_are_told_with_what_they_use():
    told = first(
        "Knitting and sleep: a survey",
        "METHODS: This cross-sectional survey was conducted among users of the Blue Needle app. "
        "RESULTS: In all, 1301 participants answered. Sleep was poor in 60% of participants.",
    )
    assert "users of the Blue Needle app" in told


def test_survivors_are_told_with_what_they_survived():
    told = first(
        "Kidneys in survivors of COVID-19 hospitalization",
        "METHODS: This is a prospective cohort study of survivors of severe COVID-19 "
        "hospitalization in a harbour town. RESULTS: A total of 655 survivors were evaluated. "
        "Kidney trouble occurred in 28% of the patients.",
    )
    assert "655 survivors." not in told
    assert "COVID-19" in told


def test_groups_among_people_of_one_kind_are_told_as_groups_among_these():
    told = first(
        "Clumsiness and long COVID in type 2 diabetes",
        "METHODS: Patients with type 2 diabetes had a test of handwriting. RESULTS: Of 76 "
        "participants with type 2 diabetes, 35 (46%) developed COVID-19, of whom 9 (25%) developed "
        "long COVID. Handwriting was worse in the long COVID group than in those who had not "
        "developed it (P < 0.05).",
    )
    assert "76" in told
    assert "type 2 diabetes" in told.partition(".")[0]


ASKED = "Views on a sewing course in long COVID: a qualitative study"


def test_therapists_counted_in_a_sentence_of_their_own_are_told_beside_the_ill():
    abstract = (
        "AIM: To explore what people with long COVID and sewing therapists think of a course. "
        "METHODS: Interviews were held with 13 participants who have long COVID. Eight sewing "
        "therapists who gave the course took part in a focus group. RESULTS: Both groups liked it."
    )
    assert "13 people with long COVID and eight sewing therapists" in first(ASKED, abstract)
    assert "8 sewing therapists" in row(page(ASKED, abstract), "People")


def test_the_number_of_groups_is_no_number_of_people():
    made = page(
        "Sewing and work: a qualitative study of teachers with long COVID, and their managers",
        "METHODS: Interviews were held with three groups: teachers with long COVID, their friends, "
        "and school managers. RESULTS: A total of 42 participants were interviewed from three "
        "groups, comprising 24 teachers, five friends, and 13 school managers. They told of rest.",
    )
    told = row(made, "People")
    assert "24 teachers with long COVID" in told
    assert "13 school managers" in told


def test_how_people_were_found_is_told_once():
    told = first(
        "Sewing and mood in long COVID: a survey",
        "METHODS: This cross-sectional study included 228 adults recruited from a sewing school in "
        "Cartagena. RESULTS: Mood was low in 60% of adults.",
    )
    assert told.count("sewing school in Cartagena") <= 1


def test_where_some_were_diagnosed_nobody_says_that_all_told_of_it_themselves():
    made = page(
        "Patients' experiences of living with long COVID and their thoughts on sewing",
        "AIM: This study aimed to explore long COVID (LC) and what patients think of sewing. "
        "METHODS: Participants (n = 14) with either self-reported or diagnosed LC took part in "
        "interviews. RESULTS: Three themes were found: rest, thread and light.",
    )
    assert not any("they reported it themselves" in s.text for s in made.statements())

"""Who took part is told as the abstract tells it: no group for all, nobody by another's name."""

from __future__ import annotations

import pytest

from .pages import page_that_passes, row, told_in


@pytest.mark.parametrize(
    ("title", "abstract", "told"),
    [
        # What the people are, in the words of the text.
        (
            "Sleep and long COVID",
            "METHODS: We surveyed 300 nursing home cleaners. RESULTS: Sleep was poor.",
            "“nursing home cleaners”",
        ),
        # How old they were, as printed.
        (
            "Walking in long COVID",
            "METHODS: 40 people (age (mean ± SD): 48 ± 9 years) walked. RESULTS: They slowed.",
            "“age (mean ± SD): 48 ± 9 years”",
        ),
        (
            "Walking in long COVID",
            "METHODS: We enrolled 40 patients aged ≥ 18. RESULTS: They slowed.",
            "adults",  # An age of majority tells no more.
        ),
        (
            "Walking in long COVID",
            "METHODS: We asked patients. RESULTS: There were 90 patients (41 females [46%]) with a "
            "mean age of 51.2 (11.0) years.",
            "women and men; “mean age of 51.2 (11.0) years”",
        ),
    ],
)
def test_who_they_were_is_told_where_the_text_tells_it(title, abstract, told):
    assert told in row(page_that_passes(title, abstract), "Who they were")


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        # What only the title says, need not be true of all.
        (
            "Long COVID among kidney transplant recipients",
            "METHODS: Records were searched. RESULTS: 90 had it.",
        ),
        # Nurses are not seen in a hospital as patients are.
        (
            "Sleep in nurses with long COVID",
            "METHODS: We surveyed 90 nurses at a tertiary hospital. RESULTS: Sleep was poor.",
        ),
    ],
)
def test_a_row_on_people_is_left_away_where_it_would_not_be_sure(title, abstract):
    glance = told_in(page_that_passes(title, abstract), "study_at_a_glance")
    assert "long COVID" in glance
    assert "transplant" not in glance and "seen in" not in glance


def test_the_age_of_some_is_not_told_of_all():
    made = page_that_passes(
        "Walking in long COVID",
        "METHODS: We enrolled 40 patients. RESULTS: Those who died were older (mean age 71 years) "
        "than survivors.",
    )
    assert "71" not in told_in(made, "study_at_a_glance")


def test_a_report_of_one_has_one_person_and_a_report_of_two_has_not():
    one = page_that_passes(
        "Rash in a patient with long COVID: a case report",
        "We present a 44-year-old man with long COVID and a rash. The rash went away.",
        ("Case Reports",),
    )
    assert row(one, "People") == "one person"
    assert "44-year-old man" in row(one, "Who they were")
    two = page_that_passes(
        "Rash in long COVID: two clinical cases",
        "We present two clinical cases (a 12-year-old girl and her father), both with long COVID "
        "and a rash. The rash went away.",
        ("Case Reports",),
    )
    assert row(two, "Who they were") == "“a 12-year-old girl and her father”"
    assert "One case" not in " ".join(s.text for s in two.statements())


def test_those_who_were_found_to_have_an_illness_are_not_called_patients():
    made = page_that_passes(
        "Long COVID in students",
        "METHODS: We surveyed 300 students. RESULTS: Of them, 45 (15%) reported long COVID.",
    )
    assert row(made, "People").startswith("300 students; 45 of them with long COVID")


def test_where_only_some_groups_can_be_told_none_is_told_for_all():
    made = page_that_passes(
        "Proteins in long COVID compared with recovered and pre-pandemic controls",
        "METHODS: We measured proteins in 210 pre-pandemic controls and 190 COVID-19 patients. "
        "RESULTS: Of those, 130 patients had symptoms for months. Proteins did not differ.",
    )
    assert row(made, "People") == (
        "Several groups: “210 pre-pandemic controls” and “190 COVID-19 patients”"
    )
    assert "compared people" not in told_in(made, "quick_summary")
    assert row(made, "Compared with") == (
        "Not clear. The title speaks of “compared with recovered and pre-pandemic controls”"
    )


def test_mild_and_severe_people_are_both_ill_and_others_are_not():
    made = page_that_passes(
        "Proteins in COVID-19",
        "METHODS: We measured proteins in COVID-19 patients (n=50) and non-COVID-19 individuals "
        "(n=21). Severe COVID-19 individuals (n=20) were compared to asymptomatic or mild COVID-19 "
        "cases (n=30). RESULTS: Proteins were higher in patients than in non-COVID-19 individuals.",
    )
    told = row(made, "People") + told_in(made, "quick_summary")
    assert "20 patients" not in told
    assert "30 people" not in told


def test_a_result_against_one_of_two_groups_is_not_told_against_both():
    made = page_that_passes(
        "Blood flow in long COVID",
        "METHODS: This study included 80 long COVID, 60 recovered COVID and 25 healthy controls. "
        "RESULTS: Relative to recovered COVID, long COVID patients had no significant difference "
        "in blood flow. Blood flow was lower in long COVID than HC.",
    )
    text = " ".join(s.text for s in made.statements() if s.label != "Compared with")
    assert "and healthy people" not in text.replace("and 25 healthy people", "").replace(
        "people who had got well and healthy people differ in", ""
    )
    assert row(made, "Compared with") == "60 people who had got well and 25 healthy people"


def test_those_who_took_a_drug_and_those_who_did_not_had_the_same_illness():
    made = page_that_passes(
        "Statins and headache in long COVID",
        "METHODS: A retrospective cohort study was conducted among adults with long COVID found "
        "between January 2020 and June 2024. Propensity score matching balanced profiles between "
        "statin users and non-users. RESULTS: Among 4,100 matched pairs, statin use was associated "
        "with a significantly lower risk of headache (HR = 0.80, 95% CI: 0.70-0.91).",
        (),
    )
    opening = told_in(made, "quick_summary")
    assert "adults with long COVID" in opening and "other people" not in opening


def test_nobody_is_set_beside_others_whom_the_text_does_not_know():
    made = page_that_passes(
        "Exercise capacity in people with long COVID",
        "METHODS: Sixty people with long COVID did two exercise tests on two days. RESULTS: Oxygen "
        "uptake was lower on the second day (P = 0.01).",
        ("Case-Control Studies",),
    )
    told = " ".join(s.text for s in made.statements())
    assert "60 people with long COVID" in told
    assert "others" not in told and "control" not in told


def test_what_is_planned_at_each_site_is_not_the_plan_of_all():
    each = page_that_passes(
        "Yoga for long COVID: a study protocol",
        "METHODS: A total of 90 participants will be enrolled in the trial at each study site. "
        "They will have yoga.",
    )
    assert not any(s.label == "People" for s in each.statements())
    whole = page_that_passes(
        "Yoga for long COVID: a study protocol",
        "METHODS: This trial aims to recruit 2000 persons aged 18 to 64 years with long COVID. "
        "They will have yoga.",
    )
    assert row(whole, "People") == "2,000 planned"
    taken_in = page_that_passes(
        "Smell training for long COVID: a randomized trial protocol",
        "METHODS: Participants with long COVID (N = 180) will be enrolled and randomized to smell "
        "training or placebo training.",
    )
    assert row(taken_in, "People") == "180 planned"


def test_one_treatment_set_against_another_is_no_change_since_the_start():
    made = page_that_passes(
        "Fasting for long COVID: a randomized crossover trial",
        "METHODS: Subjects with long COVID were randomized to fasting or a diet for four weeks and "
        "then crossed over to the other. RESULTS: Fasting was superior to the diet in reducing "
        "fatigue (p = 0.01). Fatigue fell over the ten weeks from 38 to 18 (p < 0.001).",
        ("Randomized Controlled Trial",),
    )
    text = " ".join(s.text for s in made.statements())
    assert "gives no comparison with the other" not in text
    assert "compares people with their own start" not in text


def test_those_who_left_are_not_said_to_be_uncounted_where_their_data_were_carried_forward():
    abstract = (
        "METHODS: 50 adults with long COVID had surgery. RESULTS: 44 completed 5-year follow-up. "
        "Pain fell from baseline."
    )
    assert "Only 44 of the 50" in told_in(
        page_that_passes("Surgery in long COVID", abstract), "quick_summary"
    )
    carried = page_that_passes(
        "Surgery in long COVID", abstract + " Data of the others were carried forward."
    )
    assert "of the 50" not in told_in(carried, "quick_summary")
    assert "who started" not in told_in(carried, "limitations")


def test_of_two_illnesses_the_one_that_may_follow_is_not_what_all_had():
    made = page_that_passes(
        "Long COVID and death in patients hospitalized with COVID-19",
        "METHODS: We recruited a total of 2500 patients hospitalized with COVID-19 and followed "
        "them for one year. RESULTS: Half reported long COVID.",
    )
    told = told_in(made, "quick_summary")
    assert "followed 2,500 people (“hospitalized with COVID-19”) for one year" in told
    assert "long COVID or COVID-19" not in told_in(made, "quick_summary")


def test_people_beside_those_with_an_illness_are_told_with_them():
    made = page_that_passes(
        "Long COVID in people with multiple sclerosis: a cross-sectional survey",
        "METHODS: We surveyed 900 people with multiple sclerosis and 1100 controls. RESULTS: "
        "Long COVID was more common in people with multiple sclerosis.",
    )
    assert "900 people with multiple sclerosis and 1,100 people for" in told_in(
        made, "quick_summary"
    )


def test_controls_that_the_text_calls_healthy_are_healthy_people_everywhere():
    made = page_that_passes(
        "Heart rate in long COVID: a case-control study",
        "METHODS: We compared 30 patients with long COVID and 26 controls. Controls were healthy "
        "volunteers. RESULTS: Heart rate was higher in patients than in controls.",
    )
    text = " ".join(s.text for s in made.statements() if s.label != "People")
    assert row(made, "Compared with") == "26 healthy people"
    assert "people for comparison" not in text


def test_animals_and_cells_have_no_rows_on_people():
    made = page_that_passes(
        "Spike protein in mice",
        "METHODS: Mice were given spike protein. RESULTS: Clotting was faster in treated mice.",
    )
    assert not [s for s in made.statements() if s.label in ("People", "Who they were")]


def test_a_result_before_and_after_keeps_its_name():
    made = page_that_passes(
        "Yoga for long COVID",
        "METHODS: We enrolled 40 adults with long COVID. All did yoga. RESULTS: Fatigue "
        "fell from baseline (9.9 vs. 8.5, P < 0.001).",
    )
    told = [s.label or "" for s in made.statements() if s.section == "observed_findings"]
    assert any("their own start" in label for label in told)


def test_those_who_were_compared_with_stand_among_the_groups_and_brackets_are_closed():
    made = page_that_passes(
        "Sleep in COVID-19",
        "METHODS: Data for the follow-up patients (n = 27) were compared with controls (n = 41) "
        "and hospitalized COVID-19 patients (n = 18, with several visits). RESULTS: Sleep was less "
        "in follow-up patients than in controls (p = 0.01).",
    )
    told = row(made, "People")
    assert "“controls (n = 41)”" in told
    assert told.count("(") == told.count(")") == 3

"""The row "People": a number of the ill says what they have, and nobody is told for another."""

import pytest

from evidence_atlas.records import Page

from .pages import page, page_that_passes, row, told_in

MEANING = " (symptoms that last after COVID)"
FOLLOWED = "METHODS: In this cohort study we followed 132 adults after a stroke. RESULTS: "


def people(made: Page) -> str:
    """The row without what a name in it means."""
    return row(made, "People").replace(MEANING, "")


@pytest.mark.parametrize(
    ("title", "abstract", "told"),
    [
        # Two parts of all: what the one has and the other has not.
        (
            "Stroke and long COVID: a cohort study",
            f"{FOLLOWED}We compared 26 with long COVID with 106 without it.",
            "132 people; 26 of them with long COVID and 106 without",
        ),
        (
            "Stroke and long COVID: a cohort study",
            f"{FOLLOWED}They were classified as having long COVID (n = 26) or resolved infection "
            "(n = 106).",
            "132 people; 26 of them with long COVID and 106 without",
        ),
        # Of two illnesses of the study, the one that the number's own words name.
        (
            "Migraine, long COVID and work: a cohort study",
            "METHODS: This cohort study included 900 adults, of whom 150 (17%) reported migraine. "
            "RESULTS: Work was lost to migraine and to long COVID.",
            "900 people; 150 of them with migraine",
        ),
        # Patients beside people without the illness are no "enrolled" of nobody knows whom.
        (
            "Walking in long COVID",
            "METHODS: This case-control study recruited 27 participants with a diagnosis of long "
            "COVID from a clinic, together with 16 age-matched controls. RESULTS: They walked "
            "less far than controls.",
            "27 people with long COVID; 16 people for comparison",
        ),
    ],
)
def test_a_number_of_the_ill_says_what_they_have(title, abstract, told):
    assert people(page(title, abstract)) == told


def test_an_illness_that_a_number_denies_is_not_told_with_it():
    made = page(
        "Stroke and long COVID: a cohort study",
        f"{FOLLOWED}Of these, 26 had no history of long COVID and 106 could not tell.",
    )
    assert "with long COVID" not in people(made)


@pytest.mark.parametrize(
    ("title", "abstract", "told", "untold"),
    [
        # Those who got over an illness, beside others who never had it.
        (
            "Lung function and what is left of an infection",
            "METHODS: We measured lung function in individuals recovered from COVID-19 (n = 77) "
            "and in individuals with no prior COVID-19 (n = 41). RESULTS: It was lower in the "
            "recovered group than in the other group.",
            "77 people after COVID-19",
            "77 people and",
        ),
        # Fewer were studied than were taken in at first.
        (
            "Tiredness after a stay in hospital: a cohort study",
            "METHODS: A retrospective cohort study was done. RESULTS: Overall, 1271 patients were "
            "admitted. After excluding those who could not be reached by telephone, 454 were "
            "included in the analysis. Tiredness was common.",
            "454",
            "1,271",
        ),
        # The title's people are one of two groups that the study set side by side.
        (
            "Training in patients with long COVID combined with heart failure",
            "METHODS: This retrospective study included 89 patients with long COVID, who were "
            "divided into a heart failure (HF) group and a non-HF group. RESULTS: Walking was "
            "shorter in the HF group than in the non-HF group.",
            "with long COVID",
            "heart failure”",
        ),
        (
            "Tiredness in hospitalized adults treated with heparin",
            "METHODS: In this retrospective cohort study 5200 hospitalized adults were followed. "
            "We compared those given heparin with the untreated. RESULTS: Tiredness was rarer "
            "with heparin than in untreated adults.",
            "5,200",
            "treated with heparin”",
        ),
        # The first of several places is not where all of them lived.
        (
            "Sleep after an infection",
            "METHODS: This cross-sectional survey included 480 adults with symptomatic COVID-19 in "
            "Peru, Brazil, Chile, Kenya and India. RESULTS: Sleep was poor in 40%.",
            "480 adults",
            "in Peru",
        ),
    ],
)
def test_the_opening_tells_neither_a_part_nor_others_for_all(title, abstract, told, untold):
    first = next(s.text for s in page(title, abstract).statements() if s.section == "quick_summary")
    assert told in first
    assert untold not in first


def test_an_illness_of_one_of_two_counted_parts_is_not_told_of_all():
    made = page(
        "Care after long COVID compared with other infections",
        "METHODS: We followed patients for 12 months in this cohort study. RESULTS: Among 5700 "
        "patients, 3500 had long COVID and 2200 had other infections. Care was used more.",
    )
    first = next(s.text for s in made.statements() if s.section == "quick_summary")
    assert "people with long COVID" not in first


def test_a_sum_is_told_where_no_number_is_and_brackets_are_none_of_it():
    made = page(
        "Sleep of children after the virus",
        "METHODS: This cohort study included 300 babies/toddlers (mean [SD] age, 12 [9] months; "
        "150 boys [50%]) and 200 older children (mean [SD] age, 48 [10] months; 99 girls [49%]). "
        "RESULTS: Sleep was shorter in those with long COVID.",
    )
    assert people(made) == "500 people"
    assert "500 children" in told_in(made, "quick_summary")


def test_groups_of_which_nothing_can_be_told_are_told_as_one():
    made = page(
        "Mood in children with long COVID",
        "METHODS: Children with long COVID (n = 60, 30% girls) answered. Reference data were taken "
        "from an MT-cohort (n = 50, 40% girls) and a GP-cohort (n = 700, 51% girls). RESULTS: "
        "Children with long COVID had worse mood than children of the MT- and GP-cohorts.",
    )
    assert row(made, "Compared with") == "750 people for comparison"
    assert "50 people for comparison and" not in told_in(made, "quick_summary")


def test_patients_there_for_comparison_are_not_told_as_the_ill():
    made = page_that_passes(
        "Heart in long COVID",
        "METHODS: In this study 90 patients with long COVID had a scan. They were compared with "
        "control groups of healthy volunteers (n = 40) and smoking-matched patients (n = 30). "
        "RESULTS: Scars were more common in patients with long COVID than in controls.",
    )
    assert row(made, "Compared with") == "40 healthy people and 30 smoking-matched people"

"""A reader filters studies by what they look at: each stands under the approach it has."""

import pytest
from builders import make_reading, make_record, passage_reading

from evidence_atlas.grading.approach import APPROACHES, approach

TREATED, GENES, BODY, MIND = APPROACHES[:4]
MEASURED, COMMON, LIFE = APPROACHES[4:]


def told(title, text="", kind=None, **reading):
    return approach(kind, make_record(title, text), make_reading(**reading)).value


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Fatigue, cytokines and mood after twelve weeks of tiotrine", "RCT", TREATED),
        ("Blood clots in adults with asthma", "Case-control", BODY),
        ("Genotypes of adults with asthma", "Genetic association", GENES),
        ("Anxiety and coping in asthma", "Cross-sectional", MIND),
        ("A questionnaire on wheeze: reliability and validity", "Methods", MEASURED),
        ("Prevalence of asthma among bakers", "Cross-sectional", COMMON),
        ("Living with asthma in immunology wards", "Qualitative", LIFE),
        ("Sick leave and income with asthma", "Cohort", LIFE),
    ],
)
def test_each_kind_of_question_has_its_approach(title, kind, expected):
    assert told(title, kind=kind) == expected


def test_the_infection_before_an_illness_is_no_study_of_the_body():
    assert told("Symptoms one year after viral infection in bakers", kind="Cohort") == COMMON


def test_who_was_studied_is_not_what_was_studied():
    title = "Cytokines in adults with persistent symptoms and anxiety"
    assert told(title, kind="Cross-sectional") == BODY


def test_people_diagnosed_by_a_doctor_are_no_study_of_diagnosis():
    assert told("Risk of hospital-diagnosed asthma after flu: a register", kind="Cohort") == COMMON


@pytest.mark.parametrize("name", ["tiotrine", "an exercise programme", "talking therapy", "yoga"])
def test_a_trial_is_of_a_treatment_whatever_was_given_and_measured(name):
    for measured in ("Serum cytokines", "Depression scores"):
        text = f"{measured} were the outcome of a randomised trial of {name}."
        assert told(f"What {name} does in asthma", text, kind="RCT") == TREATED


def test_the_background_counts_little():
    record = make_record(
        "Asthma in bakers",
        "Immune cells, cytokines and blood vessels play a part. We asked how common asthma is.",
    )
    reading = passage_reading(record, ["background", "aim"])
    assert approach("Cross-sectional", record, reading).value == COMMON


def test_a_notice_looks_at_nothing():
    badge = approach("Notice", make_record("Correction: Tiotrine for asthma"), make_reading())
    assert badge.value is None
    assert badge.because[0].text == "A notice looks at nothing itself."


def test_words_that_tell_nothing_leave_the_badge_empty():
    badge = approach(None, make_record("On asthma", "It is what it is."), make_reading())
    assert badge.value is None
    assert badge.because[0].rule == "no-words"


def test_the_badge_quotes_its_words_and_names_the_study_type():
    badge = approach("RCT", make_record("Tiotrine therapy for asthma"), make_reading())
    words, kind = badge.because
    assert words.quote.text in ("therapy", "Tiotrine therapy")
    assert kind.text == "Its study type speaks for this approach: RCT."


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Asthma: paths of inflammation and management strategies", "Narrative review", BODY),
        ("Inhaler and other drug use and blood vessels in asthma", "Cross-sectional", BODY),
        ("PET/CT shows protein expression of lungs in asthma", "Case-control", BODY),
        ("Diet and nutrition in relation to asthma", "Scoping review", TREATED),
        ("Proteome of dried drops in asthma with low mood", "Case-control", GENES),
        ("Adherence and patient engagement in exercise referral", "Cohort", LIFE),
        ("Oxygen uptake and muscles in asthma", "Case-control", BODY),
        ("Residual lung manifestations after pneumonia", "Cohort", COMMON),
    ],
)
def test_what_is_asked_tells_the_approach_and_not_a_word_beside_it(title, kind, expected):
    assert told(title, kind=kind) == expected

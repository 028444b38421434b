"""What was measured is what the text says was, and never a word that only stands in it."""

from __future__ import annotations

import pytest

from .test_results import reading

SURVEY = "METHODS: We studied 80 adults with asthma at one clinic. "


@pytest.mark.parametrize(
    ("abstract", "measured"),
    [
        (
            "METHODS: Adults with asthma were randomised to yoga or usual care. The primary "
            "outcome was change in peak expiratory flow. Secondary outcomes were night waking and "
            "use of inhalers.",
            ("peak expiratory flow", "night waking"),
        ),
        (
            "METHODS: Adults took part. MAIN OUTCOME MEASURES: Night waking and inhaler use.",
            ("Night waking", "inhaler use"),
        ),
        (
            "METHODS: We measured sputum eosinophils and exhaled nitric oxide in 40 adults with "
            "asthma.",
            ("sputum eosinophils", "exhaled nitric oxide"),
        ),
        (
            "METHODS: In 40 adults with asthma, small airway volume and airway wall thickness were "
            "quantified using computed tomography.",
            ("small airway volume", "airway wall thickness"),
        ),
        (
            "OBJECTIVE: To assess unmet care needs among adults with asthma. METHODS: Adults "
            "answered once.",
            ("unmet care needs",),
        ),
        (
            "OBJECTIVE: To examine the effect of damp homes on night-time cough in 90 children.",
            ("night-time cough",),
        ),
    ],
)  # fmt: skip
def test_the_text_s_own_words_say_what_was_measured(
    abstract: str, measured: tuple[str, ...]
) -> None:
    assert reading(abstract).outcomes == measured


@pytest.mark.parametrize(
    ("abstract", "not_measured"),
    [
        (SURVEY + "Adults with depression were excluded. We measured night waking.", "depression"),
        (SURVEY + "Odds were adjusted for sleep and pain. We measured attacks.", "sleep"),
        (SURVEY + "We measured white cells by whole blood flow cytometry.", "blood flow"),
        (SURVEY + "Those with symptoms after vaccination took part. We measured heart rate.", "vaccination"),  # noqa: E501
        (SURVEY + "Four came because of chest pain. We recorded attacks.", "pain"),
        (SURVEY + "We calculated the prevalence ratio. We assessed attacks.", "prevalence"),
        ("BACKGROUND: Asthma comes with fatigue. METHODS: We measured peak flow.", "fatigue"),
        ("METHODS: Cells bearing spike proteins were treated. We measured viral entry.", "proteins"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_word_that_tells_of_people_or_is_allowed_for_is_no_outcome(
    abstract: str, not_measured: str
) -> None:
    found = reading(abstract)
    assert found.outcomes
    assert not_measured not in found.outcomes


def test_what_was_given_was_not_measured() -> None:
    found = reading(
        "METHODS: Sixty adults with asthma were randomised to yoga or usual care. We evaluated "
        "yoga practice and night waking."
    )
    assert "yoga" in found.interventions
    assert found.outcomes == ("night waking",)


def test_two_halves_of_one_name_stay_together() -> None:
    found = reading(
        "METHODS: We assessed physical and mental health and antibodies against A and B."
    )
    assert found.outcomes[0] == "physical and mental health"


def test_the_name_before_the_verb_is_the_outcome_of_a_result() -> None:
    found = reading(
        SURVEY + "RESULTS: Nine people visited a clinic due to chest pain, and heart rate was "
        "higher in adults with asthma than in healthy people.",
    )
    assert "pain" not in [r.outcome for r in found.results]


@pytest.mark.parametrize(
    ("sentence", "follow_up", "duration"),
    [
        ("People were followed for an average of 20 months.", "20 months", None),
        ("They were followed up to one year after discharge.", "up to one year", None),
        ("They were followed for at least 3 months.", "at least 3 months", None),
        ("There was a 3-month follow-up, and then visits at 6, 12 and 24 months.", None, None),
        ("The model looks over 6 months ahead.", None, None),
        ("Between them lay 2 weeks of surgical recovery.", None, None),
        ("Adults took the drug for 12 weeks.", None, "12 weeks"),
    ],
)
def test_a_length_is_the_study_s_own(
    sentence: str, follow_up: str | None, duration: str | None
) -> None:
    found = reading("METHODS: Eighty adults with asthma took part. " + sentence).design
    assert (found.follow_up, found.duration) == (follow_up, duration)


def test_a_crossover_is_as_long_as_all_of_it() -> None:
    found = reading(
        "METHODS: In this 10-week randomised crossover trial, 30 adults with asthma had 4 weeks of "
        "yoga and 4 weeks of qigong, over 4 weeks each."
    )
    assert found.design.duration == "10 weeks"


def test_a_comparator_is_not_what_was_tried() -> None:
    found = reading(
        "METHODS: Sixty adults with asthma were randomised. Intervention arm: yoga for 90 days. "
        "Comparator arm: self-management for 90 days.",
        "A trial of yoga in asthma",
    )
    assert (found.interventions, found.comparators) == (("yoga",), ("self-management",))


def test_a_treatment_of_two_parts_is_told_whole() -> None:
    found = reading(
        "METHODS: Sixty adults with asthma were randomised to usual care, or to training in "
        "psycho-education and pulmonary rehabilitation."
    )
    assert found.interventions == ("psychoeducation", "rehabilitation")


def test_one_sham_is_not_counted_as_sham_and_placebo() -> None:
    found = reading(
        "METHODS: In this placebo-controlled trial 60 adults with asthma were randomised to yoga "
        "or sham exercise."
    )
    assert found.comparators == ("sham",)

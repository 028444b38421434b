"""What is told of everybody is so of everybody, and what was given is told whole."""

from __future__ import annotations

from evidence_atlas.writing.sentences.goes_on import more_was_given

from .pages import page, row, told_in


def test_the_age_of_one_of_two_groups_is_not_told_of_all():
    text = (
        "METHODS: We asked nurses (n=12; aged 29-64 years; 9 women) and patients with asthma "
        "(n=5; aged 37-51 years) in interviews. RESULTS: They wished for quiet rooms."
    )
    made = page("A quiet room: interviews with nurses and patients", text)
    assert "29" not in row(made, "Who they were") and "37" not in row(made, "Who they were")


def test_the_age_of_all_is_told():
    text = (
        "METHODS: We asked 17 patients with asthma (aged 29-64 years; 9 women) in interviews. "
        "RESULTS: They wished for quiet rooms."
    )
    made = page("A quiet room: interviews with patients", text)
    assert "29-64" in row(made, "Who they were")


def test_a_time_that_is_only_the_first_of_several_is_no_length_of_follow_up():
    text = (
        "METHODS: In this randomised trial 200 adults with asthma will receive salt or placebo for "
        "5 days. Wheezing will be assessed at 3-month follow-up and then re-assessed at 6, 12, and "
        "24\u00a0months."
    )
    made = page("Salt for asthma: a protocol of a randomised trial", text)
    assert "followed for 3 months" not in row(made, "How long")


def test_a_length_loses_the_capital_of_its_title():
    made = page(
        "Wheezing Over a 12 Months Follow-up",
        "METHODS: We saw 90 people with asthma. RESULTS: Wheezing was rarer at the end (p = 0.01).",
    )
    assert "12 Months" not in " ".join(s.text for s in made.statements() if s.label == "How long")


def test_what_was_given_is_not_told_in_part_as_if_it_were_all():
    told = "She improved after treatment with tear drops and honey"
    assert more_was_given(told, ", and a mixture of herbs with seven leaves")
    assert not more_was_given(told, ", and her pain was gone as well")
    assert not more_was_given("She had pain and a cough", ", and a mixture of signs")


def test_a_treatment_that_is_reported_to_have_worked_is_told_of_a_case():
    made = page(
        "Case Report: Nerve block improves stomach Long COVID symptoms.",
        "Symptoms after COVID are common. Stomach pain has received little attention to date. "
        "Here, we are first to report successful treatment of persistent post-COVID stomach pain "
        "in three patients using a nerve block, a procedure commonly used for belly pain.",
        ("Case Reports",),
    )
    told = told_in(made, "quick_summary")
    assert "“successful” treatment of lasting post-COVID stomach pain in three patients" in told


def test_things_that_associated_with_a_thing_were_linked_with_it():
    made = page(
        "Burnout of nurses",
        "METHODS: We asked 168 nurses. RESULTS: Noise and a lack of rest were the variables that "
        "significantly associated with burnout (p = 0.01).",
    )
    told = " ".join(s.text for s in made.statements())
    assert "that clearly linked with" not in told
    assert "that were clearly linked with burnout" in told


def test_the_purpose_of_a_review_is_not_what_it_says():
    made = page(
        "Asthma in school children: then and now",
        "PURPOSE OF REVIEW: In 2020 asthma was common. A clinical case definition for asthma in "
        "school children by expert consensus was agreed in 2019. This review aims to summarize "
        "what is known of asthma in school children.\n"
        "RECENT FINDINGS: Asthma in adults is often marked by a cough at night. Many had it for "
        "years.\n"
        "SUMMARY: The implications of the findings are that asthma in school children is not the "
        "same as in adults; and trials are needed.",
        ("Review",),
    )
    assert "was agreed" not in told_in(made, "quick_summary")

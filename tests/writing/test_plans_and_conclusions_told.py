"""What a plan is to measure, and what its authors conclude, stands in Quick where it can be told.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from evidence_atlas.writing.authors.authors_report import names_its_subject, reported
from evidence_atlas.writing.authors.may_be_chance import only_a_ratio
from evidence_atlas.writing.quick.opening_topic import with_bare_count
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.sentences.empty_results import brought_along

from .pages import material, quick_of

PLAN = (
    "BACKGROUND: Asthma wakes many at night. METHODS: 80 adults with asthma will be randomly "
    "assigned to bed covers or usual care for 12 weeks. "
)
PLANNED = "Bed covers for adults with asthma: a study protocol of a randomised trial"


def plan(text: str, title: str = PLANNED) -> str:
    return " ".join(quick_of(PLAN + text, title, ("Clinical Trial Protocol",)))


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("The primary outcome of the Nightly Cough Scale score at six weeks will be compared by a "
         "mixed model.", "the Nightly Cough Scale score at six weeks."),
        ("MAIN OUTCOMES: Primary Outcome: Change in nights without cough. Secondary outcomes "
         "will be sleep and mood.", "change in nights without cough."),
        ("The primary assessment index was the score for nightly cough, and the secondary "
         "indexes included sleep.", "the score for nightly cough."),
        ("The primary endpoint will be nights without cough (NWX-9L).", "nights without cough."),
        # A questionnaire that nobody knows by its code goes, and what it measures stays.
        ("The primary endpoint will be nights without cough, scored with the NWX-9L at six weeks.",
         "nights without cough."),
        ("The primary outcome is the between-group difference in nights without cough.",
         "the difference between the groups in nights without cough."),
    ],
)  # fmt: skip
def test_a_plan_tells_its_main_outcome_in_whatever_order_it_names_it(sentence: str, measured: str):
    assert f"The main thing to be measured: {measured}" in plan(sentence)


def test_a_plan_without_a_main_outcome_tells_what_its_authors_want():
    told = plan("We aim to find out whether bed covers ease the nightly cough of bakers.")
    assert "They are to have bed covers or usual care" in told
    assert "The authors want to find out whether bed covers ease the nightly cough" in told


def test_what_a_plan_looks_at_besides_is_not_its_subject():
    told = " ".join(quick_of(
        "BACKGROUND: Asthma wakes many. METHODS: A randomised controlled trial of the Blue Door "
        "course in people with asthma. The primary outcome is how far they come by week nine. "
        "The secondary outcomes include physical and self-report measures.",
        "Take heart after asthma: a pilot study protocol", ("Clinical Trial Protocol",),
    ))  # fmt: skip
    assert "self-report" not in told
    assert "The main thing to be measured: how far they come by week nine." in told


SURVEY = (
    "BACKGROUND: Asthma is common among bakers. METHODS: We asked 90 bakers with asthma about "
    "work. RESULTS: "
)


def survey(results: str, title: str = "Night cough in bakers with asthma: a survey") -> str:
    return " ".join(quick_of(SURVEY + results, title))


@pytest.mark.parametrize(
    ("concluded", "told"),
    [
        ("These findings indicate long-term weakness of the airways in bakers, highlighting the "
         "need for masks.", "The authors suggest long-term weakness of the airways in bakers."),
        ("Our findings suggest no association between night work and the start of asthma.",
         "The authors conclude that there was no clear association between night work and"),
        ("Our results suggest the presence of a lasting cough in bakers with asthma.",
         "The authors suggest the presence of a lasting cough in bakers"),
    ],
)  # fmt: skip
def test_what_findings_indicate_is_told_though_no_verb_follows(concluded: str, told: str):
    m = material(
        "Night cough in bakers with asthma", f"{SURVEY}Nine coughed. CONCLUSION: {concluded}"
    )
    assert any(s.text.startswith(told) for s in reported(m, len(m.reading.sentences) - 1))


def test_a_finding_may_hold_a_term_between_marks():
    told = survey(
        'Four in five bakers with asthma had a so-called "oven cough" at night, mostly in winter.'
    )
    assert "‘oven cough’ at night" in told


def test_what_is_said_of_the_name_of_an_illness_is_not_told_of_the_illness():
    told = survey('Searches for flour rose in the weeks after those of "long COVID" in all towns.')
    assert "‘long COVID’" not in told


def test_three_traits_that_groups_brought_along_are_no_finding():
    assert brought_along(
        "Bakers given the mask were older (51 vs. 43 years), less often female, had a higher BMI, "
        "smoked less often and had lower scores for worry than bakers without it."
    )
    # What goes with a risk is found.
    assert not brought_along(
        "Bakers with cough were older, more often female, had a higher BMI, smoked more often and "
        "had a higher risk of asthma."
    )


def test_an_effect_by_its_number_alone_is_not_told():
    m = material(
        "Masks for bakers with asthma",
        "METHODS: We followed 80 bakers with asthma. RESULTS: For cough, average treatment effects "
        "were 0.02 and 0.03. Average treatment effects were 2 points and 3 points for wheeze.",
    )
    bare, counted = (i for i, s in enumerate(m.reading.sentences) if "effects" in s.text)
    assert only_a_ratio(m, bare)
    assert not only_a_ratio(m, counted)


def test_the_short_form_of_a_title_is_its_subject_in_the_singular_too():
    m = material("Extra heart beats (EHBs) in bakers with asthma", "EHB were rare in 80 bakers.")
    assert names_its_subject(m, "EHB")
    assert names_its_subject(m, "EHBs")
    assert not names_its_subject(m, "EH")


def test_people_are_not_set_beside_healthy_people():
    slots: Any = SimpleNamespace(unquoted={"“post-asthma bakers”": "people"}, bare_counts={})
    both = Said("Researchers measured cells in “post-asthma bakers” and healthy people.", ())
    assert with_bare_count(slots, both) == both
    alone = Said("Researchers measured cells in “post-asthma bakers”.", ())
    assert with_bare_count(slots, alone).text == "Researchers measured cells in people."

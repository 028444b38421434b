"""A page counts those who had the illness and tells both halves of a contrast, in Quick, too."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.records import quote, quoted, texts
from evidence_atlas.writing.authors.halves import half_told
from evidence_atlas.writing.quick.both_halves import with_both_halves
from evidence_atlas.writing.said import Said

from .pages import material, page_that_passes, quick_of, row, told_in


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        (
            "Night work and long COVID: a cohort study",
            "METHODS: We followed 900 nurses. RESULTS: The nurses with long COVID (n = 140) worked "
            "fewer nights than those without (n = 760).",
        ),
        # They are counted by a short form of its name.
        (
            "Night work after an infection in long COVID subjects",
            "Long COVID (LC) may last. We enrolled 900 nurses with COVID-19. LC occurred in "
            "140/900 patients (16%); 77% had worked at night.",
        ),
        (
            "Night work and long COVID in nurses: a survey",
            "METHODS: In all, 900 nurses answered. RESULTS: Of 900 nurses, those with long COVID "
            "(15.6%; 140/900) worked fewer nights.",
        ),
    ],
)
def test_where_a_part_is_counted_as_ill_the_row_gives_the_illness_to_no_more(title, abstract):
    made = page_that_passes(title, abstract)
    assert re.search("140 (?:of them|people) with long COVID", told_in(made, "study_at_a_glance"))
    assert row(made, "Illness, as named").endswith("; not everyone who took part had it")


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        # Some of them were compared with others.
        (
            "Tea in the evening and long COVID: a cohort study",
            "METHODS: We followed 174 adults for a year, 67 patients and 107 controls. RESULTS: "
            "Tea in the evening increased the odds of having long COVID.",
        ),
        # Those counted had what may come before it.
        (
            "Sleep is associated with post-acute sequelae of COVID-19",
            "METHODS: We followed COVID-19 patients (n = 75) for a year. RESULTS: Those who went "
            "on to develop post-acute sequelae of COVID-19 had slept less.",
        ),
        # How many have it is what is asked.
        (
            "Four definitions of long COVID",
            "OBJECTIVE: To assess long COVID prevalence by four definitions. METHODS: We followed "
            "2,575 members. RESULTS: The definitions did not agree.",
        ),
    ],
)
def test_what_a_study_looks_for_is_given_to_no_more_than_have_it(title, abstract):
    told = row(page_that_passes(title, abstract), "Illness, as named")
    assert "; not everyone who took part had" in told or "; the study asked who had it" in told


def test_a_group_with_another_illness_is_not_counted_in_with_the_ill():
    told = quick_of(
        "OBJECTIVE: To study the walking of patients with long COVID, who were compared to people "
        "with ME/CFS and healthy volunteers. METHODS: Four cohorts: a long COVID questionnaire "
        "cohort (QC; n = 204), a long COVID walking cohort (WC; n = 31), an ME/CFS cohort (n = 12) "
        "and healthy volunteers (HV; n = 12). RESULTS: Cough was less severe in long COVID than in "
        "ME/CFS.",
        "Walking in long COVID: what people say and what is seen",
    )
    assert "259" not in told[0] or "other groups of people" in told[0], told


def test_behaviour_that_prevents_asks_nobody_who_has_the_illness():
    told = quick_of(
        "METHODS: In all, 605 adults answered. RESULTS: Older adults wore masks more often.",
        "A model of COVID-19 preventive behaviors through the lens of long COVID: a survey",
    )
    assert "to see who" not in told[0]


def test_where_all_are_counted_as_ill_the_row_says_nothing_more():
    made = page_that_passes(
        "Night work in long COVID: a survey",
        "METHODS: In all, 140 nurses with long COVID answered. RESULTS: They worked fewer nights.",
    )
    assert "not everyone" not in row(made, "Illness, as named")


def test_quick_tells_both_halves_of_a_short_contrast():
    told = quick_of(
        "METHODS: We followed 640 adults after influenza and 300 others. RESULTS: The incidence "
        "rate of asthma in adults after influenza was 3.12 (95% CI 2.91-3.30) per 100 person-years "
        "while the rate in adults without influenza was 1.24 (95% CI 1.10-1.31) per 100 "
        "person-years: a hazard ratio of 2.61 (95% CI 2.10-3.20).",
        "Incidence of asthma after influenza: a cohort study",
    )
    assert any("3.12" in s and "1.24" in s and "2.61" not in s for s in told), told


def test_where_a_contrast_is_hard_to_read_its_first_half_is_not_told_twice():
    first = "Her breathing was better with tablets and physical therapy"
    m = material("A case report", f"{first}; but ultimately, lung surgery was necessary.")
    held = quoted(quote(texts(m.record), "abstract", 0, len(first)))
    told = Said(text=f"{first}.", support=(held,), about=("sentences.0",))
    (whole,) = with_both_halves(m, [told])
    assert "surgery" in whole.text
    while whole.plainer:
        (whole,) = whole.plainer
    assert whole.text == told.text


@pytest.mark.parametrize(("mark", "is_half"), [("; but", True), (";", False)])
def test_a_semicolon_before_but_ends_no_contrast(mark, is_half):
    first = "Her breathing was better with tablets and physical therapy"
    m = material("A case report", f"{first}{mark} in the end, her lung had to be opened.")
    held = quoted(quote(texts(m.record), "abstract", 0, len(first)))
    told = Said(text=f"{first}.", support=(held,))
    assert half_told(m, told, [told]) is is_half

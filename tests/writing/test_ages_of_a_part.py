"""An age that is said of some of those who took part is not told as that of all of them."""

from __future__ import annotations

import pytest

from .pages import page, section


def glance(abstract: str, title: str = "Knitting and long COVID: a cohort study") -> str:
    return " ".join(section(page(title, abstract), "study_at_a_glance"))


@pytest.mark.parametrize(
    "told",
    [
        "We followed 640 adults with long COVID. RESULTS: Of these, 71 patients (38 females, mean "
        "age 41.5 years) were knitters.",
        "We followed 640 adults with long COVID. RESULTS: Overall, 210 patients completed the "
        "second visit, with a mean age of 41.5 years.",
        "We followed 640 adults with long COVID. RESULTS: The knitting group had a mean age of "
        "41.5 years.",
        "We followed 640 adults with long COVID. RESULTS: Of the 640 adults enrolled, 58 answered "
        "twice. These participants had a mean age of 41.5 years.",
        "We followed 640 people with long COVID. Stress was evaluated for persons ≥ 18 years old.",
        "In all, 640 adults with long COVID took part, of 940 people referred (62% men, mean age "
        "41.5 years).",
        "We followed 640 adults with long COVID, of whom 71 (11.1%; mean age, 41.5 years) knitted.",
    ],
)
def test_the_age_of_a_part_is_not_told_of_all(told):
    text = glance(f"METHODS: {told} Knitting was slower in winter.")
    assert "41.5" not in text
    assert "18 years" not in text


def test_the_age_of_the_ill_is_not_told_of_those_compared_with_them():
    text = glance(
        "METHODS: We compared 57 patients with long COVID and 25 healthy controls. RESULTS: The "
        "patients with long COVID had a mean age of 41.5 years. Knitting was slower in patients.",
        "Knitting in long COVID: a case-control study",
    )
    assert "41.5" not in text


@pytest.mark.parametrize(
    "told",
    [
        "We followed 640 adults with long COVID (mean age 41.5 years).",
        "We followed 640 patients with long COVID. RESULTS: The median age was 41.5 years.",
        "We followed 640 patients with long COVID. RESULTS: In all, 612 patients (mean age 41.5 "
        "years) were seen again.",
    ],
)
def test_the_age_of_all_or_nearly_all_is_told(told):
    assert "41.5" in glance(f"METHODS: {told} Knitting was slower in winter.")


def test_an_age_keeps_the_end_to_which_hyphens_lead():
    told = glance("METHODS: We followed 640 pupils with long COVID, aged 11-to-17-years, in May.")
    assert "aged 11-to-17-years" in told

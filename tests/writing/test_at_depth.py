"""Standard tells findings without p, intervals and ratios; Deep tells them whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.records import Page, told_once
from evidence_atlas.writing.sentences.at_depth import without_statistics

from .pages import page


def told(made: Page, section: str, depth: str) -> list[str]:
    return [s.text for s in made.statements() if s.section == section and depth in s.depths]


@pytest.mark.parametrize(
    ("whole", "plain"),
    [
        (
            "Salt was higher in the ill (OR 2.10; 95% CI 1.20 to 3.60; p < 0.01).",
            "Salt was higher in the ill.",
        ),
        (
            "Cramps were more common in the ill (73.4% vs. 30.5%; OR = 6.29, p < 0.001).",
            "Cramps were more common in the ill (73.4% vs. 30.5%).",
        ),
        ("Cramps were seen in 18.0% (95% CI: 12.5-23.5%).", "Cramps were seen in 18.0%."),
        (
            "Most had cramps (47% [95% CI: 29%-65%]) and chills (31% [95% CI: 3%-60%]).",
            "Most had cramps (47%) and chills (31%).",
        ),
        ("The ill were older (49.2 vs. 41.2 years; p = 0.01).",
         "The ill were older (49.2 vs. 41.2 years)."),
        ("Salt rose in the treated, p < 0.001.", "Salt rose in the treated."),
        ("Salt rose to 5.1 mg, (p = 0.02).", "Salt rose to 5.1 mg."),
        ("Salt rose in the ill\u00a0(p = 0.02).", "Salt rose in the ill."),
        # A value whose like beside it goes would be half of a pair.
        (
            "Salt was lower with it (mean X-5 score, 0.93) than without (mean 0.98; p < 0.01).",
            "Salt was lower with it than without.",
        ),
        (
            "Strength (MD 1.3, p < 0.01) and distance (MD 63.0 m, p < 0.01) improved.",
            "Strength and distance improved.",
        ),
        # A figure whose name goes says nothing, nor does an interval without its ratio.
        (
            "Among 12 people (median [IQR] age, 48.4 [37 to 61] years) 9 were ill.",
            "Among 12 people 9 were ill.",
        ),
        (
            "Risk rose in the ill (HR 1.46 [1.07, 1.99]) and the weak (1.56 [1.25, 1.93]).",
            "Risk rose in the ill and the weak.",
        ),
        ("It may help (risk ratio 0.6, 95% CI 0.4 to 0.9; low certainty).",
         "It may help (low certainty)."),
    ],
)  # fmt: skip
def test_statistics_go_and_shares_counts_and_certainty_stay(whole: str, plain: str) -> None:
    assert without_statistics(whole) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Cramps (92%) and chills (73%) were common.",
        "Cramps were common (n = 37; 44%).",
        "Thirteen (12%) had an odd picture of the chest (taken by X-ray).",
        # Without the bracket nothing would say what 48.3 ± 15.6 is.
        "The age (mean ± SD) was 48.3 ± 15.6 years.",
        # The bracket says which group had which share.
        "13% (C2) and 7% (C3) had cramps (p = 0.01).",
        # What is quoted is left as it stands there.
        "All values, the authors write, “rose (p < 0.01)”.",
    ],
)
def test_what_needs_its_brackets_keeps_them(text: str) -> None:
    assert without_statistics(text) == text


@given(st.text(alphabet="ab ()[]%;,.=<p1CI±", max_size=60))
def test_nothing_is_put_in_and_no_bracket_is_left_open(text: str) -> None:
    plain = without_statistics(text)
    letters = iter(text)
    assert all(c in letters for c in plain if c not in "; ()")
    if text.count("(") == text.count(")"):
        assert plain.count("(") == plain.count(")")


FOUND = (
    "We measured salt in the sweat of 61 people with ME/CFS and 58 healthy controls. RESULTS: "
    "Salt was higher in people with ME/CFS than in healthy controls (OR 2.10; 95% CI 1.20-3.60)."
)


def test_a_reader_of_standard_is_spared_what_a_reader_of_deep_is_given() -> None:
    made = page("Salt in the sweat in ME/CFS: a case-control study", FOUND)
    (standard,) = told(made, "observed_findings", "standard")
    (deep,) = told(made, "observed_findings", "deep")
    assert "OR 2.10" not in standard and "CI" not in standard
    assert "(OR 2.10; 95% CI 1.20-3.60)" in deep
    assert without_statistics(deep) == standard


def test_both_stand_on_the_same_source_and_are_one_finding_to_a_list() -> None:
    made = page("Salt in the sweat in ME/CFS: a case-control study", FOUND)
    found = [s for s in made.statements() if s.section == "observed_findings"]
    assert len({s.support for s in found}) == 1
    assert len({s.id for s in found}) == len(found) == 2
    assert [s.depths for s in told_once(found)] == [("standard",)]


AIM = (
    "The aim was to study the long-term effects of COVID-19 in a rural population. METHODS: We "
    "asked 65 people after COVID-19. RESULTS: Cramps were found in 40 % of them."
)


def test_the_aim_that_opens_quick_is_told_again_only_in_deep() -> None:
    made = page("A survey in South India", AIM)
    (opening, *_) = told(made, "quick_summary", "quick")
    assert "The aim was to study the long-term effects of COVID-19" in opening
    assert told(made, "why_it_matters", "standard") == []
    assert len(told(made, "why_it_matters", "deep")) == 1


def test_an_aim_that_quick_does_not_tell_stands_in_standard() -> None:
    made = page(
        "Salt tablets in ME/CFS: a randomised trial",
        "We aimed to find out whether cramps at night can be foretold by fever. METHODS: 40 adults "
        "with ME/CFS were randomised to salt tablets or placebo. RESULTS: Cramps did not differ.",
    )
    assert "The aim" not in " ".join(told(made, "quick_summary", "quick"))
    assert told(made, "why_it_matters", "standard")[0] == (
        "The authors set out to find out whether cramps at night can be foretold by fever."
    )

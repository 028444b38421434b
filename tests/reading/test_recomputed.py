"""What an abstract prints is worked out again, and judged only where the text leaves no way out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, NumberCheck, Record

CONDITION = load("mecfs")
FIT, UNFIT, OPEN = "fits", "does not fit under the readings tried", "cannot tell"


def checks(
    results: str, methods: str = "We compared 40 adults with asthma.", kind: str | None = None
) -> list[NumberCheck]:
    record = Record(
        source="plain",
        raw_hash="",
        title="A study of asthma",
        abstract=(
            AbstractSection(label="METHODS", text=methods),
            AbstractSection(label="RESULTS", text=results),
        ),
        abstract_kind="original",
    )
    found = read(record, CONDITION).numbers_checked
    return [c for c in found if kind in (None, c.kind)]


def verdict(results: str, methods: str = "We compared 40 adults with asthma.") -> str | None:
    """The one verdict on the one thing checked; None where nothing was."""
    found = checks(results, methods)
    assert len(found) < 2
    return found[0].verdict if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wheeze was seen in 12/40 (30%) at the end.", FIT),
        ("Wheeze was seen in 30% (12/40) at the end.", FIT),
        ("In all, 12 of the 40 patients with asthma (30%) had wheeze.", FIT),
        ("Wheeze was seen in 12 (30.0%) of the 40 patients.", FIT),
        ("Wheeze was seen in 1 of 8 patients (12%).", FIT),
        ("Wheeze was seen in 1 of 8 patients (13%).", FIT),
        ("Wheeze was seen in 19/244 (8.5%) of them.", UNFIT),
        # The share of the others; of another number that is printed; rounded twice; nearly.
        ("Wheeze had gone in 12/40 (70%) of them.", OPEN),
        ("Of 24 who came, 12/41 (50%) had wheeze.", OPEN),
        ("Wheeze was seen in 47 (86%) of the 55 patients.", OPEN),
        ("By the Kaplan-Meier method, 13/41 (38%) had died.", OPEN),
        ("Wheeze was seen in 12/41 (about 50%) of them.", None),
        # Neither a count nor its share.
        ("Harms of grade 3/4 (27%) were seen.", None),
        ("The odds were 3/4 (95% CI 1 to 2).", None),
        ("It lasted from 3/12 (25% to 60%) of the time.", None),
    ],
)
def test_a_percentage_is_held_against_its_counts(words, expected):
    assert verdict(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wheeze differed, t(38) = 2.10, p = .04.", FIT),
        ("Wheeze differed, F(1, 38) = 4.41, p = .04.", FIT),
        ("Wheeze differed, F(2, 38) = 12.4, p < .001.", FIT),
        ("Wheeze differed (χ2(1) = 6.63, p = .01).", FIT),
        ("Wheeze differed (χ2(1, N = 40) = 6.63, p = .01).", FIT),
        ("Wheeze and age went together (r(38) = .45, p = .004).", FIT),
        ("Wheeze differed (z = 2.58; p = .01).", FIT),
        ("Wheeze differed, t = 2.10, df = 38, p = .04.", FIT),
        ("Wheeze differed, t(38) = 2.10, p = .02.", OPEN),  # one-sided
        ("Wheeze differed, t(38) = 2.10, p = .12.", OPEN),  # corrected for many tests
        ("Wheeze differed, t(38) = 2.10, p < .001.", UNFIT),
        ("By a permutation test wheeze differed, t(38) = 2.10, p < .001.", OPEN),
        ("Wheeze differed (χ2 = 6.63, p = .30).", None),  # no degrees of freedom
        ("Wheeze differed (t = 2.10, p = .50).", None),
        ("Men (F = 11, M = 3) were fewer.", None),
        ("Wheeze and age went together (r = 1.45, n = 38, p = .004).", None),
    ],
)
def test_a_p_is_held_against_its_test_figure(words, expected):
    assert verdict(words) == expected


def test_a_correlation_without_its_number_is_worked_out_for_everybody_or_left_open():
    methods = "A total of 36 adults with asthma were included."
    (fits,) = checks("Wheeze went with age (r = 0.5452, p = 0.0006).", methods)
    assert (fits.verdict, [q.text for q in fits.others]) == (FIT, ["36 adults with asthma"])
    assert "if all 36 were counted" in fits.working
    (open_,) = checks("Wheeze went with age (r = 0.5452, p = 0.2).", methods)
    assert open_.verdict == OPEN


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wheeze was likelier (OR 2.48, 95% CI 1.28-4.82).", FIT),
        ("Wheeze was likelier (OR = 2.473; 95% CI: 1.035-5.909; p = 0.0416).", FIT),
        ("Wheeze was likelier (aOR (95% CI) 3.4 (2.40 to 4.84), p<0.001).", FIT),
        ("The mean difference was 3.2 points (95% CI 1.0 to 5.4; p = 0.004).", FIT),
        ("The mean difference was −3.2 (95% CI −5.4 to −1.0; p = 0.004).", FIT),
        ("Wheeze was likelier (OR 0.743, 95% CI 0.601-0.712).", UNFIT),
        ("Wheeze was rarer (OR 0.50, 95% CI 1.33-3.00).", OPEN),  # the other way round
        ("Wheeze was likelier (OR 2.0, 95% CI 1.5 to 2.7; p = 0.6).", UNFIT),
        ("The difference was 1.0 (95% CI −1.0 to 3.0; p < 0.001).", UNFIT),
        ("The difference was 1.0 (95% CI −1.0 to 3.0; p = 0.16).", OPEN),  # one-sided
        ("Wheeze was likelier (OR 1.19, 95% CI 1.06-1.33, p < 0.0001).", OPEN),  # another test
        ("With Bonferroni's way wheeze was likelier (OR 2.0, 95% CI 1.5 to 2.7; p = 0.6).", OPEN),
        ("The difference was −5 (95% CI −5-1).", None),  # to 1 or to -1
        ("Wheeze was likelier (OR 2.5, 95% CI 1.1-4.0).", None),  # not even, no p
        ("Wheeze was likelier (OR 2.5, 95% CI 1.1-4.0, p = 0.03).", None),  # too little for a fit
        ("Wheeze was likelier (OR 2.5, 95% CI 1.1-4.0, p = 0.2).", OPEN),
        ("Wheeze was likelier (OR 1.2, 95% CI 1.1-6.3, p = 0.04).", OPEN),  # far from the middle
        ("Wheeze was rarer (OR 0.72, 95% CI 0.27-0.92).", OPEN),
        ("Wheeze was seen in 5.6% (95% CI 2.5-8.7%) of those (P < 0.001).", None),
        ("The mean difference was -3.2 (95% CI -1.0 to -5.4; p = 0.004).", FIT),  # ends turned
        ("Wheeze arose at a rate of 2.66 (95% CI 2.63-2.70) per 100 person-years.", FIT),
        ("The incidence rate was 2.0 (95% CI 1.0-4.0) per 100 person-years.", FIT),  # as a ratio
        ("The rate was 0.93 (95% CI 0.91-10.95) per 100 person-years.", UNFIT),  # at one end
        ("The rate was 3.0 (95% CI 1.1-4.0) per 100 person-years.", None),  # exact limits can
        ("Wheeze was seen at a rate of 99.5% (95% CI 90-100%).", None),  # a share near its end
        # An area under a curve of precision and recall is no prevalence ratio.
        ("The rule had a PR-AUC of 0.815 (95% CI: 0.809-0.821).", None),
    ],
)
def test_an_interval_is_held_against_its_estimate_and_its_p(words, expected):
    assert verdict(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wheeze was seen in 49/78 versus 8/67 (p < .001).", FIT),
        ("Wheeze was seen in 12/25 of the women vs 30/137 of the men, p=0.01.", FIT),
        ("Wheeze was seen in 30/78 versus 28/67 (p < .001).", OPEN),
        ("Wheeze was seen in 49/78 before versus 8/67 after (p < .5).", None),
        ("Scores of 3/4 versus 2/4 were found (p < .001).", None),
    ],
)
def test_a_p_is_held_against_the_counts_of_two_groups(words, expected):
    assert verdict(words) == expected


GROUPS = "We compared 18 adults with asthma and 15 healthy controls"


@pytest.mark.parametrize(
    ("more", "p", "expected"),
    [
        (" (mean ± SD, t test)", "P < 0.001", FIT),
        (" (mean ± SEM, t test)", "P < 0.001", UNFIT),
        (" (mean ± SEM, Mann-Whitney test)", "P < 0.001", OPEN),
        (" (mean ± SEM)", "P < 0.001", OPEN),
        ("", "P < 0.001", OPEN),
        ("", "P = 0.9", OPEN),
    ],
)
def test_a_p_is_held_against_two_groups_means_under_each_reading_left_open(more, p, expected):
    words = f"FEV1 was lower in patients (0.79 ± 0.23) than in controls (0.40 ± 0.13, {p})."
    (found,) = checks(words, f"{GROUPS}{more}.")
    assert (found.kind, found.verdict) == ("means", expected)


def test_means_before_and_after_are_not_told_as_two_groups():
    words = "FEV1 in patients before and after was 0.79 ± 0.23 vs 0.40 ± 0.13 (P < 0.001)."
    assert checks(words, f"{GROUPS}.", "means") == []


@pytest.mark.parametrize(
    ("words", "step"),
    [
        # What came out stands beside what is printed, with its naught.
        (
            "Wheeze was likelier (OR 2.0, 95% CI 1.5 to 2.7; p = 0.6).",
            "p comes out under 0.001, where the abstract prints p = 0.6.",
        ),
        (
            "Wheeze was likelier (OR 1.19, 95% CI 1.04-1.35, p < 0.001).",
            "p comes out between 0.0057 and 0.014, where the abstract prints p < 0.001.",
        ),
        ("Wheeze differed, t(38) = 2.10, p = .04.", "p comes out at about 0.042."),
        # A limit printed as if it were the figure itself.
        (
            "The difference was 5.6 (95% CI 3.7 to 7.5; p = 0.01).",
            "It fits if a limit is meant (p < 0.01).",
        ),
        ("Wheeze was seen in 49/78 versus 8/67 (p < .001).", "p comes out under 0.001."),
    ],
)
def test_the_working_is_told_in_words_that_need_no_statistics(words, step):
    (found,) = checks(words)
    assert step in found.working


SEE = (
    "After 12 weeks of treatment, mean FEV1 had risen from 87.8 ± 19.6 to 129.3 ± 20.7 litres "
    "(p < .05)."
)


def change(words: str = SEE, more: str = "") -> NumberCheck:
    methods = f"All 26 adults with asthma were given salt in an open study without controls{more}."
    (found,) = checks(words, methods, "change")
    return found


def test_a_change_with_nothing_said_of_spread_or_test_is_left_open_with_its_working():
    found = change()
    assert found.verdict == OPEN
    assert "about 10⁻⁹ (1 in 1,000,000,000)" in found.working
    assert "about 10⁻⁷ (1 in 10,000,000)" in found.working
    assert "p is about 0.15 if before and after are counted as two separate groups" in found.working
    assert "correlate at about 0.50 or more" in found.working
    assert found.working == " ".join(found.steps)
    assert [t.split(":")[0] for t in found.tried] == ["± as SD", "± as SE"]


def test_a_change_whose_spread_is_stated_is_read_in_that_way_only():
    assert change(more=" (values are mean ± SD)").verdict == FIT
    assert change(more=" (values are mean ± SEM)").verdict == OPEN


def test_a_change_that_no_reading_gives_does_not_fit_only_where_the_t_test_is_named():
    words = "Mean FEV1 had risen from 10.0 ± 1.0 to 10.1 ± 40.0 litres (p < .001)."
    assert change(words).verdict == OPEN
    assert change(words, " by paired t tests").verdict == UNFIT


def test_the_groups_are_held_against_everybody_only_where_all_are_printed():
    methods = "We compared 100 people: 60 patients with asthma and 40 healthy controls."
    (found,) = checks("Wheeze was worse.", methods)
    assert (found.kind, found.verdict, found.steps) == ("sum", FIT, ("60 + 40 = 100.",))
    assert checks("Wheeze was worse.", "We compared 60 patients with asthma and 40 controls.") == []


@pytest.mark.parametrize(
    ("mean", "n", "expected"),
    [("5.18", 28, FIT), ("5.19", 28, OPEN), ("5.2", 28, None), ("5.19", 280, None)],
)
def test_a_mean_of_whole_scores_is_held_against_its_people(mean, n, expected):
    words = f"The Insomnia Severity Index was {mean} ± 2.20 (n = {n}) in the first group."
    assert verdict(words) == expected


def test_a_scale_that_is_no_sum_of_whole_scores_is_not_tried():
    assert checks("The SF-36 was 5.19 ± 2.20 (n = 28) in the first group.") == []


TEXT = st.text(st.sampled_from("tFrzp=<.,;()0159%/±n χCIORto-− "), max_size=120)


@given(TEXT)
def test_no_text_breaks_it_and_every_quote_is_exact(noise):
    words = f"Wheeze (OR {noise} 95% CI 1.2-3.4, p = .02) in 3/12 {noise} (25%), t(3) = {noise}."
    abstract = f"METHODS: We compared 40 adults with asthma.\nRESULTS: {words}"
    for found in checks(words):
        for quote in (found.quote, *found.others):
            assert abstract[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    ("words", "one_sided"),
    [
        # Half of what comes out, some 0.0011, stays above the printed limit.
        ("The mean difference was 3.06 (95% CI 1.10 to 5.02; p < 0.001).", False),
        ("The mean difference was 3.12 (95% CI 1.16 to 5.08; p < 0.001).", True),
    ],
)
def test_a_one_sided_test_explains_only_a_limit_that_it_keeps(words, one_sided):
    (found,) = checks(words)
    assert found.verdict == OPEN
    assert any("one-sided" in step for step in found.steps) is one_sided


@pytest.mark.parametrize(
    ("methods", "named"),
    [
        ("Wheeze was compared with Cochran's test in 40 adults with asthma.", True),
        # A library, and a tool for how well a study was made.
        ("We searched the Cochrane Library for 40 adults with asthma.", False),
    ],
)
def test_another_test_is_named_only_where_one_was_made(methods, named):
    (found,) = checks("The mean difference was 3.06 (95% CI 1.10 to 5.02; p < 0.001).", methods)
    step = "The abstract names a test that finds p in another way."
    assert (step in found.steps) is named

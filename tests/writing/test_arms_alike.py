"""Groups that all had something are not told as one with it and one without."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.brief.links import says_a_link

from .pages import page_that_passes, row, told_in

TRIAL = ("Randomized Controlled Trial",)


def about(made, path: str) -> str:
    return " ".join(s.text for s in made.statements() if path in s.about)


@pytest.mark.parametrize(
    ("title", "methods", "told"),
    [
        # Another length of the same.
        (
            "Tai chi in long COVID: a randomized trial",
            "In a randomized trial, 44 patients with long COVID received either 4 or 9 weeks of "
            "tai chi.",
            "All had tai chi, some more of it than others.",
        ),
        # Two of a kind, as even-handedly of the mind as of the body.
        (
            "Rehabilitation in long COVID: a randomized trial",
            "In a randomized trial of 44 patients with long COVID, we compared two rehabilitation "
            "programmes, one for balance and one for breath.",
            "Each group had a kind of rehabilitation",
        ),
        # One had something more than what both had.
        (
            "Salt air and yoga in long COVID: a randomized trial",
            "In a randomized trial, 44 patients with long COVID had salt capsules and telephone "
            "yoga versus placebo capsules and telephone yoga.",
            "They had salt capsules or a dummy treatment.",
        ),
    ],
)
def test_all_had_it(title, methods, told):
    made = page_that_passes(
        title, f"METHODS: {methods} RESULTS: Fatigue fell in both groups.", TRIAL
    )
    opening = told_in(made, "quick_summary")
    assert told in opening
    assert "One group had" not in opening


def test_one_group_had_it_where_the_other_did_not():
    made = page_that_passes(
        "Tai chi in long COVID: a randomized trial",
        "METHODS: In a randomized trial, 44 patients with long COVID did or did not do tai chi. "
        "RESULTS: Fatigue fell in both groups.",
        TRIAL,
    )
    assert "One group had tai chi." in told_in(made, "quick_summary")


def test_parts_of_one_programme_are_no_groups():
    made = page_that_passes(
        "A combined intervention in long COVID: a randomized trial",
        "METHODS: In a randomized trial, 44 patients with long COVID had a multidisciplinary "
        "intervention of yoga and mindfulness or usual care. RESULTS: Fatigue fell in both groups.",
        TRIAL,
    )
    assert "They had yoga and mindfulness or usual care" in told_in(made, "quick_summary")


@pytest.mark.parametrize(
    ("methods", "told"),
    [
        ("90 patients were followed for a mean of 3 years.", "followed for 3 years on average"),
        ("90 patients were followed for 3 years.", "followed for 3 years"),
        ("90 patients were followed for up to 3 years (median: 2 years).",
         "followed for up to 3 years"),
        ("90 patients did yoga for 6 weeks and were followed up for 8 weeks after it.",
         "6 weeks; followed for 8 weeks"),
    ],
)  # fmt: skip
def test_an_average_is_told_as_one(methods, told):
    made = page_that_passes("Long COVID over time", f"METHODS: {methods} RESULTS: Fatigue fell.")
    assert row(made, "How long") == told


@pytest.mark.parametrize(
    ("methods", "told"),
    [
        ("90 patients walked twice a week for 5 weeks.", ["5 weeks"]),
        ("90 patients walked twice a week for 5 weeks followed by swimming for 7 weeks.", []),
        ("90 patients, who had failed to improve after 5 weeks of rest, walked.", []),
        ("90 patients walked. Fatigue fell by 2 points over 5 weeks.", []),
    ],
)
def test_a_part_of_the_time_is_not_the_whole(methods, told):
    made = page_that_passes("Walking in long COVID", f"METHODS: {methods} RESULTS: Fatigue fell.")
    assert [s.text for s in made.statements() if s.label == "How long"] == told


def test_this_is_a_link_stands_behind_the_link():
    made = page_that_passes(
        "Antibodies in long COVID: a cross-sectional survey",
        "METHODS: We surveyed 300 adults with long COVID. RESULTS: A serological link to infection "
        "was found in 52%. Adults without antibodies had a higher number of symptoms.",
    )
    texts = [s.text for s in made.statements() if s.section == "quick_summary"]
    link = texts.index("This is a link. It does not show cause.")
    assert "higher number" in texts[link - 1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fatigue was linked to poor sleep.", True),
        ("A serological link to infection was found in half.", False),
        ("The most common symptoms were cough and fever.", False),
    ],
)
def test_which_sentences_tell_a_link(text, told):
    assert says_a_link(text) is told


def test_what_supports_an_idea_is_not_concluded():
    made = page_that_passes(
        "Salt and long COVID: a cross-sectional study",
        "METHODS: We surveyed 300 adults with long COVID. RESULTS: Salt intake was low in 40%. "
        "CONCLUSIONS: These findings support the hypothesis that long COVID is a lack of salt.",
    )
    told = told_in(made, "inferred_conclusions")
    assert told.startswith("The authors write that this supports the idea that long COVID")
    assert "conclude" not in told


def test_what_was_known_before_is_not_concluded():
    made = page_that_passes(
        "Salt and long COVID: a cross-sectional study",
        "METHODS: We surveyed 300 adults with long COVID. RESULTS: Salt intake was low in 40%. "
        "CONCLUSIONS: Salt intake may be low in long COVID.\n"
        "WHAT IS KNOWN: • Salt is good for sailors.\n"
        "WHAT IS NEW: • Low salt intake is common in long COVID.",
    )
    told = told_in(made, "inferred_conclusions")
    assert "sailors" not in told
    assert "is common in long COVID" in told


def test_a_conclusion_is_told_with_its_point():
    made = page_that_passes(
        "Sleep and long COVID: a cross-sectional study",
        "METHODS: We surveyed 300 adults with long COVID. RESULTS: Sleep was short in 40%. "
        "CONCLUSIONS: Short sleep was found in many of the adults who had long COVID and worked at "
        "night in the first year, suggesting that night work may be one reason for it.",
    )
    assert "suggesting that night work may be one reason" in told_in(made, "inferred_conclusions")


def test_nobody_is_missed_in_a_study_made_by_computer():
    made = page_that_passes(
        "HLA genes in ME/CFS",
        "METHODS: We determined in silico the predicted binding of two HLA alleles to antigens. "
        "RESULTS: Binding was weaker with one allele than with the other (P < 0.001).",
    )
    assert "By computer" in told_in(made, "quick_summary") or "by computer" in told_in(
        made, "quick_summary"
    )
    assert not about(made, "pem")
    assert "People" not in [s.label for s in made.statements()]


@pytest.mark.parametrize(
    ("title", "whom", "asked"),
    [
        ("What becomes of ME/CFS?", "people with ME/CFS", True),
        ("Who gets ME/CFS after influenza?", "people to see who developed ME/CFS", False),
    ],
)
def test_the_criterion_is_asked_only_of_those_who_had_the_illness(title, whom, asked):
    made = page_that_passes(
        f"{title} A cohort study",
        f"METHODS: We followed 900 {whom} for 4 years. RESULTS: The risk of pain was higher after "
        "influenza than without it.",
    )
    assert bool(about(made, "pem")) is asked


def test_harms_are_told_with_what_stands_behind_though():
    made = page_that_passes(
        "Yoga in long COVID: a single-arm study",
        "METHODS: In this single-arm study, 40 patients with long COVID were given yoga, and we "
        "asked them how tired they were before it and after it. RESULTS: Fatigue fell. No adverse "
        "events occurred, though a check found three participants needing more care.",
    )
    assert "No harms were reported" not in " ".join(s.text for s in made.statements())
    assert "needing more care" in about(made, "harms")


def test_that_it_did_not_bring_on_the_criterion_is_told_beside_safe():
    def given(results: str):
        return page_that_passes(
            "Yoga in long COVID: a single-arm study",
            "METHODS: 40 patients with long COVID were given yoga in a single-arm study. RESULTS: "
            f"{results} CONCLUSIONS: Yoga was safe.",
        )

    made = given("Fatigue fell without triggering post-exertional malaise.")
    told = about(made, "harms")
    assert "“safe” and “without triggering post-exertional malaise”" in told
    assert "only" not in told
    assert "what was seen of harms" not in told_in(made, "strengths")
    counted = given("Fatigue fell. No adverse events occurred.")
    assert "what was seen of harms" in told_in(counted, "strengths")

"""A finding is not left out for its form: a semicolon in a bracket, a verb, a word like a wish.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.writing.authors.has_verb import has_verb, is_sentence

from .pages import page_that_passes, section, told_in

COHORT = (
    "METHODS: In this prospective cohort study, 120 adults with asthma were followed for two "
    "years. RESULTS: Cough was higher in miners with asthma than in controls. "
)


def findings(sentence: str) -> str:
    return told_in(
        page_that_passes("Dust and asthma: a cohort", COHORT + sentence), "observed_findings"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Miners with asthma suffer 40% more nights awake and worry about their work every day.",
        "Sailors with asthma undertake fewer walks in winter and worry about sleep every day.",
    ],
)
def test_a_whole_sentence_is_told_though_no_table_knows_its_verb(sentence: str) -> None:
    assert is_sentence(sentence, sentence.rstrip("."))
    assert sentence.rstrip(".")[1:] in findings(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Findings on dust.",
        "Being single, having lower pay, and a family history",
        "Measured lung shunt by the salt method in 26 miners and 13 sailors.",
        "Trials that set an inhaler against none in adults with asthma.",
    ],
)
def test_what_is_a_heading_or_a_fragment_needs_a_verb(text: str) -> None:
    assert not is_sentence(text, text.rstrip("."))
    assert not has_verb(text)


def test_a_half_of_a_sentence_needs_a_verb_of_its_own() -> None:
    half = "several other complaints of long standing in the town"
    assert not is_sentence(f"Wheeze was seen in miners, and {half}.", half)
    assert not has_verb(half)


@pytest.mark.parametrize("what", ["The need for mechanical ventilation", "Workplace guidance"])
def test_a_need_of_care_and_guidance_that_was_given_are_no_wishes(what: str) -> None:
    assert what.casefold() in findings(f"{what} went along with wheeze among miners.").casefold()


def test_a_wish_is_no_finding() -> None:
    assert "masks" not in findings("The need for better masks went along with wheeze among miners.")


def test_a_finding_that_is_set_against_another_is_told_without_the_turn() -> None:
    told = findings("In contrast, masks went along with fewer nights awake among miners of salt.")
    assert "The authors report that masks went along with fewer nights awake" in told


REVIEW = (
    "METHODS: We searched three databases for randomised trials of breathing training in asthma. "
    "RESULTS: Ten randomised controlled trials with 673 participants were included. Compared with "
    "usual care, breathing training significantly improved walking distance (MD: 76.85 meters; "
    "95% CI: 57.35-96.36; p < 0.001), fatigue (SMD: -1.15; 95% CI: -1.83 to -0.48; p < 0.001), "
    "and quality of life (SMD: 1.73; 95% CI: 0.56-2.91; p = 0.004). No statistically significant "
    "improvement was found for dyspnea (MD: -0.41; 95% CI: -1.51 to 0.68; p = 0.46)."
)


def test_what_a_review_found_is_told_before_the_null_beside_it() -> None:
    made = page_that_passes(
        "The effect of breathing training in asthma: a systematic review and meta-analysis",
        REVIEW,
        ("Meta-Analysis", "Systematic Review"),
    )
    quick = section(made, "quick_summary")
    pooled = next(i for i, s in enumerate(quick) if "quality of life" in s)
    assert quick[pooled].startswith("The authors write that compared with usual care")
    nulls = [i for i, s in enumerate(quick) if "No clear improvement" in s]
    assert all(pooled < i for i in nulls)
    assert "quality of life" in told_in(made, "observed_findings")


def test_a_link_that_was_gone_after_adjustment_is_not_told_as_a_link() -> None:
    made = page_that_passes(
        "Salt mining, asthma and everyday tasks",
        "METHODS: In this cohort study, 120 women were followed for two years. RESULTS: Women with "
        "asthma were less able to do everyday tasks compared to women without asthma (74% vs. 79%, "
        "p = 0.015). CONCLUSIONS: After accounting for age, the association between asthma and "
        "everyday tasks became nonsignificant.",
    )
    told = [s for s in section(made, "quick_summary")[1:] if "everyday tasks" in s]
    assert "after taking account of age, the link" in told[0] and "became not clear" in told[0]


def test_what_came_back_to_where_it_began_is_no_null() -> None:
    told = findings("After five to six months, antibody titers returned to baseline levels.")
    assert "did not clearly change" not in told

"""A finding is told though a name in it has a word that judges elsewhere.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.writing.words.clause import restate

from .pages import page_that_passes, told_in

COHORT = (
    "BACKGROUND: Dust is common in mills. METHODS: In this prospective cohort study, 120 adults "
    "with asthma were followed for two years. RESULTS: "
)


def quick(results: str, title: str = "Dust and asthma in mill workers: a cohort study") -> str:
    return told_in(page_that_passes(title, COHORT + results), "quick_summary")


@pytest.mark.parametrize(
    "clause",
    [
        "heart failure was more common in the dusty mill than in the clean one",
        "wheeze at the first visit was higher in weavers than in spinners",
        "respondents in the dusty mill had more wheeze than those in the clean one",
        "psychological distress was higher in weavers than in spinners",
        "psychiatric symptoms were more frequent in weavers than in spinners",
    ],
)
def test_a_name_is_told_though_a_word_of_it_judges_elsewhere(clause: str) -> None:
    assert restate(clause, randomised_result=False) == clause


@pytest.mark.parametrize(
    "clause",
    [
        "treatment failure was more common in the dusty mill than in the clean one",
        "the first trial was stronger in weavers than in spinners",
        "responders had less wheeze than the others in the dusty mill",
        "wheeze was psychological in weavers and in spinners",
        "the cause was psychiatric in more weavers than spinners",
    ],
)
def test_a_word_that_judges_is_not_told_as_ours(clause: str) -> None:
    assert restate(clause, randomised_result=False) is None


@pytest.mark.parametrize("measure", ["psychological distress", "shortness of breath"])
def test_what_was_measured_of_mind_and_body_is_told_in_the_same_words(measure: str) -> None:
    said = quick(f"{measure.capitalize()} was higher in weavers than in spinners.").casefold()
    assert f"{measure.split()[-1]} was higher in weavers than in spinners." in said
    assert "“psych" not in said and "authors" not in said

"""What authors say of their own results, that they are to be taken with caution, is told."""

from __future__ import annotations

import pytest

from .pages import page_that_passes, section

TITLE = "Dust and cough in bakers with long COVID: a cohort study"
ABSTRACT = (
    "We followed 340 bakers with long COVID. RESULTS: Cough was more common in bakers who sieved "
    "flour than in other bakers. CONCLUSIONS: Sieving flour was linked with cough. {said}"
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("These results should be interpreted with caution.", True),
        ("Given the few answers, findings must be interpreted cautiously.", True),
        ("The findings should be regarded as exploratory and hypothesis-generating.", True),
        ("Earlier reports should be interpreted with caution.", False),
        ("Bakers should sieve with caution.", False),
    ],
)
def test_the_authors_own_caution_stands_behind_what_was_found(said, told):
    quick = section(page_that_passes(TITLE, ABSTRACT.format(said=said)), "quick_summary")
    assert ("The authors say that this is to be taken with caution." in quick) is told

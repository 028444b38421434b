"""Who was studied is told once, in the opening, and is no finding."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.authors.foremost import tells_who_took_part


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The total population analyzed included 31,685,516 adults (unweighted n = 812).", True),
        ("The final cohort comprised 40 men.", True),
        ("The population lost 812 adults to wheeze.", False),
        ("Symptoms of the population included 3 kinds of wheeze.", False),
    ],
)
def test_how_many_a_population_held_is_no_finding(sentence: str, who: bool):
    assert tells_who_took_part(sentence) is who

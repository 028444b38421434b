"""Where figures are open or do not fit, a reader is told beside which words they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.reading.recomputed.of_what import behind


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("Sleep improved in the lamp group (", "Sleep improved in the lamp group"),
        ("Pain fell (4.1 vs. 5.2; p < 0.001) and walking speed rose (", "… and walking speed rose"),
        ("Pain fell (4.1 vs. 5.2; p < 0.001) and mood (", "… and mood"),
        ("Pain (", ""),
        ("", ""),
    ],
)
def test_the_words_in_front_of_the_figures_are_quoted(lead: str, words: str) -> None:
    assert behind(lead) == words


@given(st.text(alphabet="ab ;:()[].,≥·5\n", max_size=120))
def test_the_words_are_the_abstracts_own_and_few(lead: str) -> None:
    words = behind(lead).removeprefix("… ")
    assert words in " ".join(lead.split())
    assert len(words.split(" ")) <= 12

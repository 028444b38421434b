"""A hedge is looked for at the very word that the source hedges."""

from __future__ import annotations

import pytest

from evidence_atlas.checking.conclusions import loses_its_hedge

SOURCE = "Recent studies suggest that dysregulation of clotting may contribute to asthma."


@pytest.mark.parametrize(
    ("told", "loses"),
    [
        ("Studies suggest that disturbed control of clotting may contribute to asthma.", False),
        ("Studies suggest that disturbed control of clotting contributes to asthma.", True),
        ("Studies suggest that clotting contributes to asthma.", True),
        ("Studies suggest that clotting may contribute to asthma.", False),
    ],
)
def test_another_word_with_the_same_first_letters_is_not_taken_for_it(told, loses):
    assert loses_its_hedge(told, SOURCE) is loses

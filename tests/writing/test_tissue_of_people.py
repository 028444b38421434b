"""Of a study of animals and of tissue from people nobody is told that no people took part."""

from __future__ import annotations

import pytest

from .pages import quick_of

MICE = "METHODS: We gave mice a cold virus{}. RESULTS: Mice lost weight after the virus."


@pytest.mark.parametrize(
    ("beside", "told"),
    [("", True), (" and looked at human lung tissue after the cold", False),
     (" and at post-mortem lungs", False)],
)  # fmt: skip
def test_tissue_of_people_came_from_people(beside: str, told: bool) -> None:
    quick = " ".join(quick_of(MICE.format(beside), "A cold virus in mice"))
    assert ("took part" in quick) is told


def test_every_kind_of_animal_is_named() -> None:
    text = (
        "METHODS: We gave mice and macaques a cold virus. RESULTS: Mice and macaques lost weight "
        "after the virus."
    )
    assert quick_of(text, "A cold virus and body weight")[0].startswith("In mice and macaques, ")

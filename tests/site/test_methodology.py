"""The page on how the atlas works says what the running code does, and what sizes can show."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from scipy.stats import norm

from evidence_atlas import conditions
from evidence_atlas.site import methodology, power, words
from evidence_atlas.site.views import about

ROOT = Path(__file__).parent.parent.parent
PEOPLE = st.integers(min_value=30, max_value=100_000)


def found_in(difference: float, spread: float) -> float:
    """The share of studies that find a difference, its standard error being `spread`."""
    edge = norm.isf(power.ALPHA / 2)
    return float(norm.sf(edge - difference / spread) + norm.cdf(-edge - difference / spread))


@given(PEOPLE)
def test_the_smallest_difference_is_found_in_four_of_five_studies(n: int) -> None:
    d = power.two_means(n)
    assert found_in(d, math.sqrt(2 / n)) == pytest.approx(power.POWER, abs=1e-3)
    share = power.two_shares(n)
    spread = math.sqrt((0.25 + (0.5 + share) * (0.5 - share)) / n)
    assert found_in(share, spread) == pytest.approx(power.POWER, abs=1e-3)


@given(PEOPLE)
def test_more_people_show_smaller_differences(n: int) -> None:
    for smallest in (power.two_means, power.two_shares):
        assert smallest(n + 1) < smallest(n)


def test_figures_that_are_known_from_textbooks() -> None:
    """Cohen 1988: 64 in each group for half a standard deviation, within one by the normal."""
    assert power.two_means(63) == pytest.approx(0.5, abs=0.002)
    assert power.two_shares(4) == math.inf
    with pytest.raises(ValueError, match="at least two people"):
        power.two_means(1)


def document(client: Client) -> Any:
    response = client.get("/about/how-it-works/")
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def table(tree: Any, caption: str) -> list[list[str]]:
    rows = tree.xpath(f"//table[caption[@id='{caption}']]/tbody/tr")
    return [[" ".join(c.text_content().split()) for c in row.xpath("./th | ./td")] for row in rows]


@pytest.mark.django_db
def test_the_page_follows_the_illness_s_thresholds(
    client: Client, atlas: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get("/about/how-it-works/").headers["ETag"]
    illness = conditions.load("mecfs")
    limits = msgspec.structs.replace(illness.thresholds, trial_arm=77)
    monkeypatch.setattr(
        about, "condition", lambda: msgspec.structs.replace(illness, thresholds=limits)
    )
    tree = document(client)
    assert "at least 77 people analysed in each arm" in tree.text_content()
    sizes = {row[0]: row for row in table(tree, "sizes")}
    assert sizes["77"][1] == f"{power.two_means(77):.2f}"
    assert client.get("/about/how-it-works/").headers["ETag"] != before


@pytest.mark.django_db
def test_every_badge_on_a_study_s_first_line_is_explained(client: Client, atlas: Any) -> None:
    """Each level that a page can bear, and each value of the illness's criterion, with its rule."""
    tree = document(client)

    def told(part: str) -> dict[str, str]:
        rows = tree.xpath(f"//div[@id='{part}']/dl/div")
        return {row.xpath("string(./dt)"): row.xpath("string(./dd)") for row in rows}

    assert set(told("levels")) == {*words.LADDERS["level"], "Contested"}
    criterion = conditions.load("mecfs").criterion
    assert criterion is not None
    assert {v for k, v in criterion.values.items() if k != "required_loose"} == set(
        told("criterion")
    )
    assert all(told("levels").values())
    assert all(told("criterion").values())


@pytest.mark.django_db
def test_every_step_of_certainty_is_told_in_words(client: Client, atlas: Any) -> None:
    keys = [key for key, _ in methodology.certainty_steps()]
    assert len(keys) >= 9
    assert set(keys) == set(words.CERTAINTY_STEPS)
    told = table(document(client), "steps")
    assert len(told) == len(keys)
    assert [
        "More than 20% of the people were not counted",
        "RCT, Non-randomised trial, Cohort",
    ] in told


@pytest.mark.django_db
def test_the_measured_errors_are_those_that_are_committed(client: Client, atlas: Any) -> None:
    committed = json.loads((ROOT / "docs/scorecard/scorecard.json").read_text())
    shown = document(client).xpath("//div[@id='scorecard']/details")
    assert [d.xpath("string(./summary)") for d in shown] == [s["title"] for s in committed]
    assert [len(d.xpath(".//tbody/tr")) for d in shown] == [len(s["figures"]) for s in committed]
    first = committed[0]["figures"][0]
    cells = [c.text_content() for c in shown[0].xpath(".//tbody/tr[1]/*")]
    assert cells[:3] == [first["name"], f"{first['value']:.3f}", f"{first['n']:,}"]

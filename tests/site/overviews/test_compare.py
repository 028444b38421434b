"""Two to four studies side by side."""

from __future__ import annotations

import pytest

from .conftest import Site, words
from .stored import published


def test_studies_stand_side_by_side(site: Site) -> None:
    page = site.page("/compare/?s=gum-2004-magnesium-sulfate&s=fir-2001-magnesium-sulphate")
    heads = [words(a) for a in page.xpath("//thead//th/a")]
    assert heads == ["Gum and Mug 2004", "Fir and Rif 2001"]
    rows = [words(th) for th in page.xpath("//tbody/tr/th")]
    assert rows == ["Grades", "People", "How they were diagnosed", "Treatment", "Compared with",
                    "What was measured", "Results", "Harms", "What it does not prove"]  # fmt: skip
    for link in page.xpath("//a[@class='said-so']"):
        target = link.get("href")
        place = site.page(target).xpath(f"//*[@id='{target.partition('#')[2]}']")
        assert words(link) in words(place[0])


def test_harms_stand_in_one_row_and_the_state_of_a_paper_once(site: Site) -> None:
    slugs = [s.slug for s in published() if s.reading.harms.status != "not_applicable"][:4]
    page = site.page("/compare/?" + "&".join(f"s={s}" for s in slugs))
    told = {
        words(row.xpath("./th")[0]): [words(a) for a in row.xpath(".//a")]
        for row in page.xpath("//tbody/tr")
    }
    assert told["Harms"]
    assert not set(told["Harms"]) & set(told["Results"])
    for cell in page.xpath("//tbody/tr[1]/td"):
        grades = [words(part) for part in cell.xpath("./p | ./span")]
        assert len(grades) == len(set(grades))


@pytest.mark.parametrize("query", ["", "s=", "s=nothing", "s=gum-2004-magnesium-sulfate",
                                   "words=zeppelin", "page=99", "s=%00&s=%F0%9F"])  # fmt: skip
def test_with_fewer_than_two_studies_the_comparison_asks_which(site: Site, query: str) -> None:
    page = site.page(f"/compare/?{query}")
    assert page.xpath("//form//button")
    assert not page.xpath("//table")


def test_of_more_than_four_studies_four_are_compared_and_it_is_said(site: Site) -> None:
    slugs = [s.slug for s in published()][:6]
    page = site.page("/compare/?" + "&".join(f"s={s}" for s in slugs))
    assert len(page.xpath("//thead//th")) == 4
    assert "Four studies are the most" in words(page.xpath("//p[@role='status']")[0])


def test_what_is_not_stated_is_no_link_and_a_forced_pair_is_said_once(site: Site) -> None:
    silent = 0
    slugs = [s.slug for s in published()]
    for start in range(0, 16, 4):
        page = site.page("/compare/?" + "&".join(f"s={s}" for s in slugs[start : start + 4]))
        assert not [a for a in page.xpath("//tbody//a") if words(a).startswith("Not stated")]
        silent += sum(words(p).startswith("Not stated") for p in page.xpath("//tbody//td/p"))
        for cell in page.xpath("//tbody/tr[1]/td"):
            assert not {"E3 Preliminary", "Preliminary confidence"} <= {words(x) for x in cell}
    assert silent

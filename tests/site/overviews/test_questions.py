"""Question pages: who stands on them, and what is said of agreement, conflict and gaps."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html

from evidence_atlas.site.views import _overview, questions

from .conftest import Site, words


def finding(page: Any, text: str) -> str:
    said = [words(p) for p in page.xpath("//section[@id='agree']//li/p")]
    return next(s for s in said if s.startswith(text))


def verdict(page: Any, text: str) -> str:
    for li in page.xpath("//section[@id='agree']/ul/li"):
        if words(li.xpath("./p")[0]).startswith(text):
            return words(li.xpath("./span")[0])
    raise AssertionError(text)


def test_a_large_null_and_a_smaller_gain_against_placebo_are_said_not_to_agree(site: Site) -> None:
    page = site.page("/questions/rituximab")
    assert words(page.xpath("//h1")[0]) == "What has been found about rituximab in ME/CFS?"
    said = finding(page, "Fatigue: the studies do not agree.")
    assert "compared with placebo" in said
    assert "(150 people): no clear difference" in said
    assert "Birch and Hcrib 2011 (60 people): better" in said
    assert "Cedar" not in said, "a change since the start is not the same comparison"
    assert verdict(page, "Fatigue: the studies do not agree.") == "The studies do not agree"


def test_what_one_study_alone_asked_stands_in_one_list(site: Site) -> None:
    page = site.page("/questions/rituximab")
    said = [words(li.xpath("./p")[0]) for li in page.xpath("//ul[@class='find once']/li")]
    assert said == [
        "Fatigue: better in Cedar and Radec 2015 (28 people), compared with people's own start."
    ]
    assert "One study" not in [words(v) for v in page.xpath("//span[contains(@class, 'verdict')]")]


def test_all_that_stands_on_a_page_is_counted_on_top(site: Site) -> None:
    page = site.page("/questions/rituximab")
    assert words(page.xpath("//p[@class='lead-p']")[0]) == (
        "Three studies in this atlas tried rituximab in people with ME/CFS, and one mainly in "
        "people with another illness; one review of studies tells of it."
    )


def test_two_reviews_of_a_treatment_make_a_page_and_are_not_weighed(site: Site) -> None:
    page = site.page("/questions/cbt")
    assert words(page.xpath("//p[@class='lead-p']")[0]) == (
        "No single study in this atlas tried cognitive behavioural therapy in people with ME/CFS; "
        "two reviews of studies tell of it."
    )
    assert len(page.xpath("//section[@id='reviews']//section[@class='block']")) == 2
    assert not page.xpath("//section[@id='agree']//span[contains(@class, 'verdict')]")
    assert page.xpath("//section[@id='harms']")
    assert not page.xpath("//section[@id='studies']")


def test_a_small_null_beside_a_gain_is_uncertain(site: Site) -> None:
    page = site.page("/questions/magnesium")
    assert verdict(page, "Fatigue: uncertain.") == "Uncertain"


def test_two_spellings_are_one_treatment_and_a_plan_is_no_study(site: Site) -> None:
    page = site.page("/questions/rituximab")
    asked = words(page.xpath("//p[@class='lead-p']")[0])
    assert asked.startswith("Three studies in this atlas tried rituximab")
    named = [words(li) for li in page.xpath("//ul[contains(@class, 'asked')]/li")]
    assert len(named) == 3
    assert any(n.startswith("Birch and Hcrib 2011") for n in named), "Rituxan is rituximab"
    assert "Larch" not in words(page.xpath("//main")[0])


def test_papers_on_the_same_people_count_once_and_lose_nothing(site: Site) -> None:
    page = site.page("/questions/rituximab")
    both = [h for h in page.xpath("//section[@class='block']/h3") if "Alder" in words(h)]
    assert len(both) == 1
    block = both[0].getparent()
    assert "Also written about these people" in words(block)
    harms = block.xpath(".//li[span='Harms']//a")[0]
    assert "does not mention" not in words(harms), "the other paper tells of harms"
    rows = site.page("/map/treatments/rituximab").xpath("//table[1]/tbody/tr")
    assert sum("Alder" in words(r.xpath("./th/a")[0]) for r in rows) == 1


def test_a_study_of_another_illness_stands_apart(site: Site) -> None:
    page = site.page("/questions/rituximab")
    apart = [words(h) for h in page.xpath("//section[@id='elsewhere']//h3")]
    assert apart == ["Elm and Mle 2022"]
    assert "Elm" not in words(page.xpath("//section[@id='agree']//ul")[0])


def test_a_review_is_not_counted_with_the_studies_in_it(site: Site) -> None:
    page = site.page("/questions/rituximab")
    assert [words(h) for h in page.xpath("//section[@id='reviews']//h3")] == [
        "Maple and Elpam 2024"
    ]
    assert "Maple" not in words(page.xpath("//section[@id='agree']//ul")[0])


def test_the_weightiest_studies_are_seen_and_the_rest_is_folded_behind_its_number(
    whole: str, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question that sixty studies asked is no longer to scroll through than one of ten."""
    before = html.fromstring(Client().get("/questions/rituximab").content.decode())
    monkeypatch.setattr(questions, "SEEN", 0)
    monkeypatch.setattr(_overview, "VERSION", "another page, not the one that is kept")
    page = html.fromstring(Client().get("/questions/rituximab").content.decode())
    studies = "//section[@id='studies']//section[@class='block']"
    assert not before.xpath("//section[@id='studies']//details[contains(@class, 'further')]")
    (rest,) = page.xpath("//section[@id='studies']/details[contains(@class, 'further')]")
    assert words(rest.xpath("./summary")[0]) == "3 more studies"
    assert [b.get("id") for b in rest.xpath("./section")] == [
        b.get("id") for b in before.xpath(studies)
    ]
    # What is named on top still leads to its place, which opens by itself.
    for link in page.xpath("//ul[contains(@class, 'asked')]//a/@href"):
        assert page.xpath(f"//*[@id='{link[1:]}']")


def test_measures_are_compared_with_people_without_the_illness(site: Site) -> None:
    page = site.page("/questions/natural-killer-cells")
    said = finding(page, "Natural killer cells: the studies do not agree.")
    assert "compared with people without the illness" in said
    assert "Kapok and Kopak 2016 (240 people): no clear difference" in said
    assert not page.xpath("//section[@id='harms']"), "nobody was given anything"


def test_what_is_not_known_is_said_and_never_where_it_is_told(site: Site) -> None:
    unknown = words(site.page("/questions/magnesium").xpath("//section[@id='not-known']")[0])
    assert "No abstract here speaks of people who are severely ill." in unknown
    assert "No abstract here speaks of children." in unknown
    assert "PEM" not in unknown, "both trials took people by a definition that requires it"


def test_which_studies_report_harms_and_which_are_silent_is_said_by_name(site: Site) -> None:
    said = [words(p) for p in site.page("/questions/rituximab").xpath("//section[@id='harms']//p")]
    assert "The abstract reports harms: Alder and Redla 2019." in said
    silent = "These abstracts do not mention harms: Birch and Hcrib 2011 and Cedar and Radec 2015."
    assert any(s.startswith(silent) for s in said)

"""Changes, case definitions, topics, years, journals, authors and the glossary."""

from __future__ import annotations

from django.test import Client

from ...overview_records import RECORDS
from .conftest import Site, words


def test_what_changed_names_new_and_retracted_studies(site: Site) -> None:
    page = site.page("/changes/")
    assert "November 2026" in words(page.xpath("//h1")[0])
    assert words(page.xpath("//h2[@id='new']")[0]) == "New in the atlas"
    assert f"{len(RECORDS)} studies." in words(page.xpath("//main")[0])
    assert Client().get("/changes/?month=13").status_code == 404


def test_definitions_say_what_they_require_and_who_used_them(site: Site) -> None:
    page = site.page("/definitions/canadian-2003-ccc")
    assert "Requires PEM." in words(page.xpath("//dl")[0])
    entries = [words(a) for a in page.xpath("//a[@class='entry-title']")]
    assert len(entries) == 8
    assert "Nutmeg" not in words(page.xpath("//main")[0])


def test_topics_years_journals_and_authors_lead_to_their_studies(site: Site) -> None:
    topic = site.page("/topics/children-and-young-people")
    assert [words(a) for a in topic.xpath("//a[@class='entry-title']")] == [
        "Sleep of children with myalgic encephalomyelitis"
    ]
    years = [words(th) for th in site.page("/timeline/").xpath("//tbody//th")]
    assert years[0].startswith("2024")
    assert "2013, the list" not in years, "the only paper of 2013 is retracted"
    journal = site.page("/journals/journal-of-examples")
    assert f"{len(RECORDS)} papers" in words(journal.xpath("//main")[0])
    author = site.page("/authors/alder-a")
    assert len(author.xpath("//a[@class='entry-title']")) == 2


def test_the_glossary_explains_words_of_the_illness_and_of_research(site: Site) -> None:
    page = site.page("/glossary/")
    terms = {words(dt) for dt in page.xpath("//dt")}
    assert {"post-exertional malaise", "placebo", "pulmonary"} <= terms
    # Some hundred words: each letter is opened by itself.
    (fold,) = page.xpath("//details[.//dt[normalize-space()='placebo']]")
    assert words(fold.xpath("./summary/h2")[0]) == "P"


def test_few_journals_stand_on_one_page_in_order(site: Site) -> None:
    journals = site.page("/journals/")
    assert not journals.xpath("//nav[contains(@class, 'letters')]")
    names = [words(a) for a in journals.xpath("//ul[@class='columns']//a")]
    assert names == sorted(names, key=str.casefold) and "Journal of Examples" in names


def test_all_ways_to_look_lists_every_topic_and_level_with_its_number(site: Site) -> None:
    page = site.page("/explore/")
    for heading, facet in (("By topic", "topic"), ("By how much evidence there is", "level")):
        (found,) = page.xpath(f"//h2[normalize-space()='{heading}']/following-sibling::ul[1]")
        assert found.xpath("./li")
        for li in found.xpath("./li"):
            link = li.xpath("./a/@href")[0]
            assert f"{facet}=" in link
            total = words(site.page(link).xpath("//*[@id='total']")[0])
            assert total.split()[0] == words(li).split()[-1], link

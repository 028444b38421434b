"""Finding a study: lists, filters, retractions, records left out, pages about the atlas."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html

from evidence_atlas import conditions
from evidence_atlas.site.methodology import gate_codes

pytestmark = pytest.mark.django_db


def document(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def titles(tree: Any) -> list[str]:
    return [words(a) for a in tree.xpath("//a[@class='entry-title']")]


def choices(tree: Any, facet: str) -> dict[str, str]:
    links = tree.xpath(f"//ul[@aria-labelledby='facet-{facet}']/li")
    return {words(li): li.xpath("./a/@href")[0] for li in links}


def test_the_list_holds_every_study_newest_first(client: Client, atlas: Any) -> None:
    assert titles(document(client, "/evidence/")) == [
        "Yoga lying down: a trial",
        "A marker that was withdrawn",
        "A page held for an editor",
        "[Sleep and fatigue in adults]",
        "alpha-Interferon treatment of patients with chronic fatigue syndrome",
    ]


def test_a_filter_is_a_link_with_its_count(client: Client, atlas: Any) -> None:
    tree = document(client, "/evidence/")
    assert choices(tree, "level")["E3 Preliminary 2"] == "/evidence/?level=E3+Preliminary"
    narrowed = document(client, "/evidence/?level=E3+Preliminary")
    assert titles(narrowed) == [
        "[Sleep and fatigue in adults]",
        "alpha-Interferon treatment of patients with chronic fatigue syndrome",
    ]
    assert choices(narrowed, "study-type") == {
        "Cross-sectional 1": "/evidence/?level=E3+Preliminary&study_type=Cross-sectional",
        "RCT 1": "/evidence/?level=E3+Preliminary&study_type=RCT",
    }


def test_filters_narrow_together_and_can_be_taken_away_again(client: Client, atlas: Any) -> None:
    tree = document(client, "/evidence/?level=E3+Preliminary&study_type=RCT")
    assert titles(tree) == ["alpha-Interferon treatment of patients with chronic fatigue syndrome"]
    chosen = choices(tree, "level")["✓ E3 Preliminary, chosen; press to take away 1"]
    assert chosen == "/evidence/?study_type=RCT"


def test_words_in_the_title_and_years_narrow_the_list(client: Client, atlas: Any) -> None:
    assert titles(document(client, "/evidence/?words=YOGA")) == ["Yoga lying down: a trial"]
    assert titles(document(client, "/evidence/?from=2018&to=2019")) == [
        "A marker that was withdrawn",
        "A page held for an editor",
    ]


def test_a_search_that_finds_nothing_says_what_to_do_next(client: Client, atlas: Any) -> None:
    one = document(client, "/evidence/?words=zeppelin")
    two = document(client, "/evidence/?words=zeppelin+flights")
    assert titles(one) == titles(two) == []
    assert "Another word for it, or another spelling, may find it." in words(one)
    assert "Fewer words, or one filter less, may find it." in words(two)


@pytest.mark.parametrize(
    "query",
    ["page=999", "page=-3", "page=x", "from=abc&to=99999999999", "order=sideways", "level=%00",
     "words=" + "x" * 5000, "level=a&level=b&level=c", "words=%25%28n%29s"],
)  # fmt: skip
def test_whatever_is_typed_into_the_address_the_list_answers(
    client: Client, atlas: Any, query: str
) -> None:
    assert client.get(f"/evidence/?{query}").status_code == 200


def test_long_lists_are_paged_by_plain_links(client: Client, db: None, library: Any) -> None:
    many = [
        library.small(f"study-{n}", f"doe-2000-study-{n}", f"Study {n:02}.", year=1950 + n)
        for n in range(1, 31)
    ]
    library.publish(many)
    first = document(client, "/evidence/")
    assert len(titles(first)) == 25
    assert first.xpath("//a[@rel='next']/@href") == ["/evidence/?page=2"]
    second = document(client, "/evidence/?page=2")
    assert titles(second) == [f"Study {n:02}" for n in (5, 4, 3, 2, 1)]
    assert second.xpath("//a[@rel='prev']/@href") == ["/evidence/"]


def test_retractions_are_listed(client: Client, atlas: Any) -> None:
    assert titles(document(client, "/retractions/")) == ["A marker that was withdrawn"]


def test_records_left_out_are_listed_with_the_reason(client: Client, atlas: Any) -> None:
    tree = document(client, "/off-topic/")
    assert titles(tree) == ["Fatigue as a side effect."]
    assert "The illness is named as a side effect only." in words(tree)


def test_how_it_works_shows_the_query_thresholds_definitions_and_gate(
    client: Client, atlas: Any
) -> None:
    illness = conditions.load("mecfs")
    tree = document(client, "/about/how-it-works/")
    said = words(tree)
    assert " ".join(illness.query.words.split()) in said
    assert words(tree.xpath("//p[@class='pubmed']")[0]) == " ".join(illness.query.pubmed.split())
    assert f"at least {illness.thresholds.trial_arm} people analysed in each arm" in said
    for definition in illness.case_definitions:
        assert definition.name in said
    assert len(gate_codes()) > 20
    assert tree.xpath("//li[starts-with(@id, 'gate-')]/@id") == [
        f"gate-{c.code}" for c in gate_codes()
    ]


def test_before_the_first_build_every_page_still_answers(client: Client, db: None) -> None:
    for path in ("/", "/evidence/", "/retractions/", "/off-topic/", "/about/how-it-works/"):
        assert client.get(path).status_code == 200


def test_the_site_bears_the_name_of_its_illness(client: Client, atlas: Any) -> None:
    name = conditions.load("mecfs").site_name
    assert words(document(client, "/").xpath("//h1")[0]) == name


def test_levels_stand_in_the_order_of_the_ladder(client: Client, atlas: Any) -> None:
    assert list(choices(document(client, "/evidence/"), "level")) == [
        "E2 Moderate 2",
        "E3 Preliminary 2",
        "Not graded 1",
    ]


def test_the_start_page_offers_pages_that_can_be_read(client: Client, atlas: Any) -> None:
    tree = document(client, "/")
    assert "A page held for an editor" not in titles(tree)
    assert "All 5 studies in this edition" in words(tree)

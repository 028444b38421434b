"""Start here and the guides: each sentence has its source and keeps to the gate's wording."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import msgspec
import pytest
from django.test import Client
from lxml import html

from evidence_atlas import conditions
from evidence_atlas.checking import held
from evidence_atlas.checking.texts import check_texts
from evidence_atlas.records import Condition, Guide, GuideSection, NamedSource, Told
from evidence_atlas.site.guidepage import METHODS, Atlas, guide_view
from evidence_atlas.site.timing import guide_time
from evidence_atlas.site.words import LADDERS, VALUE_MEANINGS

ILLNESS = conditions.load("mecfs")
GUIDES = conditions.load_guides("mecfs")


def document(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, path
    return html.fromstring(response.content.decode())


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


@pytest.mark.parametrize("name", conditions.available())
def test_every_guide_that_ships_passes_the_gate_s_wording(name: str) -> None:
    illness = conditions.load(name)
    guides = conditions.load_guides(name).guides
    assert guides
    for guide in guides:
        told = [t for section in guide.section for t in section.told]
        texts = [guide.title, guide.summary, *(section.title for section in guide.section)]
        texts += [conditions.filled(t.text, illness) for t in told]
        assert check_texts(texts, illness) == [], guide.key
        quick = [conditions.filled(t.text, illness) for t in told if t.depth == "quick"]
        assert check_texts(quick, illness, plain=True) == [], guide.key
        assert all(t.sources or t.studies or t.method for t in told), guide.key


def names_of_lists(illness: Condition) -> dict[str, set[str]]:
    """The names by which lists of studies can be asked for."""
    return {
        "topic": {topic.key for topic in illness.topics},
        "criterion": set(illness.criterion.values.values()) if illness.criterion else set(),
        "level": set(LADDERS["level"]),
        "study_type": set(VALUE_MEANINGS),
    }


@pytest.mark.parametrize("name", conditions.available())
def test_every_list_that_a_guide_leads_to_is_asked_for_by_names_that_lists_have(name: str) -> None:
    """A sentence whose list finds nothing is not shown: a slip in a name would hide it unseen."""
    known = names_of_lists(conditions.load(name))
    told = [t for g in conditions.load_guides(name).guides for s in g.section for t in s.told]
    asked = [pair for t in told if t.studies for pair in parse_qsl(t.studies)]
    assert asked
    assert [(key, value) for key, value in asked if value not in known[key]] == []


def test_advice_in_a_guide_would_be_caught() -> None:
    flags = check_texts(["Patients should rest more."], ILLNESS)
    assert [f.code for f in flags] == ["advice"]
    assert held(flags)


def view(told: Told, count: int = 0, page: str | None = None) -> Any:
    guide = Guide(key="k", title="T", summary="S", section=(GuideSection(title="A", told=(told,)),))
    source = NamedSource(key="paper", citation="A paper.", address="https://a.org/1", pmid="7")
    atlas = Atlas(count=lambda query: count, by_pmid=lambda pmid: page)
    return guide_view(guide, "deep", ILLNESS, {"paper": source}, atlas).parts


def test_a_sentence_without_support_is_not_shown() -> None:
    assert view(Told(text="A claim.")) == ()
    assert view(Told(text="A claim.", studies="topic=sleep"), count=0) == ()
    (part,) = view(Told(text="A claim.", studies="topic=sleep"), count=3)
    (behind,) = part.told[0].behind
    assert (behind.words, behind.address) == ("3 studies", "/evidence/?topic=sleep")


def test_a_named_source_that_the_atlas_holds_leads_to_its_page_here() -> None:
    told = Told(text="A claim.", sources=("paper",))
    assert view(told)[0].told[0].behind[0].address == "https://a.org/1"
    here = view(told, page="doe-2020-a-paper")[0].told[0].behind[0]
    assert (here.kind, here.address) == ("A study in this atlas", "/evidence/doe-2020-a-paper")


@pytest.mark.django_db
def test_a_named_source_shows_where_in_it_the_sentence_stands_with_its_words(
    client: Client, atlas: Any
) -> None:
    tree = document(client, "/start/what-is-mecfs")
    (behind,) = [
        li for li in tree.xpath("//details[@class='source']/ol/li")
        if words(li.xpath("./p")[0]).startswith("NICE says that symptoms can change")
    ]  # fmt: skip
    assert words(behind.xpath(".//span[@class='at']")[0]) == "Recommendation 1.1.1."
    assert "over a day, week or longer" in words(behind.xpath(".//blockquote")[0])


@pytest.mark.django_db
def test_each_guide_is_told_at_three_depths_each_adding_to_the_last(
    client: Client, atlas: Any
) -> None:
    for guide in GUIDES.guides:
        if guide.kind != "guide":
            continue
        seen = [
            [words(p) for p in document(client, path).xpath("//p[@class='told']")]
            for path in (
                f"/start/{guide.key}/quick",
                f"/start/{guide.key}",
                f"/start/{guide.key}/deep",
            )
        ]
        assert 0 < len(seen[0]) < len(seen[1]) <= len(seen[2]), guide.key
        assert set(seen[0]) < set(seen[1]) <= set(seen[2])


@pytest.mark.django_db
def test_each_depth_of_a_guide_that_can_be_chosen_takes_another_time(
    client: Client, atlas: Any
) -> None:
    for guide in GUIDES.guides:
        if guide.kind != "guide":
            continue
        tree = document(client, f"/start/{guide.key}")
        times = [words(t) for t in tree.xpath("//nav[@class='depth']/a/span")]
        assert 2 <= len(set(times)) == len(times), guide.key
        # Where Deep is hardly longer, nothing is kept from who reads Standard.
        deep = document(client, f"/start/{guide.key}/deep")
        if len(times) == 2:
            assert words(tree.xpath("//article")[0]) == words(deep.xpath("//article")[0])


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["what-is-pem", "why-definitions-matter",
                                 "how-to-read-a-study-page"])  # fmt: skip
def test_a_guide_has_more_to_tell_in_deep_whatever_the_atlas_holds(
    client: Client, key: str
) -> None:
    tree = document(client, f"/start/{key}")
    depths = [a.text for a in tree.xpath("//nav[@class='depth']/a")]
    assert depths == ["Quick", "Standard", "Deep"]


def test_times_of_guides_are_told_to_the_half_minute_and_never_too_short() -> None:
    told = {0.5: "30 seconds", 1.0: "1 minute", 1.03: "1½ minutes", 1.6: "2 minutes",
            2.07: "2½ minutes", 2.75: "3 minutes"}  # fmt: skip
    assert {m: guide_time(m) for m in told} == told


@pytest.mark.django_db
def test_every_sentence_of_a_guide_opens_a_source_that_leads_somewhere(
    client: Client, atlas: Any
) -> None:
    paths = [f"/start/{g.key}/deep" for g in GUIDES.guides if g.kind == "guide"]
    leads: set[str] = set()
    for path in (*paths, "/about/questions/"):
        tree = document(client, path)
        # The sources of a section are folded behind one word at its end, each with its sentence.
        told = [words(p) for p in tree.xpath("//ul[contains(@class, 'find')]/li/p")]
        sourced = tree.xpath("//details[@class='source']/ol/li")
        assert [words(li.xpath("./p")[0]) for li in sourced] == told != []
        # A sentence of studies here leads to them at once.
        lists = tree.xpath("//ul[contains(@class, 'find')]/li/a/@href")
        assert lists == tree.xpath("//p[@class='given']/a[contains(@href, '?')]/@href")
        for sentence in sourced:
            found = sentence.xpath(".//p[@class='given']/a/@href")
            assert found, words(sentence)
            leads.update(found)
            (own,) = sentence.xpath(".//p[@class='share']/a/@href")
            assert tree.xpath(f"//ul/li[@id='{own[1:]}']")
    for address in sorted(leads):
        if address.startswith("/"):
            page, _, place = address.partition("#")
            tree = document(client, page)
            assert not place or tree.xpath(f"//*[@id='{place}']"), address
        else:
            assert address.startswith("https://"), address


@pytest.mark.django_db
def test_every_part_that_guides_may_stand_on_is_there(client: Client, atlas: Any) -> None:
    from django.urls import reverse

    for page, place, _ in METHODS.values():
        assert document(client, reverse(page)).xpath(f"//*[@id='{place}']"), place


@pytest.mark.django_db
def test_start_here_leads_each_kind_of_reader_on(client: Client, atlas: Any) -> None:
    tree = document(client, "/start/")
    for reader in ("patients", "carers", "clinicians", "researchers", "journalists"):
        ways = tree.xpath(f"//h2[@id='{reader}']/following-sibling::ul[1]//a/@href")
        assert ways, reader
        for way in ways:
            assert client.get(way).status_code == 200
            known = names_of_lists(ILLNESS)
            assert all(value in known[key] for key, value in parse_qsl(way.partition("?")[2])), way
    guides = [g.key for g in GUIDES.guides if g.kind == "guide"]
    assert tree.xpath("//h2[@id='guides']/following-sibling::ul[1]//a/@href") == [
        f"/start/{key}/quick" for key in guides
    ]


@pytest.mark.django_db
def test_a_guide_counts_what_the_list_of_studies_holds(client: Client, atlas: Any) -> None:
    from evidence_atlas.site.views.guides import _count

    listed = document(client, "/evidence/?study_type=RCT").xpath("//li[@class='entry']")
    assert _count("study_type=RCT") == len(listed) > 1
    assert _count("study_type=RCT&level=E2+Moderate") < len(listed)
    assert _count("no_such_facet=RCT") == 0


@pytest.mark.django_db
def test_a_guide_has_one_address_for_search_engines(client: Client, atlas: Any) -> None:
    for depth in ("", "/quick", "/deep"):
        tree = document(client, "/start/what-is-pem" + depth)
        assert tree.xpath("//link[@rel='canonical']/@href") == [
            "http://testserver/start/what-is-pem"
        ]


@pytest.mark.django_db
def test_menus_lead_only_to_pages_that_are_there(client: Client, atlas: Any) -> None:
    tree = document(client, "/")
    ways = tree.xpath("//header//a/@href | //footer//a/@href")
    assert ways
    for way in ways:
        assert client.get(way).status_code == 200, way


@pytest.mark.django_db
def test_an_illness_without_guides_has_a_start_page_all_the_same(
    client: Client, atlas: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evidence_atlas.records import Guides
    from evidence_atlas.site.views import guides

    monkeypatch.setattr(guides, "_guides", Guides)
    assert client.get("/start/").status_code == 200
    assert client.get("/start/what-is-pem").status_code == 404
    assert client.get("/about/questions/").status_code == 404


def test_numbers_in_a_guide_are_the_illness_s_own() -> None:
    other = msgspec.structs.replace(
        ILLNESS, thresholds=msgspec.structs.replace(ILLNESS.thresholds, trial_arm=1234)
    )
    assert conditions.filled("at least {trial_arm} people", other) == "at least 1,234 people"
    with pytest.raises(conditions.ConditionError, match="no threshold `arm`"):
        conditions.filled("at least {arm} people", other)

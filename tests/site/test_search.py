"""The list of studies as a search, by plain links and with a real index."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from evidence_atlas.publishing.search import make

pytestmark = pytest.mark.django_db
WORDS = (("interferon", "zeppelin"), ("fatigue", "-fatigue"), ('"never said so"',), ("xyzzyx",))
INTERFERON = "alpha-Interferon treatment of patients with chronic fatigue syndrome"


@pytest.fixture
def searchable(atlas: Any, installation: Path) -> Path:
    """The small atlas with its index; gives the index's folder."""
    folder = make.make_current(installation)
    assert folder is not None
    return folder


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


def test_what_was_looked_for_is_marked_in_title_and_sentence(
    client: Client, searchable: Any
) -> None:
    tree = document(client, "/evidence/?words=interferon")
    assert titles(tree) == [INTERFERON]
    assert [words(m) for m in tree.xpath("//a[@class='entry-title']/mark")] == ["Interferon"]
    assert "interferon" in [words(m) for m in tree.xpath("//p[@class='snippet']/mark")]


def test_text_of_a_study_can_not_break_out_of_the_page(
    client: Client, db: None, library: Any, installation: Path
) -> None:
    library.publish([library.small("study-7", "doe-2020-a-b", "A <script>fatigue</script> & b.")])
    make.make_current(installation)
    page = client.get("/evidence/?words=fatigue").content.decode()
    assert "A &lt;script&gt;<mark>fatigue</mark>&lt;" in page


def test_a_number_leads_straight_to_the_study(client: Client, searchable: Any) -> None:
    for typed in ("10.1000/made.up.1", "https://doi.org/10.1000/made.up.1", "pmid:1"):
        response = client.get("/evidence/", {"words": typed})
        assert (response.status_code, response.headers["Location"]) == (
            302,
            "/evidence/see-1996-alpha-interferon",
        )
    assert titles(document(client, "/evidence/found/?words=pmid:1&live=1")) == [INTERFERON]


def test_a_misspelling_is_put_right_and_can_be_insisted_on(client: Client, searchable: Any) -> None:
    tree = document(client, "/evidence/?words=interfeeron")
    assert titles(tree) == [INTERFERON]
    assert "No study has “interfeeron”, so “interferon” was looked for." in words(tree)
    insisted = document(client, tree.xpath("//a[text()='Search as typed']/@href")[0])
    assert titles(insisted) == []
    assert "No study here has “interfeeron”" in words(insisted)


def test_nothing_found_offers_ways_on_and_each_finds_something(
    client: Client, searchable: Any
) -> None:
    query = "words=interferon+yoga&level=E2+Moderate&study_type=Cross-sectional"
    tree = document(client, f"/evidence/?{query}")
    assert titles(tree) == []
    ways = tree.xpath("//ul[@aria-labelledby='ways-on']/li/a/@href")
    assert len(ways) >= 3
    wider = [way for way in ways if way.startswith("/evidence/")]
    wider = [way for way in wider if "level" not in way and "study_type" not in way]
    assert wider
    assert all(titles(document(client, way)) for way in wider)


def test_every_choice_leads_to_as_many_studies_as_it_says(client: Client, searchable: Any) -> None:
    tree = document(client, "/evidence/?words=fatigue")
    for facet in ("level", "study-type", "certainty"):
        offered = choices(tree, facet)
        assert offered, facet
        for name, link in offered.items():
            assert len(titles(document(client, link))) == int(name.split()[-1])


def test_filters_in_force_are_named_and_taken_away_by_a_link(
    client: Client, searchable: Any
) -> None:
    tree = document(client, "/evidence/?level=E3+Preliminary&from=1990&words=fatigue")
    links = tree.xpath("//ul[contains(@class,'narrowed')]//a")
    assert [(words(a), a.get("href")) for a in links] == [
        ("Take away: E3 Preliminary ✕", "/evidence/?from=1990&words=fatigue"),
        ("Take away: from 1990 ✕", "/evidence/?level=E3+Preliminary&words=fatigue"),
    ]
    hidden = tree.xpath("//input[@type='hidden'][@form='ask']")
    assert [(i.get("name"), i.get("value")) for i in hidden] == [("level", "E3 Preliminary")]


def test_orders_are_links_and_the_best_match_comes_first(client: Client, searchable: Any) -> None:
    tree = document(client, "/evidence/?words=fatigue")
    (orders,) = tree.xpath("//details[@id='sort']")
    assert words(orders.xpath("./summary")[0]) == "Sorted: best match"
    oldest = document(client, orders.xpath(".//a[.='oldest first']/@href")[0])
    assert titles(oldest)[0] == INTERFERON
    assert "best match" not in words(
        document(client, "/evidence/").xpath("//details[@id='sort']")[0]
    )


@pytest.mark.parametrize("harm", ["no index", "damaged"])
def test_without_a_sound_index_the_list_goes_on_and_says_so(
    client: Client, searchable: Path, harm: str
) -> None:
    for part in searchable.iterdir():
        if harm == "no index" or part.suffix == ".idx":
            part.unlink()
    tree = document(client, "/evidence/?words=yoga")
    assert titles(tree) == ["Yoga lying down: a trial"]
    assert "The search is being prepared." in words(tree)
    assert len(titles(document(client, "/evidence/"))) == 5


def test_a_new_index_is_used_at_once(client: Client, searchable: Path, installation: Path) -> None:
    assert titles(document(client, "/evidence/?words=isolated")) == [INTERFERON]
    for part in searchable.iterdir():
        part.unlink()
    assert titles(document(client, "/evidence/?words=isolated")) == []
    make.make_current(installation)
    assert titles(document(client, "/evidence/?words=isolated")) == [INTERFERON]


def test_the_part_put_in_place_is_the_page_s_own(client: Client, searchable: Any) -> None:
    part = client.get("/evidence/found/?words=fatigue")
    page = client.get("/evidence/?words=fatigue").content.decode()
    assert part.content.decode().strip() in page
    assert part.headers["X-Robots-Tag"] == "noindex"


def test_what_is_typed_into_the_address_is_answered(client: Client, searchable: Any) -> None:
    queries = (
        "words=%00", "words=%22", "words=-", "words=a%20AND%20(", "order=best",
        "who=nobody&treatment=%27", "page=99999", "from=20x", "live", "spelt=1",
    )  # fmt: skip
    for query in queries:
        for path in ("/evidence/", "/evidence/found/"):
            assert client.get(f"{path}?{query}").status_code == 200


EVERY_KIND = (
    "/", "/evidence/", "/evidence/?words=fatigue", "/evidence/?level=E3+Preliminary&page=2",
    "/evidence/found/?words=fatigue", "/evidence/see-1996-alpha-interferon",
    "/evidence/see-1996-alpha-interferon/quick", "/evidence/see-1996-alpha-interferon/deep",
    "/evidence/see-1996-alpha-interferon.bib", "/evidence/see-1996-alpha-interferon.json",
    "/retractions/", "/start/", "/start/what-is-pem", "/about/questions/",
    "/about/editorial-policy/", "/about/press/", "/about/contact/", "/about/how-it-works/",
    "/about/privacy/",
    "/about/not-medical-advice/", "/explore/", "/map/", "/map/measures/", "/questions/",
    "/timeline/",
    "/changes/", "/topics/", "/definitions/", "/glossary/", "/journals/",
    "/authors/", "/robots.txt",
)  # fmt: skip


def test_a_page_already_made_costs_one_question_to_the_data_base_at_most(
    client: Client, searchable: Any
) -> None:
    costs = {}
    for path in EVERY_KIND:
        first = client.get(path)
        assert first.status_code == 200, path
        for held in ({}, {"if-none-match": first.headers.get("ETag", "")}):
            with CaptureQueriesContext(connection) as questions:
                again = client.get(path, headers=held)
            if held and held["if-none-match"]:
                assert (again.status_code, again.content) == (304, b""), path
            costs[path, bool(held)] = len(questions)
    assert {page: cost for page, cost in costs.items() if cost > 1} == {}


def test_a_page_is_compressed_for_those_who_can_unpack_it(client: Client, searchable: Any) -> None:
    plain = client.get("/evidence/")
    packed = client.get("/evidence/", headers={"accept-encoding": "br, gzip"})
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"


def test_a_kept_page_never_names_another_host(client: Client, searchable: Any) -> None:
    one = client.get("/evidence/see-1996-alpha-interferon", headers={"host": "localhost"})
    other = client.get("/evidence/see-1996-alpha-interferon", headers={"host": "127.0.0.1"})
    assert b"http://localhost/evidence" in one.content
    assert b"http://localhost/evidence" not in other.content


@given(st.text(max_size=30) | st.sampled_from(WORDS).map(" ".join))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_finds_nothing_says_what_can_be_tried(
    client: Client, searchable: Any, typed: str
) -> None:
    response = client.get("/evidence/", {"words": typed, "level": "E0 Synthesis"})
    if response.status_code == 302:
        return
    tree = html.fromstring(response.content.decode())
    assert titles(tree) == []
    ways = tree.xpath("//ul[@aria-labelledby='ways-on']//a/@href")
    assert ways
    for way in ways:
        assert client.get(way).status_code == 200


def test_a_word_that_no_study_has_leads_on(client: Client, searchable: Any) -> None:
    tree = document(client, "/evidence/?words=zeppelin")
    assert "No study here has “zeppelin”." in words(tree)
    ways = tree.xpath("//ul[@aria-labelledby='ways-on']//a/@href")
    assert ways == ["/topics/", "/questions/", "/glossary/"]


def test_a_treatment_known_by_several_names_and_studied_nowhere_is_said_to_be(
    client: Client, searchable: Any
) -> None:
    tree = document(client, "/evidence/?words=LDN")
    notes = [words(p) for p in tree.xpath("//p[@class='note-found']")]
    assert notes == ["No study here has “LDN”, nor low-dose naltrexone, nor naltrexone."]
    # Said too where other words of the question found something.
    tree = document(client, "/evidence/?words=LDN+fatigue")
    assert "No study here has “LDN”, nor low-dose naltrexone" in words(tree)
    assert titles(tree)
    # A word that nobody knows has no other names.
    tree = document(client, "/evidence/?words=zeppelin")
    notes = [words(p) for p in tree.xpath("//p[@class='note-found']")]
    assert notes == ["No study here has “zeppelin”."]


def test_years_are_chosen_with_their_counts_among_the_other_filters(
    client: Client, searchable: Any
) -> None:
    tree = document(client, "/evidence/")
    years = choices(tree, "year")
    assert list(years) == ["2020 1", "2019 1", "2018 1", "2017 1", "1990–1999 1"]
    for name, link in years.items():
        assert len(titles(document(client, link))) == int(name.split()[-1])
    nineties = document(client, years["1990–1999 1"])
    assert titles(nineties) == [INTERFERON]
    # The other years stay to be chosen, and the one in force is taken away by a press.
    assert len(choices(nineties, "year")) == 5
    (away,) = nineties.xpath("//ul[contains(@class,'narrowed')]//a")
    assert (words(away), away.get("href")) == ("Take away: 1990–1999 ✕", "/evidence/")
    assert nineties.xpath("//details[@id='narrow-year'][@open]")
    # Years may also be typed; they stand in the form of the words, and go along with them.
    typed = nineties.xpath("//input[@form='ask'][@name='from' or @name='to']/@value")
    assert typed == ["1990", "1999"]


def test_years_go_along_with_new_words_where_nothing_was_found(
    client: Client, searchable: Any
) -> None:
    tree = document(client, "/evidence/?words=zeppelin&from=1990")
    assert titles(tree) == []
    assert tree.xpath("//input[@form='ask'][@name='from']/@value") == ["1990"]


def test_a_facet_is_a_fold_of_six_choices_and_then_all(
    client: Client, db: None, library: Any, installation: Path
) -> None:
    kinds = ["RCT", "Cohort", "Case-control", "Cross-sectional", "Qualitative", "Animal",
             "Protocol", "Methods"]  # fmt: skip
    library.publish(
        [
            library.small(f"study-{n}", f"doe-2020-{n}", f"Paper {n}", study_type=kind)
            for n, kind in enumerate(kinds, 1)
        ]
    )
    make.make_current(installation)
    tree = document(client, "/evidence/")
    (facet,) = tree.xpath("//details[@id='narrow-study-type']")
    assert facet.get("open") is None
    assert len(facet.xpath("./ul/li")) == 6
    assert words(facet.xpath("./details/summary")[0]) == "all 8: Study type"
    assert len(facet.xpath("./details/ul/li")) == 2
    # What is chosen is seen at once, wherever it stands.
    last = facet.xpath("./details/ul/li/a")[-1]
    (facet,) = document(client, last.get("href")).xpath("//details[@id='narrow-study-type']")
    assert facet.get("open") is not None
    assert words(last) in words(facet.xpath("./ul//a[@aria-current]")[0])


def test_a_badge_that_does_not_apply_is_not_called_unstated(client: Client, atlas: Any) -> None:
    assert "none stated" not in words(document(client, "/evidence/"))
    for facet, said in (("criterion", "does not apply"), ("certainty", "not graded")):
        assert any(c.startswith(said) for c in choices(document(client, "/evidence/"), facet))


def test_a_year_among_the_words_is_the_year_and_can_be_looked_for_as_a_word(
    client: Client, searchable: Any
) -> None:
    tree = document(client, "/evidence/?words=doe+2019")
    assert titles(tree) == ["A marker that was withdrawn"]
    assert "“2019” is taken as the year of publication." in words(tree)
    assert "some of them" not in words(tree)
    (link,) = tree.xpath("//a[text()='Look for it in the texts']/@href")
    assert link == "/evidence/?words=doe+%222019%22"


def test_a_question_is_answered_by_results_before_plans_and_opinions(
    client: Client, db: None, library: Any, installation: Path
) -> None:
    papers = [
        ("Protocol", "Pacing pacing: a plan"),
        ("Commentary", "Pacing"),
        ("Cohort", "Pacing and rest at home, and how it went"),
        ("RCT", "A trial of pacing in daily life"),
        ("Animal", "Sleep of mice"),
    ]
    library.publish(
        [
            library.small(f"study-{n}", f"doe-2020-{kind.casefold()}", title, study_type=kind)
            for n, (kind, title) in enumerate(papers, 1)
        ]
    )
    make.make_current(installation)

    def kinds_found(typed: str) -> list[str]:
        links = document(client, f"/evidence/?words={typed}").xpath("//a[@class='entry-title']")
        return [a.get("href").rpartition("-")[2] for a in links]

    for question in (
        "does+pacing+work",
        "Does+pacing+work+for+ME%3F",
        "pacing%3F",
        "what+is+pacing",
    ):
        assert set(kinds_found(question)[:2]) == {"cohort", "rct"}, question
        assert sorted(kinds_found(question)[2:]) == ["commentary", "protocol"], question
    # Who names the thing alone, or a plan by its words, gets what fits the words best.
    assert set(kinds_found("pacing")[:2]) == {"protocol", "commentary"}
    assert kinds_found("is+there+a+pacing+plan")[0] == "protocol"

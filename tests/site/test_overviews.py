"""The pages about many studies: what stands on them, and that every link leads to its sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from lxml import html

from evidence_atlas.conditions import load
from evidence_atlas.grading.replication import same_thing
from evidence_atlas.records import PublishedStudy, from_json
from evidence_atlas.store.models import CurrentEdition

from ..overview_records import RECORDS
from .overview_atlas import build_from, write

DATA = Path(__file__).parents[3] / "shared" / "data" / "mecfs"
START = ("/explore/", "/map/", "/map/measures/", "/questions/", "/timeline/", "/changes/",
         "/compare/", "/topics/", "/definitions/", "/glossary/", "/journals/", "/authors/",
         "/retractions/")  # fmt: skip
OURS = re.compile(
    r"/(?:explore|map|questions|timeline|changes|topics|definitions|journals|authors)/"
)


@pytest.fixture(scope="module", params=["made-up records"])
def whole(
    request: Any, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any,
    samples: list[Path],
) -> Iterator[str]:  # fmt: skip
    """A whole atlas, built once for all tests of this file."""
    home = tmp_path_factory.mktemp("whole")
    files = samples
    if request.param == "real records":
        files = [DATA / "records_dev.jsonl", DATA / "records_unlabelled.jsonl"]
    if request.param == "made-up records":
        files = [write(home / "records.jsonl", RECORDS)]
    with django_db_blocker.unblock():
        build_from(home / "home", files)
        yield request.param
        call_command("flush", verbosity=0, interactive=False)


class Site:
    """Pages by address, each asked for once."""

    def __init__(self, pages: dict[str, Any]) -> None:
        self._client = Client()
        self._pages = pages

    def page(self, address: str) -> Any:
        path = address.partition("#")[0]
        if path not in self._pages:
            answer = self._client.get(path)
            assert answer.status_code == 200, path
            self._pages[path] = html.fromstring(answer.content.decode())
        return self._pages[path]

    def all_pages(self) -> dict[str, Any]:
        """Every page about many studies that links lead to from the start of each kind."""
        todo = list(START)
        for path in todo:
            for link in self.page(path).xpath("//main//a/@href"):
                target = link.partition("#")[0]
                if OURS.match(target) and target not in todo:
                    todo.append(target)
        return {path: self.page(path) for path in todo}


@pytest.fixture(scope="module")
def fetched(whole: str) -> dict[str, Any]:
    """The pages that were asked for by now, for all tests of this file."""
    return {}


@pytest.fixture
def site(fetched: dict[str, Any], db: None) -> Site:
    return Site(fetched)


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def published() -> list[PublishedStudy]:
    edition = CurrentEdition.objects.get().edition
    rows = edition.entries.select_related("page")
    return [from_json(e.page.payload, PublishedStudy) for e in rows]


# --- what must be true of any atlas -------------------------------------------------------------


def check_links(site: Site) -> int:
    """Every sentence shown is the very text of its place on the study's page; how many were."""
    checked = 0
    for path, page in site.all_pages().items():
        for link in page.xpath("//a[@class='said-so']"):
            target = link.get("href")
            place = site.page(target).xpath(f"//*[@id='{target.partition('#')[2]}']")
            assert len(place) == 1, (path, target)
            said = place[0].xpath(".//p")
            text = words(said[0]) if said else words(place[0])
            assert words(link) in (text, words(place[0])), (path, target)
            checked += 1
        for link in page.xpath("//ul[@class='each']//a[contains(@href, '#')]"):
            target = link.get("href")
            place = site.page(target).xpath(f"//*[@id='{target.partition('#')[2]}']")
            told = words(link.getparent()).partition(": ")[2]
            assert len(place) == 1 and told in words(place[0]), (path, target)
            checked += 1
    return checked


def check_cells(site: Site) -> int:
    """Every cell of both maps, worked out again from the store by other means."""
    total = 0
    for axis in ("treatments", "measures"):
        found: dict[tuple[str, str], dict[str, str]] = {}
        for path, page in site.all_pages().items():
            chart = re.fullmatch(rf"/map/{axis}/([a-z0-9-]+)", path)
            if not chart:
                continue
            for table in page.xpath("//table"):
                target = table.xpath("./caption/a/@href")[0]
                outcome = target.rpartition("/")[2]
                if outcome == "other":
                    continue
                if len(table.xpath("./tbody/tr")) == 25:
                    table = site.page(target).xpath("//table")[0]
                for row in table.xpath("./tbody/tr"):
                    slug = row.xpath("./th/a/@href")[0].rpartition("/")[2]
                    way = words(row.xpath("./td[1]/b")[0]).rstrip(".")
                    found.setdefault((chart[1], outcome), {})[slug] = way
        expected = {
            key: {f.study.slug: f.way for f in cell} for key, cell in cells_of(axis).items()
        }
        assert found == expected
        total += sum(len(cell) for cell in expected.values())
    return total


@dataclass
class Found:
    """What one study found of one outcome, as the store has it."""

    study: PublishedStudy
    way: str
    comparison: str
    against: tuple[str, ...]
    part: bool


def weight(s: PublishedStudy) -> tuple[Any, ...]:
    """The order of what the evidence is worth."""
    levels = ["E0 Synthesis", "E1 Replicated", "E2 Moderate", "E3 Preliminary"]
    trust = ["Higher confidence", "Moderate confidence", "Preliminary"]
    level, certainty = s.grades.value("level"), s.grades.value("certainty")
    return (
        levels.index(level) if level in levels else 9,
        trust.index(certainty) if certainty in trust else 9,
        s.grades.value("record_state") == "Expression of concern",
        -(s.reading.participants.total or 0), -(s.record.year or 0), s.key,
    )  # fmt: skip


def same_people(studies: list[PublishedStudy]) -> dict[str, str]:
    """Study -> the name of its group of people."""
    names_of = {s.key: {s.key} for s in studies}
    ties = [
        {link.link.source, link.link.target or ""}
        for s in studies
        for link in s.links
        if link.link.kind in ("version of", "preprint of", "supersedes", "same participants",
                              "reanalyses")
    ]  # fmt: skip
    numbers: dict[str, set[str]] = {}
    for s in studies:
        number = re.sub("[^A-Z0-9]", "", (s.reading.registration or "").upper())
        if re.fullmatch(r"[A-Z]+\d{5,}", number) and not review(s):
            numbers.setdefault(number, set()).add(s.key)
    for tie in [*ties, *numbers.values()]:
        joined = set().union(*(names_of.get(key, set()) for key in tie))
        for key in joined:
            names_of[key] = joined
    return {key: min(group) for key, group in names_of.items()}


def review(s: PublishedStudy) -> bool:
    return s.grades.value("study_type") in ("Systematic review", "Meta-analysis")


def on_the_map() -> list[PublishedStudy]:
    """The studies whose findings count, the weightiest first."""
    out = ("Protocol", "Hypothesis", "Commentary", "Narrative review", "Scoping review", "Notice",
           "Guideline", "Animal", "In vitro", "Computational")  # fmt: skip
    counted = [
        s for s in published()
        if s.status == "published" and s.grades.value("study_type") not in out
        and s.grades.value("record_state") not in ("Retracted", "Withdrawn")
    ]  # fmt: skip
    return sorted(counted, key=weight)


def key_of(things: Any, text: str) -> Any:
    """The thing of a name; general synonyms are the engine's own table."""
    for spelling in (text, same_thing(text)):
        for thing in things:
            if re.fullmatch(thing.pattern, spelling, re.IGNORECASE):
                return thing
    return None


def treatments_of(s: PublishedStudy) -> set[str]:
    found = set()
    for printed in s.reading.interventions:
        thing = key_of(load_once().treatments, printed)
        plain = re.sub(r"[^a-z0-9]+", "-", same_thing(printed)).strip("-")
        found.add(thing.key if thing else plain)
    return found


def measures_of(s: PublishedStudy) -> set[str]:
    """The known things of which a study that gave nothing tells."""
    if s.reading.interventions:
        return set()
    found = [key_of(load_once().outcomes, r.outcome or "") for r in told_results(s)]
    return {thing.key for thing in found if thing is not None}


@cache
def load_once() -> Any:
    return load("mecfs")


def told_results(s: PublishedStudy) -> list[Any]:
    """The results that a sentence of the study's page tells."""
    told = {
        int(path[8:])
        for st in s.page.statements()
        if st.section in ("observed_findings", "quick_summary")
        for path in st.about
        if re.fullmatch(r"results\.\d+", path)
    }
    return [s.reading.results[n] for n in sorted(told)]


def cells_of(axis: str) -> dict[tuple[str, str], list[Found]]:
    """(chart, outcome) -> the findings in it, one for each group of people."""
    cells: dict[tuple[str, str], list[Found]] = {}
    people = same_people(published())
    for s in on_the_map():
        charts = treatments_of(s) if axis == "treatments" else {""} - treatments_of(s)
        if axis == "measures" and s.reading.interventions:
            continue
        for chart in charts:
            ways: dict[str, list[tuple[tuple[bool, int], str, Any]]] = {}
            for result in told_results(s):
                outcome = key_of(load_once().outcomes, result.outcome or "")
                if outcome is None or not belongs(s, result, chart, axis, len(charts)):
                    continue
                way = way_of(result, outcome, axis)
                if way:
                    rank = (result.scope != "all",
                            {"within_group": 1, "none": 2}.get(result.comparison, 0))  # fmt: skip
                    ways.setdefault(outcome.key, []).append((rank, way, result))
            for outcome_key, found in ways.items():
                first = min(rank for rank, _, _ in found)
                best = [(w, r) for rank, w, r in found if rank == first]
                way = best[0][0] if len({w for w, _ in best}) == 1 else "Both ways"
                group = next(o.group for o in load_once().outcomes if o.key == outcome_key)
                name = chart or re.sub(r"[^a-z]+", "-", group.casefold())
                cell = cells.setdefault((name, outcome_key), [])
                if any(people[f.study.key] == people[s.key] for f in cell):
                    continue
                result = best[0][1]
                part = any(r.scope != "all" for _, r in best)
                cell.append(Found(s, way, result.comparison, set_against(s, result), part))
    return cells


def belongs(s: PublishedStudy, result: Any, chart: str, axis: str, several: int) -> bool:
    between = result.comparison in ("between_randomised", "between_groups")
    if axis == "measures":
        return between or review(s)
    untreated = re.search(
        "placebo|control|sham|usual care|waiting|untreated", result.who or "", re.I
    )
    if untreated or names(result.against, chart):
        return False
    return several == 1 or names(result.who, chart)


def set_against(s: PublishedStudy, result: Any) -> tuple[str, ...]:
    if result.comparison not in ("between_randomised", "between_groups"):
        return ()
    if s.reading.comparators:
        return tuple(sorted(c.casefold() for c in s.reading.comparators))
    cases = s.grades.value("study_type") == "Case-control"
    if cases and re.search(r"\bcontrols?\b|\bhealthy\b", result.against or "controls", re.I):
        return ("people without the illness",)
    return (result.against.casefold(),) if result.against else ()


def names(text: str | None, treatment: str) -> bool:
    thing = key_of(load_once().treatments, text or "")
    return thing is not None and thing.key == treatment


def way_of(result: Any, outcome: Any, axis: str) -> str | None:
    if result.direction == "no difference":
        return "No clear difference"
    if result.direction == "mixed":
        return "Both ways"
    if result.direction not in ("increase", "higher", "decrease", "lower"):
        return None
    less = result.direction in ("decrease", "lower")
    if result.better_or_worse:
        if not outcome.less:
            return None
        less = (result.better_or_worse == "better") == (outcome.less == "better")
    if outcome.less and axis == "treatments":
        return "Better" if less == (outcome.less == "better") else "Worse"
    return "Lower" if less else "Higher"


def check_questions(site: Site) -> int:
    """Every question page: who stands on it, and each verdict, from the store by other means."""
    people = same_people(published())
    pages = site.all_pages()
    total = 0
    wanted: dict[str, tuple[set[str], list[str]]] = {}
    for axis in ("treatments", "measures"):
        cells = cells_of(axis)
        about = treatments_of if axis == "treatments" else measures_of
        keys = {key for s in on_the_map() for key in about(s)}
        for key in keys:
            rows = [c for (chart, o), c in sorted(cells.items())
                    if key == (chart if axis == "treatments" else o)]  # fmt: skip
            outcomes = [o for (chart, o) in sorted(cells)
                        if key == (chart if axis == "treatments" else o)]  # fmt: skip
            studies = [s for s in on_the_map() if key in about(s)]
            groups: dict[str, PublishedStudy] = {}
            for s in sorted(studies, key=weight):
                groups.setdefault(people[s.key], s)
            primary = [s for s in groups.values() if not review(s)]
            ours = {p for p, s in groups.items()
                    if not review(s) and s.grades.value("context") == "the illness"}  # fmt: skip
            if not ours or len(primary) < 2:
                continue
            verdicts = []
            for outcome_key, row in zip(outcomes, rows, strict=True):
                mine = [f for f in row if people[f.study.key] in ours]
                wide = next(o.wide for o in load_once().outcomes if o.key == outcome_key)
                verdicts += verdicts_of(mine, wide)
            address = f"/questions/{key}"
            if axis == "measures" and address in wanted:
                address += "-measured"
            wanted[address] = ({s.slug for s in groups.values()}, sorted(verdicts))
    assert {p for p in pages if re.fullmatch("/questions/.+", p)} == set(wanted)
    for address, (slugs, verdicts) in wanted.items():
        page = pages[address]
        assert set(page.xpath("//section[@class='block']/@id")) == slugs, address
        said = [words(v) for v in page.xpath("//section[@id='agree']/ul/li/span")]
        assert sorted(said) == verdicts, address
        total += len(said)
    return total


def verdicts_of(found: list[Found], wide: bool) -> list[str]:
    classes: dict[Any, list[Found]] = {}
    for f in found:
        alone = "" if f.comparison == "within_group" else f.study.slug
        classes.setdefault(f.against or (f.comparison, alone), []).append(f)
    said = [verdict_of(group, wide) for group in classes.values()]
    return said + ["Not set against the same thing"] * (len(said) > 1 and not wide)


def verdict_of(found: list[Found], wide: bool) -> str:
    if len(found) == 1:
        return "One study"
    if wide:
        return "Too many different things under one name"
    pairs = list(itertools.combinations(found, 2))
    if any(opposed(a, b) for a, b in pairs):
        return "The studies do not agree"
    ways = {f.way for f in found}
    if len(ways) > 1 or ways == {"Both ways"}:
        return "Uncertain"
    return "No clear difference found" if ways == {"No clear difference"} else "The studies agree"


def opposed(a: Found, b: Found) -> bool:
    if a.way == b.way or "Both ways" in (a.way, b.way) or a.part != b.part:
        return False
    if "No clear difference" not in (a.way, b.way):
        return True
    null, clear = (a, b) if a.way == "No clear difference" else (b, a)
    sizes = null.study.reading.participants.total, clear.study.reading.participants.total
    return None not in sizes and sizes[0] >= max(100, sizes[1])  # type: ignore[type-var]


def test_every_cell_is_what_the_store_holds(site: Site) -> None:
    assert check_cells(site) >= 11


def test_every_question_page_is_what_the_store_holds(site: Site) -> None:
    assert check_questions(site) >= 5


def test_every_link_leads_to_the_sentence_it_rests_on(site: Site) -> None:
    assert check_links(site) >= 40


@pytest.mark.verify
@pytest.mark.parametrize(
    "whole",
    [
        "sample library",
        pytest.param(
            "real records",
            marks=pytest.mark.skipif(not DATA.exists(), reason="no folder of real records here"),
        ),
    ],
    indirect=True,
)
def test_a_larger_atlas_on_the_map(site: Site) -> None:
    """The same on the sixty samples, and on real records where there are any."""
    assert check_cells(site) >= 5
    assert check_links(site) >= 60
    check_questions(site)


# --- what readers are promised ------------------------------------------------------------------


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


def test_a_small_null_beside_a_gain_is_uncertain(site: Site) -> None:
    page = site.page("/questions/magnesium")
    assert verdict(page, "Fatigue: uncertain.") == "Uncertain"


def test_two_spellings_are_one_treatment_and_a_plan_is_no_study(site: Site) -> None:
    page = site.page("/questions/rituximab")
    asked = words(page.xpath("//p[@class='lead-p']")[0])
    assert asked.startswith("Three studies in this atlas tried rituximab")
    assert "Birch and Hcrib 2011" in asked, "Rituxan is rituximab"
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


def test_a_retracted_paper_stands_on_no_map_and_no_question_page(site: Site) -> None:
    for path, page in site.all_pages().items():
        if path.startswith(("/map/", "/questions/", "/definitions/", "/topics/")):
            assert "Dogwood" not in words(page.xpath("//main")[0]), path


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


def test_what_one_of_two_treatments_did_is_not_laid_to_both(site: Site) -> None:
    """Graded exercise beside pacing: which was better is told in the study's words alone."""
    for treatment in ("graded-exercise", "pacing"):
        page = site.page(f"/map/treatments/{treatment}")
        assert [words(c) for c in page.xpath("//caption")] == [
            "Also told, with no place in the picture"
        ]


def test_a_null_has_a_mark_as_every_other_finding_has(site: Site) -> None:
    picture = site.page("/map/treatments/rituximab").xpath("//figure//*[name()='svg']")[0]
    words_of_it = words(picture.xpath("./*[name()='desc']")[0])
    assert "No clear difference: 1, Maple and Elpam 2024; 2, Alder and Redla 2020." in words_of_it
    marks = picture.xpath(".//*[contains(concat(' ', @class, ' '), ' dot ')]")
    rows = site.page("/map/treatments/rituximab").xpath("//table[1]/tbody/tr")
    assert len(marks) == len(rows) == 5


def test_measures_are_compared_with_people_without_the_illness(site: Site) -> None:
    page = site.page("/questions/natural-killer-cells")
    said = finding(page, "Natural killer cells: the studies do not agree.")
    assert "compared with people without the illness" in said
    assert "Kapok and Kopak 2016 (240 people): no clear difference" in said
    assert not page.xpath("//section[@id='harms']"), "nobody was given anything"


def test_what_is_not_known_is_said_and_never_where_it_is_told(site: Site) -> None:
    unknown = words(site.page("/questions/magnesium").xpath("//section[@id='not-known']")[0])
    assert "Nothing is known here of people who are severely ill" in unknown
    assert "Nothing is known here of children" in unknown
    assert "PEM" not in unknown, "both trials took people by a definition that requires it"


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
    assert len(entries) == 7
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
    terms = {words(dt) for dt in site.page("/glossary/").xpath("//dt")}
    assert {"post-exertional malaise", "placebo"} <= terms


def test_an_unknown_address_is_not_found(whole: str, db: None) -> None:
    for path in ("/questions/nothing", "/map/treatments/nothing", "/topics/nothing",
                 "/map/treatments/rituximab/nothing", "/definitions/nothing", "/authors/xx",
                 "/journals/?letter=9"):  # fmt: skip
        assert Client().get(path).status_code == 404, path


def test_a_page_that_the_reader_holds_is_not_sent_again(whole: str, db: None) -> None:
    first = Client().get("/questions/rituximab")
    again = Client().get("/questions/rituximab", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert again.status_code == 304


def test_a_map_page_asks_the_data_base_little(
    whole: str, db: None, django_assert_max_num_queries: Any
) -> None:
    """The edition, and one or two rows made when it was published."""
    for path, most in (("/map/", 3), ("/questions/rituximab", 3), ("/timeline/", 2)):
        with django_assert_max_num_queries(most):
            Client().get(path)


def test_the_same_studies_make_the_same_pages(whole: str, db: None) -> None:
    from evidence_atlas.publishing.overview.seen import seen
    from evidence_atlas.publishing.overview.whole import overviews
    from evidence_atlas.records import to_json

    condition = load("mecfs")
    facts = [seen(s, condition) for s in published()]
    one = [(r.kind, r.key, to_json(r.value)) for r in overviews(facts, condition)]
    two = [(r.kind, r.key, to_json(r.value)) for r in overviews(facts[::-1], condition)]
    assert one == two
    edition = CurrentEdition.objects.get().edition
    kept = edition.overviews.values_list("kind", "key", "payload")
    assert sorted((k, key, bytes(p)) for k, key, p in kept) == sorted(one)


def test_before_the_first_build_every_page_still_answers(db: None) -> None:
    if CurrentEdition.objects.exists():
        CurrentEdition.objects.all().delete()
    for path in START:
        assert Client().get(path).status_code == 200, path

"""The maps and the question pages agree with the studies under them, cell by cell."""

from __future__ import annotations

import re
from typing import Any

import pytest

from . import recount
from .conftest import DATA, Site, words

LANES = {
    "Better": "sense", "Worse": "sense", "Lower": "amount", "Higher": "amount",
    "Linked with something": "link", "No link found": "link",
}  # fmt: skip


def check_cells(site: Site, axis: str) -> int:
    """Every cell of a map: who stands in it, which way, and on which sentences; how many marks."""
    found: dict[tuple[str, str], list[Any]] = {}
    for path in site.all_pages(f"/map/{axis if axis != 'treatments' else ''}"):
        chart = re.fullmatch(rf"/map/{axis}/([a-z0-9-]+)", path)
        if not chart:
            continue
        outcomes = {
            link.rpartition("/")[2] for link in site.page(path).xpath("//table/caption/a/@href")
        }
        for outcome in outcomes - {"other"}:
            for row in rows_of(site, f"{path}/{outcome}"):
                slug = row.xpath("./th/a/@href")[0].rpartition("/")[2]
                way = words(row.xpath("./td[1]/p/b")[0]).rstrip(".")
                told = [a.rpartition("#")[2] for a in row.xpath("./td[1]/p/a/@href")]
                found.setdefault((chart[1], outcome), []).append((slug, way, sorted(told)))
    expected: dict[tuple[str, str], list[Any]] = {}
    for (name, outcome, _), cell in recount.cells_of(axis).items():
        expected.setdefault((name, outcome), []).extend(
            (f.study.slug, f.way, sorted(f.told)) for f in cell
        )
    assert found.keys() == expected.keys()
    for key, cell in expected.items():
        assert sorted(found[key]) == sorted(cell), key
    return sum(len(cell) for cell in expected.values())


def rows_of(site: Site, path: str) -> list[Any]:
    """The rows of a cell's own table, from page to page."""
    rows: list[Any] = []
    while path:
        page = site.page(path)
        rows += page.xpath("//table/tbody/tr")
        path = next(iter(page.xpath("//a[@rel='next']/@href")), "")
    return rows


def check_questions(site: Site) -> int:
    """Every question page: who stands on it, and each verdict; how many verdicts."""
    pages, wanted, total = site.all_pages("/questions/"), recount.questions(), 0
    assert {p for p in pages if re.fullmatch("/questions/.+", p)} == set(wanted)
    for address, (slugs, verdicts) in wanted.items():
        page = pages[address]
        shown = set(page.xpath("//section[@class='block']/@id"))
        shown |= {
            a.partition("#")[0].split("/")[2]
            for a in page.xpath("//p[contains(@class, 'further')]/a/@href")
        }
        assert shown == slugs, address
        said = [words(v) for v in page.xpath("//section[@id='agree']/ul/li/span")]
        said += ["One study"] * len(page.xpath("//section[@id='agree']/ul[@class='find once']/li"))
        assert sorted(said) == verdicts, address
        total += len(said)
    return total


def check_left_out(site: Site) -> int:
    """What stands in no picture is all listed, with its sentence; how many results."""
    listed = set()
    for path in site.all_pages("/map/left-out/"):
        if re.fullmatch(r"/map/left-out/[a-z-]+", path):
            while path:
                page = site.page(path)
                for link in page.xpath("//a[@class='said-so']/@href"):
                    address, _, sentence = link.partition("#")
                    listed.add((address.split("/")[2], sentence))
                path = next(iter(page.xpath("//a[@rel='next']/@href")), "")
    # One sentence may tell two results, of which one is drawn; it may then be listed too.
    assert recount.left_out() <= listed
    return len(listed)


def check_links(site: Site, under: str = "/") -> int:
    """Every sentence shown is the very text of its place on the study's page; how many were."""
    checked = 0
    for path, page in site.all_pages(under).items():
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


BESIDE = re.compile(
    r"\b(?:than|compar\w+|versus|vs|between|among|across|differ\w*|similar\w*|same|equal\w*|"
    r"relative to|"
    r"superior\w*|inferior\w*|unlike|controls?|healthy|placebo|sham|interactions?|ratios?|[OHR]R|"
    r"respectively|more|less|further|greater|fewer|larger|smaller|faster|better|worse|"
    r"higher|lower|elevated|raised|reduced|impaired|associated|depleted|altered|abnormal\w*|"
    r"deficien\w+|disturbed|overexpressed|\w*regulated|(?:in|de)creased (?:[\w-]+ ){0,2}(?:levels?|"
    r"concentrations?|activity|capacity|expression|production|counts?|numbers?|frequenc\w+))\b|"
    # That what was given did not do it, is in a trial said of its arms.
    r"\b(?:support|treatments?|therapy|training|programmes?|interventions?|supplements?) "
    r"did not (?:\w+ly )?(?:reduce|improve|relieve|ease|change|affect|alter|lower|raise)\b",
    re.IGNORECASE,
)
"""Words that set people beside other people."""
ARMS = re.compile(
    r"\b(?:more|further|greater|larger|faster|higher|lower|better)\b[^.;]{0,60}\b(?:in|with) the "
    r"(?:[\w-]+ ){1,3}(?:group|arm)\b|\bthan (?:in |with |those )?(?:the )?(?:[\w-]+ )?"
    r"(?:group|arm|placebo|controls?|sham)\b",
    re.IGNORECASE,
)
"""Words that set one arm of a trial beside another."""
OWN_START = re.compile(r"\b(?:baseline|before|start|pre-?\w*|initial\w*)\b", re.IGNORECASE)


def check_comparisons(site: Site) -> int:
    """A mark says against what a result was measured: the words of the abstract's sentence say so.

    The comparison is not taken from the reading: it is what the table beside the mark shows, held
    against the sentence itself. How many marks were looked at.
    """
    told = {s.slug: recount.clauses_told(s) for s in recount.on_the_map()}
    looked, wrong = set(), []
    for path, page in site.all_pages("/map/").items():
        for row in page.xpath("//table[contains(@class, 'findings')]/tbody/tr[td[1]/p/b]"):
            link = row.xpath("./td[1]/p/a/@href")[0]
            slug, sentence = link.partition("#")[0].split("/")[2], link.partition("#")[2]
            against = words(row.xpath("./td[2]")[0])
            if (slug, sentence, against) in looked or against == "the abstract does not say":
                continue
            looked.add((slug, sentence, against))
            clauses = told[slug][sentence]
            if against == "people's own start":
                said = any(not ARMS.search(c) or OWN_START.search(c) for c, _ in clauses)
            else:
                said = any(
                    BESIDE.search(around) and not recount.of_every_group(c) for c, around in clauses
                )
            if not said:
                wrong.append((path, link, against, clauses))
    assert not wrong
    return len(looked)


@pytest.mark.parametrize(("axis", "least"), [("treatments", 7), ("measures", 3), ("topics", 20)])
def test_every_cell_is_what_the_store_holds(site: Site, axis: str, least: int) -> None:
    assert check_cells(site, axis) >= least


def test_what_a_mark_was_compared_with_is_what_the_abstract_says(site: Site) -> None:
    assert check_comparisons(site) >= 12


def test_every_question_page_is_what_the_store_holds(site: Site) -> None:
    assert check_questions(site) >= 5


def test_nothing_that_a_study_tells_is_silently_lost(site: Site) -> None:
    assert check_left_out(site) >= 1


def test_every_link_leads_to_the_sentence_it_rests_on(site: Site) -> None:
    assert check_links(site) >= 40


def check_tried(site: Site) -> int:
    """Each thing measured leads to the rows of the treatments that a study tells did something to
    it, and to no others; how many rows."""
    led = 0
    for path, page in site.all_pages("/questions/").items():
        links = page.xpath("//section[@id='tried']//a/@href")
        for link in links:
            outcome = path.split("/")[2].removesuffix("-measured")
            assert re.fullmatch(f"/map/treatments/[^/]+/{outcome}", link), (path, link)
            assert site.page(link).xpath("//table//a[@class='said-so']"), link
        # A treatment's own page tells it itself.
        assert not (links and page.xpath("//section[@id='harms']")), path
        led += len(links)
    return led


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
    for axis in recount.AXES:
        assert check_cells(site, axis) >= 3, axis
    assert check_links(site, "/map/") + check_links(site, "/questions/") >= 60
    check_questions(site)
    check_left_out(site)
    assert check_tried(site) >= 4
    assert check_comparisons(site) >= 12

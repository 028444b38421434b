"""Searching in a real browser: with nothing but links and a button, and with results in place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from evidence_atlas.publishing.search import make

from .browsing import TAGS, follow, open_all

TITLE = "alpha-Interferon treatment of patients with chronic fatigue syndrome"
pytestmark = [pytest.mark.django_db(databases=["default", "private"], transaction=True)]


@pytest.fixture(autouse=True)
def searchable(atlas: Any, installation: Path) -> None:
    make.make_current(installation)


def titles(page: Any) -> list[str]:
    return [t.strip() for t in page.locator(".entry-title").all_inner_texts()]


def follow_named(page: Any, name: str, *, exact: bool = False) -> None:
    follow(page.get_by_role("link", name=name, exact=exact))


def test_without_javascript_a_study_is_found_narrowed_and_read(reader: Any) -> None:
    page = reader("/")
    page.get_by_role("search").get_by_label("Search the studies").fill("fatige")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "so “fatigue” was looked for" in page.locator(".note-found").inner_text()
    assert len(titles(page)) == 2
    page.get_by_text("Narrow the list").click()
    page.get_by_text("Study type", exact=True).click()
    follow_named(page, "RCT", exact=True)
    assert len(titles(page)) == 1
    page.get_by_text("Narrow the list").click()
    page.get_by_text("Year", exact=True).click()
    follow_named(page, "1990–1999")
    assert titles(page) == [TITLE]
    follow_named(page, "Take away: 1990–1999")
    follow_named(page, "Take away: RCT")
    assert len(titles(page)) == 2
    page.get_by_text("Sorted: best match").click()
    follow_named(page, "by title")
    assert page.url.endswith("?order=title&words=fatige")
    follow_named(page, "alpha-Interferon")
    assert page.locator("h1").inner_text().startswith("alpha-Interferon")


def test_typing_changes_the_list_in_place_and_says_so(reader: Any) -> None:
    page = reader("/evidence/", java_script_enabled=True)
    problems: list[str] = []
    page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    page.evaluate("document.body.dataset.same = 'yes'")
    box = page.get_by_label("Search the studies")
    box.press_sequentially("yoga", delay=20)
    expect(page.locator(".entry")).to_have_count(1, timeout=20_000)
    assert titles(page) == ["Yoga lying down: a trial"]
    page.wait_for_url("**/evidence/?words=yoga")
    assert page.evaluate("document.activeElement.id") == "words"
    expect(page.locator("#said")).to_contain_text("1 study", timeout=20_000)
    assert page.evaluate("document.body.dataset.same") == "yes"
    assert problems == []


@pytest.mark.verify
def test_back_undoes_a_search_and_each_filter(reader: Any) -> None:
    page = reader("/evidence/", java_script_enabled=True)
    page.get_by_label("Search the studies").press_sequentially("fatigue", delay=20)
    expect(page.locator(".entry")).to_have_count(2, timeout=20_000)
    page.get_by_text("Narrow the list").click()
    page.get_by_text("Study type", exact=True).click()
    page.locator("#study-type-rct").click()
    expect(page.locator(".entry")).to_have_count(1, timeout=20_000)
    # Who works by keyboard or ear stays where they were, with the choices still open.
    assert page.evaluate("document.activeElement.id") == "study-type-rct"
    assert page.locator("#narrow").get_attribute("open") is not None
    assert page.locator("input[type=hidden][name=study_type]").input_value() == "RCT"
    page.go_back()
    expect(page.locator(".entry")).to_have_count(2, timeout=20_000)
    page.go_back()
    expect(page.locator(".entry")).to_have_count(5, timeout=20_000)
    assert page.get_by_label("Search the studies").input_value() == ""
    page.go_forward()
    expect(page.locator(".entry")).to_have_count(2, timeout=20_000)
    assert page.get_by_label("Search the studies").input_value() == "fatigue"


@pytest.mark.verify
def test_a_link_opened_anew_shows_the_same_as_in_place(reader: Any) -> None:
    page = reader("/evidence/", java_script_enabled=True)
    page.get_by_label("Search the studies").press_sequentially("interfer", delay=20)
    expect(page.locator(".entry")).to_have_count(1, timeout=20_000)
    page.wait_for_url("**words=interfer**")
    again = reader("/evidence/?" + page.url.split("?")[1])
    assert titles(again) == titles(page)


def test_a_number_typed_leads_to_its_study_on_enter(reader: Any) -> None:
    page = reader("/", java_script_enabled=True)
    page.get_by_label("Search the studies").fill("10.1000/made.up.1")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/see-1996-alpha-interferon")


@pytest.mark.verify
def test_years_typed_narrow_with_the_words_and_without_javascript(reader: Any) -> None:
    page = reader("/evidence/?words=fatigue")
    page.get_by_text("Narrow the list").click()
    page.get_by_text("Year", exact=True).click()
    page.get_by_label("To the year").fill("2000")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/?words=fatigue&from=&to=2000")
    assert titles(page) == [TITLE]
    # What is in force stays open, so that it is seen.
    page.get_by_text("Narrow the list").click()
    assert page.get_by_label("To the year").input_value() == "2000"


@pytest.mark.verify
def test_in_place_a_year_chosen_goes_along_with_further_words(reader: Any) -> None:
    page = reader("/evidence/", java_script_enabled=True)
    page.get_by_text("Narrow the list").click()
    page.get_by_text("Year", exact=True).click()
    page.locator("#year-1990").click()
    expect(page.locator(".entry")).to_have_count(1, timeout=20_000)
    assert page.evaluate("document.activeElement.id") == "year-1990"
    page.get_by_label("Search the studies").press_sequentially("fatigue", delay=20)
    page.wait_for_url("**words=fatigue**")
    assert "from=1990" in page.url and "to=1999" in page.url
    page.go_back()
    page.go_back()
    expect(page.locator(".entry")).to_have_count(5, timeout=20_000)


def test_on_the_smallest_phone_the_first_study_stands_on_the_first_screen(reader: Any) -> None:
    for query in ("", "?words=fatigue", "?words=fatigue&study_type=RCT"):
        page = reader(f"/evidence/{query}", viewport={"width": 320, "height": 640})
        box = page.locator(".entry-title").first.bounding_box()
        assert box and box["y"] + 48 <= 640, (query, box)


@pytest.mark.parametrize(
    "path",
    ["/evidence/?words=fatige&study_type=RCT&from=1990",
     "/evidence/?words=zeppelin+yoga&level=E0+Consensus"],
)  # fmt: skip
def test_results_have_no_barrier(reader: Any, path: str) -> None:
    page = reader(path, java_script_enabled=True, bypass_csp=True,
                  viewport={"width": 320, "height": 700})  # fmt: skip
    open_all(page)
    open_all(page)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate(
        "[...document.querySelectorAll('main a, main button, main summary')].filter(a => {"
        "const b = a.getBoundingClientRect(); return b.width && (b.height < 24)})"
        ".map(a => a.textContent)"
    )
    assert small == []

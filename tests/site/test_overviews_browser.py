"""In a real browser: the pages about many studies, on a phone, in the dark, with the keyboard."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from ..overview_records import RECORDS
from .overview_atlas import build_from, write

PAGES = (
    "/explore/",
    "/map/",
    "/map/measures/",
    "/map/treatments/rituximab",
    "/map/treatments/rituximab/fatigue",
    "/questions/",
    "/questions/rituximab",
    "/questions/natural-killer-cells",
    "/timeline/",
    "/changes/",
    "/compare/",
    "/compare/?s=gum-2004-magnesium-sulfate&s=fir-2001-magnesium-sulphate"
    "&s=alder-2019-rituximab-myalgic&s=birch-2011-rituxan-myalgic",
    "/topics/",
    "/topics/treatment-drugs",
    "/definitions/",
    "/definitions/canadian-2003-ccc",
    "/glossary/",
    "/journals/",
    "/journals/journal-of-examples",
    "/authors/",
    "/authors/alder-a",
    "/retractions/",
)
SLICE = ("/questions/rituximab",)
"""What every test run looks at; `make verify` looks at all."""
LOOKS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    {"color_scheme": "dark", "viewport": {"width": 320, "height": 700}},
)
MORE_LOOKS: tuple[dict[str, Any], ...] = (
    {"contrast": "more", "viewport": {"width": 1280, "height": 900}},
    {"contrast": "more", "color_scheme": "dark", "viewport": {"width": 320, "height": 700}},
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update"]  # fmt: skip

pytestmark = [pytest.mark.django_db(databases=["default", "private"], transaction=True)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = next((p for p in map(shutil.which, BROWSERS) if p), None)
    assert path, "No Chromium found; `make browser` installs it."
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def served(live_server: Any, tmp_path: Path) -> str:
    """The made-up atlas, built and served."""
    build_from(tmp_path / "home", [write(tmp_path / "records.jsonl", RECORDS)])
    return str(live_server.url)


def look_at(browser: Browser, served: str, path: str, look: dict[str, Any]) -> None:
    """No violation of WCAG 2.2 AA or 7:1, nothing wider than the screen, with everything open."""
    context = browser.new_context(base_url=served, bypass_csp=True, **look)
    page = context.new_page()
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    rules = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}
    found = Axe().run(page, options=options).response["violations"]
    told = [(v["id"], [n["html"][:150] for n in v["nodes"]][:4]) for v in found]
    assert told == [], (path, look)
    assert page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"], path
    context.close()


def test_what_is_drawn_and_told_can_be_read_by_everyone(browser: Browser, served: str) -> None:
    for path in SLICE:
        for look in LOOKS:
            look_at(browser, served, path, look)
    picture_and_table(browser, served)


@pytest.mark.verify
def test_every_page_in_every_look(browser: Browser, served: str) -> None:
    for path in PAGES:
        for look in (*LOOKS, *MORE_LOOKS):
            look_at(browser, served, path, look)


def picture_and_table(browser: Browser, served: str) -> None:
    """Every number drawn stands in the table, and no word leaves the picture; no JavaScript."""
    page = opened(browser, served, "/map/treatments/rituximab", width=320)
    numbers = page.locator(".lanes .number").all_text_contents()
    told = page.locator("table").first.locator(".num").all_text_contents()
    assert sorted(n.strip() for n in told) == sorted(n.strip() for n in numbers)
    assert not page.locator("table thead").first.evaluate(
        "e => e.getBoundingClientRect().width > 2"
    )
    over = page.evaluate(
        "[...document.querySelectorAll('.lanes text')].filter(t => {const b = t.getBBox();"
        " return b.x < -1 || b.x + b.width > t.ownerSVGElement.viewBox.baseVal.width + 1})"
        ".map(t => t.textContent)"
    )
    assert over == []
    page.context.close()


def opened(browser: Browser, served: str, path: str, *, width: int) -> Page:
    context = browser.new_context(
        base_url=served, java_script_enabled=False, viewport={"width": width, "height": 700}
    )
    page = context.new_page()
    page.goto(path)
    return page


@pytest.mark.verify
def test_from_a_question_to_the_sentence_and_to_a_comparison(browser: Browser, served: str) -> None:
    """Without JavaScript, by links and one plain form."""
    page = opened(browser, served, "/explore/", width=320)
    page.get_by_role("link", name="What has been found about rituximab").click()
    page.locator("#studies a.said-so").nth(1).click()
    assert "/evidence/" in page.url and "#s" in page.url
    assert page.locator(":target").count() == 1
    page.go_back()
    page.get_by_role("button", name="Compare").click()
    assert page.locator("table.compare thead th").count() == 2
    assert page.context.cookies() == []
    page.context.close()


@pytest.mark.verify
@pytest.mark.parametrize(
    "path", ["/questions/rituximab", "/map/treatments/rituximab", "/timeline/"]
)
def test_twice_as_large_and_wider_spaced_text_loses_nothing(
    browser: Browser, served: str, path: str
) -> None:
    context = browser.new_context(
        base_url=served, bypass_csp=True, viewport={"width": 640, "height": 800}
    )
    page = context.new_page()
    page.goto(path)
    page.add_style_tag(
        content="html{font-size:200%}*{line-height:1.5!important;letter-spacing:.12em!important;"
        "word-spacing:.16em!important}p{margin-bottom:2em!important}"
    )
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()


@pytest.mark.verify
def test_the_marks_are_seen_where_the_system_chooses_the_colours(
    browser: Browser, served: str
) -> None:
    context = browser.new_context(base_url=served, bypass_csp=True, forced_colors="active")
    page = context.new_page()
    page.goto("/map/treatments/rituximab")
    colour = "part => getComputedStyle(document.querySelector(part))"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    solid = page.evaluate(f"({colour})('.lanes .dot.solid').fill")
    assert solid != ground
    for part, property_, behind in (
        (".dot", "stroke", ground),
        (".n", "fill", ground),
        (".number:not(.on)", "fill", ground),
        (".number.on", "fill", solid),
    ):
        assert page.evaluate(f"({colour})('.lanes {part}').{property_}") != behind, part
    context.close()

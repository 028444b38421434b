"""In a real browser: the pages about many studies, on a phone, in the dark, with the keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from evidence_atlas.site.views import _overview, questions

from ..overview_records import RECORDS
from .browsing import (
    enlarge,
    follow,
    in_another_typeface,
    in_every_theme,
    open_all,
    too_wide,
    violations,
)
from .overview_atlas import build_from, write

PAGES = (
    "/explore/",
    "/map/",
    "/map/measures/",
    "/map/topics/",
    "/map/topics/immune-system",
    "/map/left-out/",
    "/map/left-out/described",
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
SLICE = ("/questions/rituximab", "/map/")
"""What every test run looks at, each in one look; `make verify` looks at all in all."""
LOOKS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    {"color_scheme": "dark", "viewport": {"width": 320, "height": 700}},
)
SCREENS = (320, 1280)

pytestmark = [pytest.mark.django_db(databases=["default", "private"], transaction=True)]


@pytest.fixture
def reader(windows: Any, tmp_path: Path) -> Any:
    """Opens pages of the made-up atlas of many studies."""
    build_from(tmp_path / "home", [write(tmp_path / "records.jsonl", RECORDS)])
    return windows


def look_at(reader: Any, path: str, look: dict[str, Any]) -> None:
    """No violation of WCAG 2.2 AA or 7:1, nothing wider than the screen, with everything open."""
    page = reader(path, java_script_enabled=True, bypass_csp=True, **look)
    open_all(page)
    assert violations(page) == [], (path, look)
    assert too_wide(page) == [], path
    page.context.close()


def test_what_is_drawn_and_told_can_be_read_by_everyone(
    reader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, look in zip(SLICE, reversed(LOOKS), strict=True):
        look_at(reader, path, look)
    picture_and_table(reader)
    a_mark_leads_to_its_row(reader)
    sentences_open(reader)
    monkeypatch.setattr(questions, "SEEN", 0)
    monkeypatch.setattr(_overview, "VERSION", "another page, not the one that is kept")
    what_is_folded_is_reached(reader)


def test_the_longest_term_fits_a_phone_in_another_typeface(reader: Any) -> None:
    assert too_wide(in_another_typeface(reader, "/glossary/")) == []


@pytest.mark.verify
def test_every_page_in_every_look(reader: Any) -> None:
    for path in PAGES:
        for look in LOOKS:
            look_at(reader, path, look)
        for screen in SCREENS:
            in_every_theme(reader, path, screen)


def picture_and_table(reader: Any) -> None:
    """Every number drawn stands in the table, and no word leaves the picture; no JavaScript."""
    page = phone(reader, "/map/treatments/rituximab")
    numbers = page.locator(".lanes .letter").all_text_contents()
    told = page.locator("table").first.locator("tbody .letter").all_text_contents()
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


def what_is_folded_is_reached(reader: Any) -> None:
    """A study named on top is shown where it is pressed, and on paper its number is told."""
    page = phone(reader, "/questions/rituximab")
    name = page.locator(".asked a").first
    study = page.locator(".further .block").first
    assert not study.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".further > summary").first.is_visible()
    page.emulate_media(media="screen")
    follow(name)
    assert study.is_visible()
    assert study.locator("h3").inner_text() == name.inner_text()
    page.context.close()


def a_mark_leads_to_its_row(reader: Any) -> None:
    """A finger finds room on every mark, and its press opens the very row, folded or not."""
    for path in ("/map/", "/map/measures/", "/questions/rituximab"):
        page = phone(reader, path)
        marks = page.locator(".lanes a")
        sizes = [m.locator(".hit").bounding_box() for m in marks.all()]
        assert sizes and all(s and min(s["width"], s["height"]) >= 24 for s in sizes), path
        letter = marks.last.locator(".letter").text_content()
        follow(marks.last)
        row = page.locator("tr:target")
        assert row.is_visible() and row.locator(".letter").inner_text() == letter, path
        page.context.close()


def sentences_open(reader: Any) -> None:
    """A mark's sentence, pressed, opens the study's page at that very sentence, on every map."""
    for chart in ("treatments/rituximab", "measures/immune-system", "topics/immune-system"):
        page = phone(reader, f"/map/{chart}")
        link = page.locator("table a.said-so").first
        said = link.inner_text()
        follow(link)
        target = page.locator(":target")
        assert "/evidence/" in page.url and target.count() == 1, chart
        assert said in target.inner_text(), chart
        top = target.evaluate("e => e.getBoundingClientRect().top")
        assert 0 <= top <= 700, (chart, top)
        page.context.close()


def phone(reader: Any, path: str) -> Page:
    page: Page = reader(path, viewport={"width": 320, "height": 700})
    return page


@pytest.mark.verify
def test_from_a_question_to_the_sentence_and_to_a_comparison(reader: Any) -> None:
    """Without JavaScript, by links and one plain form."""
    page = phone(reader, "/explore/")
    follow(page.get_by_role("link", name="rituximab", exact=True))
    follow(page.locator("#studies a.said-so").nth(1))
    assert "/evidence/" in page.url and "#s" in page.url
    assert page.locator(":target").count() == 1
    page.go_back()
    follow(page.get_by_role("button", name="Compare"))
    assert page.locator("table.compare thead th").count() == 2
    assert page.context.cookies() == []


@pytest.mark.verify
@pytest.mark.parametrize(
    "path",
    [
        "/questions/rituximab",
        "/map/treatments/rituximab",
        "/timeline/",
        "/explore/",
        "/journals/",
        "/compare/?s=gum-2004-magnesium-sulfate&s=fir-2001-magnesium-sulphate",
    ],
)
def test_twice_as_large_and_wider_spaced_text_loses_nothing(reader: Any, path: str) -> None:
    page = reader(
        path, java_script_enabled=True, bypass_csp=True, viewport={"width": 640, "height": 800}
    )
    enlarge(page)
    assert too_wide(page) == []


@pytest.mark.verify
def test_the_marks_are_seen_where_the_system_chooses_the_colours(reader: Any) -> None:
    page = reader(
        "/map/treatments/rituximab", java_script_enabled=True, bypass_csp=True,
        forced_colors="active",
    )  # fmt: skip
    colour = "part => getComputedStyle(document.querySelector(part))"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    solid = page.evaluate(f"({colour})('.lanes .dot.solid').fill")
    assert solid != ground
    for part, property_, behind in (
        (".dot", "stroke", ground),
        (".n", "fill", ground),
        (".letter:not(.on)", "fill", ground),
        (".letter.on", "fill", solid),
    ):
        assert page.evaluate(f"({colour})('.lanes {part}').{property_}") != behind, part

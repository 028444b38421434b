"""In a real browser: what a reader sees, hears and can reach."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from evidence_atlas.store.private.models import Contribution

STUDY = "/evidence/see-1996-alpha-interferon"
PAGES = (
    "/",
    "/evidence/",
    "/evidence/?level=E2+Moderate",
    "/retractions/",
    "/off-topic/",
    "/about/how-it-works/",
    "/about/privacy/",
    "/about/not-medical-advice/",
    STUDY + "/quick",
    STUDY,
    STUDY + "/deep",
    "/evidence/doe-2019-withdrawn-marker",
    "/evidence/doe-2017-sommeil-fatigue",
    "/evidence/doe-2018-held-page",
    STUDY + "/contribute",
    "/no-such-page",
)
SLICE = ("/evidence/?level=E2+Moderate", STUDY + "/deep", STUDY + "/contribute")
"""The pages that every test run looks at; `make verify` looks at all."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

pytestmark = [pytest.mark.django_db(databases=["default", "private"], transaction=True)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = next((p for p in map(shutil.which, BROWSERS) if p), None)
    assert path, "No Chromium found; `make browser` installs it."
    # Playwright runs an event loop in this thread; Django's own guard has no part in it.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def reader(browser: Browser, live_server: Any, atlas: Any) -> Iterator[Any]:
    """Opens pages of the served atlas, without JavaScript unless asked otherwise."""
    opened: list[BrowserContext] = []

    def open_page(path: str = "/", **options: Any) -> Page:
        options = {"java_script_enabled": False, "base_url": live_server.url, **options}
        context = browser.new_context(**options)
        opened.append(context)
        page = context.new_page()
        if path != "about:blank":
            page.goto(path)
        return page

    yield open_page
    for context in opened:
        context.close()


def open_all(page: Page) -> None:
    """Open every `details` by its summary, as a reader would."""
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()


def test_a_study_is_read_at_three_depths(reader: Any) -> None:
    page = reader("/")
    page.get_by_role("link", name="alpha-Interferon").click()
    assert page.locator("h1").inner_text() == (
        "alpha-Interferon treatment of patients with chronic fatigue syndrome"
    )
    assert page.locator("article h2").count() == 8
    page.get_by_role("link", name="Quick").click()
    assert page.url.endswith("/quick")
    assert page.locator("article h2").count() == 3
    page.get_by_role("link", name="Deep").click()
    assert page.locator("article h2").count() == 13
    page.get_by_role("link", name="Standard").click()
    source = page.locator("#observed-findings li").first.locator("details")
    assert not source.locator("blockquote").is_visible()
    source.locator("summary").click()
    assert source.locator("blockquote").inner_text() == (
        "Mean natural killer function rose from 87.8 to 129.3 lytic units "
        "with 12 weeks of interferon."
    )


def test_the_keyboard_leads_from_search_to_the_editors(reader: Any) -> None:
    page = reader("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("interferon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/?words=interferon")
    _tab_to(page, "alpha-Interferon treatment of patients with chronic fatigue syndrome")
    page.keyboard.press("Enter")
    page.wait_for_url("**" + STUDY)
    _tab_to(page, "Where each sentence comes from")
    page.keyboard.press("Enter")
    assert page.locator("#quick-summary blockquote").first.is_visible()
    _tab_to(page, "Contribute")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contribute")
    page.locator("#kind").focus()
    page.keyboard.press("Space")
    _tab_to(page, "Continue")
    page.keyboard.press("Enter")
    page.locator("#message").focus()
    page.keyboard.type("A note written with the keyboard.")
    _tab_to(page, "Continue")
    page.keyboard.press("Enter")
    page.locator("#consent").focus()
    page.keyboard.press("Space")
    _tab_to(page, "Send to the editors")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contribute/thanks")
    assert [n.text for n in Contribution.objects.all()] == ["A note written with the keyboard."]


def _tab_to(page: Page, words: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and focused.inner_text().strip() == words:
            return
    raise AssertionError(f"the keyboard does not reach {words!r}")


def test_a_study_page_is_light_and_all_from_here(reader: Any, live_server: Any) -> None:
    page = reader("about:blank")
    sizes: dict[str, int] = {}
    page.on("response", lambda r: sizes.__setitem__(r.url, len(r.body())))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(STUDY + "/deep", wait_until="networkidle")
    assert all(url.startswith(live_server.url) for url in sizes)
    assert len(sizes) <= 5
    assert sum(sizes.values()) <= 100_000
    assert complaints == []
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    "path", [p if p in SLICE else pytest.param(p, marks=pytest.mark.verify) for p in PAGES]
)
def test_axe_finds_nothing_wrong(reader: Any, path: str) -> None:
    """WCAG 2.2 AA and 7:1, light on a desktop and dark at 320 px, with everything open."""
    for look in (
        {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
        {"color_scheme": "dark", "viewport": {"width": 320, "height": 700}},
    ):
        page = reader(path, java_script_enabled=True, bypass_csp=True, **look)
        open_all(page)
        rules = {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}
        options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}
        found = Axe().run(page, options=options).response["violations"]
        told = [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found]
        assert told == [], (path, look["color_scheme"])
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= look["viewport"]["width"]  # type: ignore[index]


@pytest.mark.parametrize("path", ["/evidence/", STUDY + "/deep"])
def test_twice_as_large_and_wider_spaced_text_loses_nothing(reader: Any, path: str) -> None:
    """WCAG 1.4.4 and 1.4.12 in one: 200 % text, and the spacing that readers may set."""
    page = reader(
        path, java_script_enabled=True, bypass_csp=True, viewport={"width": 640, "height": 800}
    )
    page.add_style_tag(
        content="html{font-size:200%}*{line-height:1.5!important;letter-spacing:.12em!important;"
        "word-spacing:.16em!important}p{margin-bottom:2em!important}"
    )
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    clipped = page.evaluate(
        "[...document.querySelectorAll('main *:not(.hidden):not(.trap *):not(option):not(svg *)')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0"
        " && getComputedStyle(e).display !== 'inline' && getComputedStyle(e).overflowX !== 'auto'"
        " && !e.querySelector('.hidden') && e.tagName !== 'INPUT')"
        ".map(e => e.outerHTML.slice(0, 90))"
    )
    assert clipped == []


@pytest.mark.parametrize("depth", ["", "/quick"])
def test_a_printed_page_fits_one_sheet(reader: Any, depth: str) -> None:
    page = reader(STUDY + depth)
    assert page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_nothing_moves_and_nothing_shifts(reader: Any) -> None:
    page = reader("about:blank", java_script_enabled=True, bypass_csp=True)
    page.add_init_script(
        "window.shifts=[];new PerformanceObserver(l=>l.getEntries().forEach("
        "e=>shifts.push(e.value)))"
        ".observe({type:'layout-shift',buffered:true})"
    )
    page.goto(STUDY, wait_until="networkidle")
    assert sum(page.evaluate("window.shifts")) == 0
    assert page.evaluate("document.getAnimations().length") == 0


NAMES = "[role=img][aria-labelledby='picture-title picture-words']"


def test_the_picture_says_in_words_what_it_draws(reader: Any) -> None:
    page = reader(STUDY + "/quick")
    drawn = page.locator(NAMES)
    words = page.locator("#picture-words").text_content() or ""
    page.locator("figure summary").click()
    told = page.locator("figure .each > li > p").all_inner_texts()
    assert told[0] == "Thirty people with chronic fatigue syndrome took part."
    assert words == " ".join(told)
    assert "Twenty-six people finished." in words
    assert "Quality of life did not clearly change." in words
    assert drawn.locator(".level").count() == 1
    assert drawn.locator(".way").count() == 1
    assert drawn.get_by_text("higher than at the start", exact=False).last.is_visible()
    source = drawn.evaluate("e => e.outerHTML")
    assert len(source) < 3_000
    assert "style=" not in source


@pytest.mark.parametrize(
    "face",
    [
        "/**/",
        "svg text{font-family:Verdana,'DejaVu Sans'!important}",
        "*{letter-spacing:.12em!important;word-spacing:.16em!important}",
    ],
)
def test_no_word_of_the_picture_runs_over_its_edge(reader: Any, face: str) -> None:
    page = reader(STUDY, java_script_enabled=True, bypass_csp=True,
                  viewport={"width": 320, "height": 700})  # fmt: skip
    page.add_style_tag(content=face)
    over = page.evaluate(
        "[...document.querySelectorAll('.picture text')].filter(t => {const b = t.getBBox();"
        " return b.x + b.width > t.ownerSVGElement.viewBox.baseVal.width - 2})"
        ".map(t => t.textContent)"
    )
    assert over == []
    size = page.evaluate(
        "(() => {const s = document.querySelector('.picture svg');"
        " return 15 * s.getBoundingClientRect().width / s.viewBox.baseVal.width})()"
    )
    assert size >= 13.5


@pytest.mark.parametrize("look", [{"forced_colors": "active"}, {"contrast": "more"},
                                  {"contrast": "more", "color_scheme": "dark"}])  # fmt: skip
def test_the_picture_is_seen_in_every_theme(reader: Any, look: dict[str, str]) -> None:
    """Words, lines and shapes stand out from the ground that they are drawn on."""
    page = reader(STUDY, java_script_enabled=True, bypass_csp=True, **look)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for part, property_ in ((".soft", "fill"), (".n", "fill"), (".way", "fill"),
                            (".level", "stroke"), ("rect", "stroke")):  # fmt: skip
        colour = page.evaluate(
            f"getComputedStyle(document.querySelector('.picture {part}')).{property_}"
        )
        assert _contrast(colour, ground) >= (4.5 if property_ == "fill" else 3), (part, colour)


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two `rgb(…)` colours."""

    def light(colour: str) -> float:
        parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_a_page_without_a_picture_has_no_place_for_one(reader: Any) -> None:
    assert reader("/evidence/doe-2019-withdrawn-marker").locator("figure").count() == 0

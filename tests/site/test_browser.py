"""In a real browser: what a reader sees, hears and can reach."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from evidence_atlas.store.private.models import Contribution

from .browsing import (
    contrast,
    enlarge,
    follow,
    in_another_typeface,
    in_every_theme,
    open_all,
    too_wide,
    violations,
)

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
    "/start/",
    "/start/what-is-mecfs",
    "/start/what-is-pem/quick",
    "/start/how-to-read-a-study-page/deep",
    "/about/questions/",
    "/about/editorial-policy/",
    "/about/press/",
    "/about/contact/",
    "/no-such-page",
)
SLICE = ("/evidence/?level=E2+Moderate", STUDY + "/deep", STUDY + "/contribute")
"""The pages that every test run looks at; `make verify` looks at all."""

pytestmark = [pytest.mark.django_db(databases=["default", "private"], transaction=True)]


def test_a_study_is_read_at_three_depths(reader: Any) -> None:
    page = reader("/evidence/")
    follow(page.get_by_role("link", name="alpha-Interferon"))
    assert page.locator("h1").inner_text() == (
        "alpha-Interferon treatment of patients with chronic fatigue syndrome"
    )
    assert page.locator("article h2").count() == 8
    follow(page.get_by_role("link", name="Quick"))
    assert page.url.endswith("/quick")
    assert page.locator("article h2").count() == 3
    follow(page.get_by_role("link", name="Deep"))
    assert page.locator("article h2").count() == 13
    follow(page.get_by_role("link", name="Standard"))
    source = page.locator("#observed-findings li").first.locator("details")
    assert not source.locator("blockquote").is_visible()
    source.locator("summary").click()
    assert source.locator("blockquote").inner_text() == (
        "Mean natural killer function rose from 87.8 to 129.3 lytic units "
        "with 12 weeks of interferon."
    )


@pytest.mark.parametrize("script", [False, True])
def test_the_keyboard_leads_from_search_to_the_editors(reader: Any, script: bool) -> None:
    """Search, filter, study, source, contribute: without JavaScript, and with it."""
    page = reader("/", java_script_enabled=script)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("interferon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/?words=interferon")
    _tab_to(page, "Narrow the list")
    page.keyboard.press("Enter")
    _tab_to(page, "Evidence level")
    page.keyboard.press("Enter")
    _tab_to(page, "E3 Preliminary")
    page.keyboard.press("Enter")
    page.wait_for_url("**level=E3+Preliminary**")
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


@pytest.mark.parametrize("path", [STUDY, STUDY + "/deep", "/start/what-is-mecfs"])
def test_a_page_is_light_and_all_from_here_and_nothing_shifts(
    reader: Any, live_server: Any, path: str
) -> None:
    """What a first visit costs, as the browser itself counts it."""
    page = reader("about:blank", java_script_enabled=True)
    page.add_init_script(
        "window.shifts=[];new PerformanceObserver(l=>l.getEntries().forEach("
        "e=>shifts.push(e.value))).observe({type:'layout-shift',buffered:true})"
    )
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    asked: dict[str, str] = {}
    sizes: dict[str, float] = {}
    complaints: list[str] = []
    wire.on(
        "Network.requestWillBeSent", lambda e: asked.update({e["requestId"]: e["request"]["url"]})
    )
    wire.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path, wait_until="networkidle")
    assert set(asked) == set(sizes)
    assert all(url.startswith(live_server.url) for url in asked.values())
    assert len(asked) <= 5
    assert 5_000 < sum(sizes.values()) <= 100_000
    assert page.evaluate("window.shifts") == []
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    assert complaints == []


@pytest.mark.parametrize(
    ("part", "read_so_far"),
    [
        (".top nav", '<a href="/questions/"'),
        (".badges", '<li><details class="badge'),
        ("h1", "<h1"),
        (".depth", "/quick"),
        ("#quick-summary", '<p class="lead-p">'),
    ],
)
def test_what_is_not_whole_yet_is_not_seen_to_grow(
    windows: Any, atlas: Any, part: str, read_so_far: str
) -> None:
    """A slow phone draws a page while it is still being read: a row that is half there would
    be set anew, and move, when its next piece comes."""
    page = windows("about:blank")
    seen = f"getComputedStyle(document.querySelector('{part}')).visibility"

    def cut(route: Any) -> None:
        whole = route.fetch().text()
        body = whole[: whole.index(read_so_far) + len(read_so_far) + 40]
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route("**" + STUDY, cut)
    page.goto(STUDY)
    assert page.evaluate(seen) == "hidden"
    page.unroute("**" + STUDY)
    page.goto(STUDY)
    assert page.evaluate(seen) == "visible"


def test_a_name_with_an_unusual_letter_asks_for_no_further_file(
    windows: Any, db: None, library: Any
) -> None:
    """Its letters are drawn by the face that every page loads, and not by the system's."""
    name = "ŞşĞğİıŁłČčŘřŽžŐőŰűĀęŃńŚśŹźŻżțȘ†"
    library.publish([library.small("study-7", "doe-2020-a-b", f"A paper by {name}")])
    page = windows("about:blank", java_script_enabled=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/evidence/doe-2020-a-b", wait_until="networkidle")
    assert len(asked) == 5, asked
    # Where the face comes late, the system's stands in for it until the page is opened again.
    page.evaluate("document.fonts.ready")
    page.reload(wait_until="networkidle")
    wire = page.context.new_cdp_session(page)
    wire.send("DOM.enable")
    wire.send("CSS.enable")
    root = wire.send("DOM.getDocument")["root"]["nodeId"]
    title = wire.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    faces = wire.send("CSS.getPlatformFontsForNode", {"nodeId": title})["fonts"]
    assert [f["isCustomFont"] for f in faces] == [True], faces


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
        assert violations(page) == [], (path, look["color_scheme"])
        assert too_wide(page) == []


ALL_LOOKS = [(path, screen) for path in PAGES for screen in (320, 1280)]
LOOKS_SLICE = (STUDY + "/quick", 320)


@pytest.mark.parametrize(
    ("path", "screen"),
    [p if p == LOOKS_SLICE else pytest.param(*p, marks=pytest.mark.verify) for p in ALL_LOOKS],
)
def test_axe_finds_nothing_wrong_in_any_theme(reader: Any, path: str, screen: int) -> None:
    in_every_theme(reader, path, screen)


@pytest.mark.parametrize(
    "path",
    ["/start/what-is-mecfs", *(pytest.param(p, marks=pytest.mark.verify) for p in PAGES)],
)
def test_a_page_fits_a_phone_in_another_typeface(reader: Any, path: str) -> None:
    assert too_wide(in_another_typeface(reader, path)) == []


@pytest.mark.parametrize("path", ["/evidence/", STUDY + "/deep", "/start/what-is-mecfs"])
def test_twice_as_large_and_wider_spaced_text_loses_nothing(reader: Any, path: str) -> None:
    """WCAG 1.4.4 and 1.4.12 in one: 200 % text, and the spacing that readers may set."""
    page = reader(
        path, java_script_enabled=True, bypass_csp=True, viewport={"width": 640, "height": 800}
    )
    enlarge(page)
    assert too_wide(page) == []
    clipped = page.evaluate(
        "[...document.querySelectorAll('main *:not(.hidden):not(.trap *):not(option):not(svg *)')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0"
        " && getComputedStyle(e).display !== 'inline' && getComputedStyle(e).overflowX !== 'auto'"
        " && !e.querySelector('.hidden') && e.tagName !== 'INPUT')"
        ".map(e => e.outerHTML.slice(0, 90))"
    )
    assert clipped == []


@pytest.mark.parametrize("depth", ["", "/quick"])
@pytest.mark.parametrize("theme", ["auto", "dim"])
def test_a_printed_page_fits_one_sheet(reader: Any, depth: str, theme: str) -> None:
    page = reader(STUDY + depth, color_scheme="dark")
    page.locator(".display summary").click()
    page.locator(f"#theme-{theme}").check()
    assert page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    assert page.locator(".qr svg").is_visible()
    assert page.locator(".cite").is_visible()
    assert page.locator(".note").is_visible()
    assert not page.locator(".display").is_visible()


def test_quick_keeps_what_is_about_the_page_folded_until_it_is_asked_for(reader: Any) -> None:
    page = reader(STUDY + "/quick")
    for name, what in (("Cite", ".cite"), ("About the PEM badge", ".note")):
        assert not page.locator(what).is_visible()
        page.locator("summary").get_by_text(name, exact=True).click()
        assert page.locator(what).is_visible()


def test_what_is_folded_is_opened_for_printing_by_script_too(reader: Any) -> None:
    page = reader(STUDY + "/quick", java_script_enabled=True)
    opened = "document.querySelectorAll('.fold[open]').length"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(opened) == 2
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(opened) == 0


def test_what_is_left_out_on_paper_is_said_to_be(reader: Any) -> None:
    """This browser opens folds by its style sheet; the line is for those that cannot."""
    page = reader(STUDY + "/quick")
    page.emulate_media(media="print")
    assert not page.locator(".unprinted").first.is_visible()
    told = page.locator(".unprinted").all_text_contents()
    assert [t.split("”")[0] for t in told] == ["“About the PEM badge", "“Cite"]


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
        assert contrast(colour, ground) >= (4.5 if property_ == "fill" else 3), (part, colour)


def test_a_page_without_a_picture_has_no_place_for_one(reader: Any) -> None:
    assert reader("/evidence/doe-2019-withdrawn-marker").locator("figure").count() == 0

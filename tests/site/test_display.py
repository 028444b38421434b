"""How pages look and sound is the reader's choice: with JavaScript or without, or the device's."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from .browsing import contrast, follow

STUDY = "/evidence/see-1996-alpha-interferon"
COLOURS = ("paper", "ink", "soft", "mark", "warn", "wash", "quote", "edge")
pytestmark = [pytest.mark.django_db(databases=["default", "private"], transaction=True)]


def colours(page: Page) -> dict[str, str]:
    """The palette in use, each as `rgb(…)`."""
    return page.evaluate(
        "names => Object.fromEntries(names.map(n => {const e = document.createElement('i');"
        "e.style.color = `var(--${n})`; document.body.append(e);"
        "const c = getComputedStyle(e).color; e.remove(); return [n, c]}))",
        list(COLOURS),
    )


def ground(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def choose(page: Page, *names: str) -> None:
    if not page.locator(".display[open]").count():
        page.get_by_text("Display", exact=True).click()
    for name in names:
        page.get_by_label(name, exact=True).check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_theme_has_text_at_seven_to_one(reader: Any, scheme: str) -> None:
    page = reader(STUDY, java_script_enabled=True, bypass_csp=True, color_scheme=scheme)
    grounds = set()
    for name in ("As this device", "Light", "Dim", "High contrast", "Low stimulation"):
        choose(page, name)
        found = colours(page)
        grounds.add(found["paper"])
        for text in ("ink", "soft", "mark", "warn"):
            for under in ("paper", "wash", "quote"):
                assert contrast(found[text], found[under]) >= 7, (name, text, under)
        assert contrast(found["edge"], found["paper"]) >= 3, name
    assert len(grounds) == 4  # the device's own is one of light and dim


@pytest.mark.verify
def test_dim_is_neither_white_nor_black_and_low_has_no_colour(reader: Any) -> None:
    page = reader(STUDY, java_script_enabled=True, bypass_csp=True)
    choose(page, "Dim")
    for part in ("paper", "ink"):
        levels = [int(n) for n in re.findall(r"\d+", colours(page)[part])[:3]]
        assert min(levels) > 25 and max(levels) < 230
    choose(page, "Low stimulation")
    for part, colour in colours(page).items():
        levels = [int(n) for n in re.findall(r"\d+", colour)[:3]]
        assert max(levels) - min(levels) <= 6, part


def test_a_theme_is_chosen_without_javascript(reader: Any) -> None:
    page = reader(STUDY, color_scheme="light")
    seen = []
    for name in ("Dim", "High contrast", "Low stimulation", "Light"):
        choose(page, name)
        # A page without JavaScript is looked at by its picture: the colour of an empty corner.
        seen.append(page.screenshot(clip={"x": 2, "y": 300, "width": 4, "height": 4}))
    assert len(set(seen)) == 4
    before = page.locator("h1").bounding_box()
    choose(page, "Larger")
    assert page.locator("h1").bounding_box()["height"] > before["height"]
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("link", name="Something wrong?").is_visible()


def test_low_stimulation_has_no_pictures_unless_asked(reader: Any) -> None:
    page = reader(STUDY)
    assert page.locator(".picture svg").is_visible()
    choose(page, "Low stimulation")
    assert page.locator(".picture svg").is_hidden()
    assert page.locator(".steps").first.is_hidden()
    assert page.get_by_text("The picture in words").is_visible()
    choose(page, "with pictures")
    assert page.locator(".picture svg").is_visible()


def test_a_choice_is_remembered_and_there_before_the_page_is_drawn(reader: Any) -> None:
    page = reader(STUDY, java_script_enabled=True, color_scheme="light")
    choose(page, "Dim", "Large")
    dim = ground(page)
    page.add_init_script(
        "new MutationObserver((_, o) => {if (document.body) {o.disconnect();"
        "window.first = [document.documentElement.dataset.theme,"
        " document.documentElement.dataset.text]}})"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.goto("/about/privacy/")
    assert page.evaluate("window.first") == ["dim", "large"]
    assert ground(page) == dim
    page.get_by_text("Display", exact=True).click()
    assert page.locator("#theme-dim").is_checked()
    assert page.locator("#text-large").is_checked()
    choose(page, "As this device", "Normal")
    assert ground(page) != dim
    assert page.evaluate("localStorage.length") == 0
    assert page.context.cookies() == []


@pytest.mark.verify
def test_a_device_s_wishes_are_followed(reader: Any) -> None:
    def look(**wishes: str) -> dict[str, str]:
        return colours(reader(STUDY, java_script_enabled=True, bypass_csp=True, **wishes))

    light, dark = look(color_scheme="light"), look(color_scheme="dark")
    assert contrast(light["paper"], "rgb(0, 0, 0)") > 15
    assert contrast(dark["paper"], "rgb(0, 0, 0)") < 2
    for scheme in ("light", "dark"):
        strong = look(color_scheme=scheme, contrast="more")
        assert contrast(strong["ink"], strong["paper"]) == pytest.approx(21)
    page = reader(STUDY, java_script_enabled=True, bypass_csp=True, forced_colors="active")
    system = page.evaluate(
        "(() => {const e = document.createElement('i'); e.style.color = 'CanvasText';"
        "document.body.append(e); return getComputedStyle(e).color})()"
    )
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == system


def test_nothing_moves_even_where_motion_is_welcome(reader: Any) -> None:
    page = reader(STUDY + "/deep", java_script_enabled=True, bypass_csp=True,
                  reduced_motion="no-preference")  # fmt: skip
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => {const s = getComputedStyle(e);"
        " return s.animationName !== 'none' || s.transitionDuration !== '0s'"
        " || s.scrollBehavior !== 'auto'}).length"
    )
    assert moving == 0


@pytest.mark.verify
def test_what_is_pressed_most_has_room_for_a_finger(reader: Any) -> None:
    """44 px for the main ways (WCAG 2.5.5, AAA), 24 px for the rest (2.5.8)."""
    page = reader(STUDY, java_script_enabled=True, viewport={"width": 320, "height": 700})
    choose(page, "Light")
    main = (
        ".top nav a, .display summary, .display label, .depth a, .contribute .button,"
        ".tools button, .tools a"
    )
    seen = [part for part in page.locator(main).all() if part.is_visible()]
    rest = page.locator("main summary, .formats a, footer nav a").all()
    assert seen and rest
    for part in seen:
        assert part.bounding_box()["height"] >= 43.9, part.inner_text()
    for part in rest:
        assert part.bounding_box()["height"] >= 24, part.inner_text()


SPOKEN = """
window.spoken = []; window.rates = [];
const voice = window.speechSynthesis;
voice.speak = (words) => {
  window.spoken.push(words.text); window.rates.push(words.rate); window.last = words;
};
"""


def test_listen_reads_the_page_sentence_by_sentence(reader: Any) -> None:
    """The browser's own voice is replaced by a list of what it is asked to say."""
    page = reader("about:blank", java_script_enabled=True)
    page.add_init_script(SPOKEN)
    page.goto(STUDY + "/quick")
    page.get_by_role("button", name="Listen").click()
    for _ in range(7):
        page.evaluate("window.last.onend && window.last.onend()")
    assert page.evaluate("window.spoken") == [
        "alpha-Interferon treatment of patients with chronic fatigue syndrome",
        "Quick Summary",
        *page.locator(".lead-p > span").all_inner_texts(),
    ]
    assert page.get_by_role("button", name="Listen").is_visible()
    page.get_by_role("button", name="Listen").click()
    page.evaluate("window.last.onend()")
    page.get_by_label("Speed").select_option("slow")
    assert page.evaluate("window.spoken.slice(-2)") == ["Quick Summary", "Quick Summary"]
    assert page.evaluate("window.rates.slice(-2)") == pytest.approx([1, 0.7])
    page.get_by_role("button", name="Stop").click()
    assert page.get_by_role("button", name="Stop").is_hidden()
    page.evaluate("window.last.onend()")
    assert page.evaluate("window.spoken.length") == 9


@pytest.mark.verify
def test_listen_pauses_and_goes_on(reader: Any) -> None:
    page = reader("about:blank", java_script_enabled=True)
    page.add_init_script(
        SPOKEN + "let still = false; Object.defineProperty(voice, 'paused', {get: () => still});"
        "voice.pause = () => {still = true}; voice.resume = () => {still = false};"
    )
    page.goto(STUDY)
    page.get_by_role("button", name="Listen").click()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Go on").click()
    assert page.get_by_role("button", name="Pause").is_visible()


def test_where_the_browser_has_no_voice_listen_is_not_offered(reader: Any) -> None:
    page = reader("about:blank", java_script_enabled=True)
    page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis")
    page.goto(STUDY)
    assert not page.evaluate("'speechSynthesis' in window")
    assert page.get_by_role("button", name="Print").is_visible()
    assert page.get_by_role("button", name="Listen").count() == 0


def test_a_sentence_has_an_address_of_its_own(reader: Any) -> None:
    page = reader(STUDY)
    sentence = page.locator("#observed-findings li").nth(1)
    sentence.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Link to this sentence"
    follow(page.locator(":focus"), "Enter")
    address = page.url
    assert address.endswith("#" + sentence.get_attribute("id"))
    again = reader(address)
    assert again.locator(":target p").first.inner_text() == sentence.locator("p").first.inner_text()

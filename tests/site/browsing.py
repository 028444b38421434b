"""What the tests in a real browser share: opening everything, axe-core, contrast."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
THEMES = ("auto", "light", "dim", "contrast", "low")


def open_all(page: Page) -> None:
    """Open every `details` that can be seen by its summary."""
    page.evaluate(
        "document.querySelectorAll('details:not([open]) > summary')"
        ".forEach(s => {if (s.checkVisibility({visibilityProperty: true})) s.click()})"
    )


def follow(link: Locator, key: str | None = None) -> None:
    """Press a link or button, or a key on it, and wait until what it leads to is there."""
    with link.page.expect_navigation():
        link.click() if key is None else link.press(key)


def enlarge(page: Page) -> None:
    """200 % text (WCAG 1.4.4) and the spacing that readers may set (1.4.12), everything open."""
    page.add_style_tag(
        content="html{font-size:200%}*{line-height:1.5!important;letter-spacing:.12em!important;"
        "word-spacing:.16em!important}p{margin-bottom:2em!important}"
    )
    open_all(page)
    # Chromium lays out what a fold holds when it is first asked for its width.
    page.evaluate("document.querySelectorAll('main *').forEach(e => e.scrollWidth)")


def violations(page: Page, *, colours_only: bool = False) -> list[tuple[str, list[str]]]:
    """What axe-core finds wrong at WCAG 2.2 AA, with text at 7:1 and targets of 24 px.

    With `colours_only`, what can have changed where only the colours have.
    """
    options: dict[str, Any] = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
        # What passes is not told node by node: half of the time that axe-core takes.
        "resultTypes": ["violations"],
    }
    if colours_only:
        options |= {"runOnly": {"type": "rule", "values": COLOURS}, "rules": {}}
    found = Axe().run(page, options=options).response["violations"]
    return [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found]


def too_wide(page: Page) -> list[str]:
    """What would have to be moved sideways: the page's own width and each thing that makes it."""
    return list(
        page.evaluate(
            """() => {
              const window_ = document.documentElement.clientWidth;
              const page = document.documentElement.scrollWidth;
              if (page <= window_) return [];
              const wide = [...document.querySelectorAll('body *')].filter(
                e => e.getBoundingClientRect().right > window_ || e.scrollWidth > window_);
              return [`${page} px in ${window_}`, ...wide.map(e => e.outerHTML.slice(0, 120))];
            }"""
        )
    )


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two `rgb(…)` colours."""

    def light(colour: str) -> float:
        parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def in_every_theme(reader: Any, path: str, screen: int) -> None:
    """Each theme chosen as a reader does, with everything open; at last with the largest text."""
    page = reader(path, java_script_enabled=True, bypass_csp=True,
                  viewport={"width": screen, "height": 900})  # fmt: skip
    open_all(page)
    for theme in THEMES:
        page.locator(f"#theme-{theme}").check()
        found = violations(page, colours_only=theme != THEMES[0])
        assert found == [], (path, screen, theme)
    page.locator("#text-larger").check()
    assert violations(page) == [], (path, screen, "larger text")
    assert too_wide(page) == [], (path, screen, "larger text")
    page.context.close()


def in_another_typeface(reader: Any, path: str) -> Page:
    """A page on the smallest phone in the largest text, where its own typeface did not load."""
    page: Page = reader("about:blank", java_script_enabled=True, bypass_csp=True,
                        viewport={"width": 320, "height": 700})  # fmt: skip
    page.route("**/*.woff2", lambda asked: asked.abort())
    page.goto(path)
    open_all(page)
    page.locator("#text-larger").check()
    return page

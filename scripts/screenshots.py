"""Take the pictures in docs/images anew from a served atlas.

    atlas demo --port 8000        # in another window
    python scripts/screenshots.py http://localhost:8000

Each picture sets several windows side by side, so that depths and themes can be compared.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

OUT = Path(__file__).parent.parent / "docs" / "images"
STUDY = "/evidence/see-1996-alpha-interferon"
COMPARED = "/compare/?s=see-1996-alpha-interferon&s=fluge-2025-plasma-cell"
PHONE, DESK = (390, 844), (1100, 844)


class View(NamedTuple):
    """A window: what it is, the address, its size, the theme, what is pressed first."""

    title: str
    path: str
    size: tuple[int, int] = PHONE
    theme: str = "light"
    press: tuple[str, ...] = ()
    media: str = "screen"
    to: str = ""
    shows: str = ""
    """Words that must stand on the page, or the picture would show something else."""


PICTURES: dict[str, tuple[View, ...]] = {
    "study-page": (View("Standard, on a desktop", STUDY, DESK),),
    "study-depths": (
        View("Quick", STUDY + "/quick", to="#quick-summary"),
        View("Standard", STUDY, to="#observed-findings"),
        View("Deep", STUDY + "/deep", to="#study-at-a-glance"),
    ),
    "study-themes": (
        View("Light", STUDY),
        View("Dim", STUDY, theme="dim"),
        View("High contrast", STUDY, theme="contrast"),
        View("Low stimulation", STUDY, theme="low"),
    ),
    "study-working": (
        View("Badge, opened", STUDY, press=("#badge-pem > summary",)),
        View("Source, opened", STUDY, press=("#observed-findings .source > summary",),
             to="#observed-findings"),
        View("Display", STUDY, theme="low", press=(".display > summary",)),
    ),
    "study-print": (View("Printed, Standard", STUDY, (695, 1046), media="print"),),
    "home": (
        View("The start page", "/", DESK),
        View("On a phone", "/"),
        View("Dim", "/", theme="dim"),
    ),
    "start": (
        View("Start here", "/start/"),
        View("A guide, Quick", "/start/what-is-pem/quick"),
        View("A guide, dim", "/start/why-definitions-matter", theme="dim"),
    ),
    "find": (
        View("Search, one letter short", "/evidence/?words=fatige", DESK),
        View("Narrowed", "/evidence/?words=fatigue&study_type=RCT"),
        View("Nothing found", "/evidence/?words=LDN", theme="dim", shows="No study here has"),
    ),
    "map": (
        View("Map of the evidence", "/map/treatments/oxaloacetate", DESK),
        View("The same on a phone", "/map/treatments/oxaloacetate", theme="dim"),
        View("Topics", "/map/topics/", to=".chart"),
        View("What stands in no picture", "/map/left-out/", theme="low"),
    ),
    "question": (
        View("A question page", "/questions/fatigue", DESK),
        View("On a phone, low stimulation", "/questions/fatigue", theme="low"),
    ),
    "compare": (
        View("Two studies", COMPARED, DESK),
        View("On a phone", COMPARED),
    ),
}  # fmt: skip


def shot(browser: Browser, address: str, view: View) -> bytes:
    """One window as a reader sees it."""
    width, height = view.size
    page = browser.new_page(viewport={"width": width, "height": height})
    page.add_init_script(f"localStorage.setItem('atlas-theme', '{view.theme}')")
    page.goto(address + view.path)
    page.emulate_media(media=view.media)
    if view.shows not in page.inner_text("main"):
        raise SystemExit(f"{view.path} does not show “{view.shows}”: choose another page")
    for part in view.press:
        page.locator(part).first.click()
    if view.to:
        page.evaluate(
            "s => scrollTo(0, document.querySelector(s).getBoundingClientRect().top"
            " + scrollY - 24)",
            view.to,
        )
    taken = page.screenshot()
    page.close()
    return taken


def side_by_side(browser: Browser, views: tuple[View, ...], taken: list[bytes]) -> bytes:
    """The windows in one picture, each under its name."""
    figures = "".join(
        f"<figure><figcaption>{view.title}</figcaption>"
        f"<img src='data:image/png;base64,{base64.b64encode(data).decode()}'></figure>"
        for view, data in zip(views, taken, strict=True)
    )
    width = sum(view.size[0] + 24 for view in views) + 24
    page = browser.new_page(viewport={"width": width, "height": 100})
    page.set_content(
        "<style>body{margin:24px 24px 0;display:flex;gap:24px;background:#8d918e;"
        "font:600 15px sans-serif;color:#fff}figure{margin:0 0 24px}img{display:block;"
        f"margin-top:8px}}</style>{figures}"
    )
    made = page.screenshot(full_page=True)
    page.close()
    return made


def main(address: str) -> None:
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(p for p in map(shutil.which, names) if p)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, views in PICTURES.items():
            taken = [shot(browser, address, view) for view in views]
            (OUT / f"{name}.png").write_bytes(side_by_side(browser, views, taken))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))

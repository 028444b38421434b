"""Walk five tasks of a new reader on a phone, in a real browser, and print what each costs.

    atlas demo --port 8000        # in another window
    python scripts/five_tasks.py http://localhost:8000

Presses, letters and swipes are counted as they are made. The seconds are the keystroke-level
model's (Card, Moran and Newell, CACM 1980;23:396-410: 1.35 to decide, 1.1 to point, 0.2 to press,
0.28 a letter) with 0.8 for a swipe, which the model does not have; reading is not in them. The
sentence that answers must be found where the task says, or the walk fails. Works with the sample
atlas.
"""

from __future__ import annotations

import math
import re
import shutil
import sys
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect, sync_playwright

PHONE = {"width": 390, "height": 844}
DECIDE, POINT, PRESS, LETTER, SWIPE = 1.35, 1.1, 0.2, 0.28, 0.8
A_SWIPE = 0.8
"""The part of a screen that one swipe moves."""
REST = 0.85
"""What stands above this part of the screen is seen without a swipe."""
FAULT = "The number of people is wrong."


@dataclass
class Reader:
    """One who presses, types and swipes; `notes` are where on the screen things began."""

    page: Page
    presses: int = 0
    letters: int = 0
    swipes: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        pressing = self.presses * (DECIDE + POINT + PRESS)
        return pressing + self.letters * LETTER + self.swipes * SWIPE

    def look(self, place: Locator, name: str = "") -> None:
        """Swipe until it is on the screen."""
        top = place.first.evaluate("e => e.getBoundingClientRect().top")
        screen = PHONE["height"]
        needed = max(0, math.ceil((top - REST * screen) / (A_SWIPE * screen)))
        if name:
            self.notes.append(f"{name} at {round(top)} px")
        self.swipes += needed
        place.first.scroll_into_view_if_needed()

    def press(self, place: Locator) -> None:
        self.look(place)
        self.presses += 1
        place.first.click()

    def type(self, place: Locator, text: str) -> None:
        self.press(place)
        self.letters += len(text)
        place.first.type(text)

    def enter(self, place: Locator) -> None:
        """The phone's own key: it has its place under the thumb, and is a press."""
        self.presses += 1
        place.first.press("Enter")


def find(reader: Reader, word: str) -> None:
    """From the start page to the first study of a search."""
    box = reader.page.locator("#words")
    reader.type(box, word)
    reader.enter(box)
    first = reader.page.locator(".entry-title").first
    first.wait_for()
    reader.look(first, "first study of the list")
    reader.press(first)


def a_drug_and_its_harms(reader: Reader) -> None:
    find(reader, "oxaloacetate")
    harms = reader.page.locator(".lead-p span", has_text="harms")
    reader.look(harms, "sentence on harms")
    expect(harms.first).to_be_visible()


def repeated(reader: Reader) -> None:
    """From the same page: what the atlas's other studies of it found."""
    reader.page.goto(reader.page.url.split("#")[0])
    others = reader.page.locator("#why-it-matters .told")
    reader.look(others, "Why It Matters")
    expect(others.first).to_be_visible()


def one_trial(reader: Reader) -> None:
    find(reader, "interferon")
    summary = reader.page.locator(".lead-p")
    reader.look(summary, "summary")
    expect(summary).to_contain_text("people")


def print_it(reader: Reader) -> None:
    reader.page.evaluate("window.print = () => { window.printed = true; }")
    reader.press(reader.page.locator(".print-it"))
    assert reader.page.evaluate("window.printed")
    sheets = re.findall(rb"/Type\s*/Page\b", reader.page.pdf(prefer_css_page_size=True))
    reader.notes.append(f"{len(sheets)} sheet" + "s" * (len(sheets) > 1))


def report(reader: Reader) -> None:
    page = reader.page
    reader.press(page.get_by_role("link", name="Something wrong?"))
    reader.press(page.locator("label[for=kind]"))
    reader.press(page.get_by_role("button", name="Continue"))
    reader.type(page.locator("#message"), FAULT)
    reader.press(page.get_by_role("button", name="Continue"))
    reader.press(page.locator("#consent"))
    reader.press(page.get_by_role("button", name="Send to the editors"))
    expect(page.locator("h1")).to_contain_text("Thank")


TASKS = (
    ("whether a drug was tested, and whether harms were seen", a_drug_and_its_harms, True),
    ("whether a finding was repeated", repeated, False),
    ("understand one trial", one_trial, True),
    ("print it for a doctor", print_it, False),
    ("report an error in it", report, False),
)
"""What is asked, the walk, and whether it begins at the start page."""


def main(address: str) -> None:
    with sync_playwright() as play:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_context(viewport=PHONE, base_url=address, has_touch=True).new_page()  # type: ignore[arg-type]
        print("| task | presses | letters | swipes | seconds | seen |\n|---|---|---|---|---|---|")
        for name, walk, from_start in TASKS:
            if from_start:
                page.goto("/")
            reader = Reader(page)
            walk(reader)
            print(
                f"| {name} | {reader.presses} | {reader.letters} | {reader.swipes} "
                f"| {reader.seconds:.0f} | {'; '.join(reader.notes)} |"
            )
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])

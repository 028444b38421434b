"""In a real browser: a link into a fold opens it; the largest text on the smallest phone."""

from __future__ import annotations

from typing import Any

import pytest

from .browsing import too_wide

HOW = "/about/how-it-works/"
SMALL = {"width": 320, "height": 640}

pytestmark = [pytest.mark.django_db(databases=["default", "private"], transaction=True)]


def test_the_methodology_is_its_headings_and_a_link_opens_the_part_it_leads_to(
    reader: Any,
) -> None:
    page = reader(HOW + "#levels", viewport=SMALL)
    assert page.locator("#levels").is_visible()
    top = page.locator("#levels").evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < SMALL["height"] / 2
    assert page.locator("details.part").count() >= 10
    assert page.locator("details.part[open]").count() == 1
    # By the keyboard, as every fold.
    page.locator("details.part[open] > summary").focus()
    page.keyboard.press("Enter")
    assert not page.locator("#levels").is_visible()
    assert page.evaluate("document.documentElement.scrollHeight") < 3 * SMALL["height"]


def test_where_a_browser_opens_no_fold_by_itself_the_script_does(reader: Any) -> None:
    """Older browsers scroll to nothing: the fold is opened after the page is there."""
    page = reader(HOW, java_script_enabled=True, viewport=SMALL)
    page.evaluate("history.replaceState(null, '', '#gate'); dispatchEvent(new Event('hashchange'))")
    assert page.locator("#gate").is_visible()


def test_in_the_largest_text_on_the_smallest_phone_choices_stand_below_each_other(
    reader: Any,
) -> None:
    page = reader("/evidence/see-1996-alpha-interferon", java_script_enabled=True, viewport=SMALL)
    page.locator(".display > summary").click()
    page.locator("#text-larger").check()
    page.locator(".display > summary").click()
    name, display = page.locator(".top .home"), page.locator(".display > summary")
    assert abs(name.bounding_box()["y"] - display.bounding_box()["y"]) < 12, "one line"
    assert display.inner_text().strip(), "the word is there for who hears the page"
    lefts = {round(a.bounding_box()["x"]) for a in page.locator(".depth a").all()}
    assert len(lefts) == 1
    assert too_wide(page) == []

"""Fixtures: an installation in a folder of its own, and a small atlas in it."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from . import library as small_atlas

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture
def library() -> ModuleType:
    """Studies to publish; see library.py."""
    return small_atlas


@pytest.fixture(autouse=True)
def installation(settings: Any, tmp_path: Path) -> Path:
    """An installation's folder; nothing of the developer's own is touched."""
    settings.ATLAS = dataclasses.replace(settings.ATLAS, home=tmp_path, public_url="")
    settings.SECRET_KEY = "a key for tests only, long enough for nobody to complain about"
    settings.ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
    return tmp_path


@pytest.fixture
def atlas(db: None, library: ModuleType) -> list[Any]:
    """The small atlas, published."""
    studies = library.library()
    library.publish(studies)
    return studies


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
def windows(browser: Browser, live_server: Any) -> Iterator[Any]:
    """Opens pages of what is served, without JavaScript unless asked otherwise."""
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


@pytest.fixture
def reader(windows: Any, atlas: Any) -> Any:
    """Opens pages of the small atlas."""
    return windows

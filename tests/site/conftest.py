"""Fixtures: an installation in a folder of its own, and a small atlas in it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from . import library as small_atlas


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

"""A whole atlas, built once for the tests of the pages about many studies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from lxml import html

from ...overview_records import RECORDS
from ..overview_atlas import build_from, write

DATA = Path(__file__).parents[4] / "shared" / "data" / "mecfs"
START = ("/explore/", "/map/", "/map/measures/", "/map/topics/", "/map/left-out/", "/questions/",
         "/timeline/", "/changes/", "/compare/", "/topics/", "/definitions/", "/glossary/",
         "/journals/", "/authors/", "/retractions/")  # fmt: skip
OURS = re.compile(
    r"/(?:explore|map|questions|timeline|changes|topics|definitions|journals|authors)/"
)


@pytest.fixture(scope="package", params=["made-up records"])
def whole(
    request: Any, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any,
    samples: list[Path],
) -> Iterator[str]:  # fmt: skip
    """A whole atlas, of made-up records unless a test asks otherwise."""
    home = tmp_path_factory.mktemp("whole")
    files = samples
    if request.param == "real records":
        files = [DATA / "records_dev.jsonl", DATA / "records_unlabelled.jsonl"]
    if request.param == "made-up records":
        files = [write(home / "records.jsonl", RECORDS)]
    with django_db_blocker.unblock():
        build_from(home / "home", files)
        yield request.param
        call_command("flush", verbosity=0, interactive=False)


class Site:
    """Pages by address, each asked for once."""

    def __init__(self, pages: dict[str, Any]) -> None:
        self._client = Client()
        self._pages = pages

    def page(self, address: str) -> Any:
        path = address.partition("#")[0]
        if path not in self._pages:
            answer = self._client.get(path)
            assert answer.status_code == 200, path
            self._pages[path] = html.fromstring(answer.content.decode())
        return self._pages[path]

    def all_pages(self, under: str = "/") -> dict[str, Any]:
        """Every page about many studies that links lead to, from the start of each kind."""
        todo = dict.fromkeys(path for path in START if path.startswith(under))
        for path in (reached := list(todo)):
            for link in self.page(path).xpath("//main//a/@href"):
                target = link.partition("#")[0]
                if target.startswith(under) and OURS.match(target) and target not in todo:
                    todo[target] = None
                    reached.append(target)
        return {path: self.page(path) for path in todo}


@pytest.fixture(scope="package")
def fetched(whole: str) -> dict[str, Any]:
    """The pages that were asked for by now, for all tests here."""
    return {}


@pytest.fixture
def site(fetched: dict[str, Any], db: None) -> Site:
    return Site(fetched)


def words(node: Any) -> str:
    return " ".join(node.text_content().split())

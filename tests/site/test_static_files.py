"""What pages are made of is sent small, and once."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from evidence_atlas import site

STATIC = Path(site.__file__).parent / "static"
pytestmark = pytest.mark.django_db


def test_files_named_on_a_page_are_compressed_and_never_asked_for_again(
    client: Client, atlas: Any
) -> None:
    page = client.get("/").content.decode()
    named = re.findall(r'(?:href|src)="(/static/[^"?]+)(?:\?v=(\w+))?"', page)
    assert {Path(address).suffix for address, _ in named} == {".css", ".js", ".svg", ".woff2"}
    for address, version in named:
        response = client.get(f"{address}?v={version}", headers={"Accept-Encoding": "gzip"})
        sent = b"".join(response.streaming_content)  # type: ignore[attr-defined]
        assert "immutable" in response.headers["Cache-Control"], address
        kept = (STATIC / address.removeprefix("/static/")).read_bytes()
        if address.endswith((".css", ".js")):
            assert response.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(sent) == kept
            assert len(sent) < len(kept) / 2
        elif address.endswith(".woff2"):
            assert "Content-Encoding" not in response.headers
            assert sent == kept


def test_the_typeface_is_named_by_its_content_and_is_the_one_that_pages_ask_for(
    client: Client, atlas: Any
) -> None:
    """What may be kept for good must have another name when it changes."""
    (font,) = (STATIC / "fonts").glob("*.woff2")
    assert font.name.split(".")[1] == hashlib.sha256(font.read_bytes()).hexdigest()[:10]
    asked_for = re.findall(r"fonts/[^\")]+", (STATIC / "atlas.css").read_text())
    assert asked_for == [f"fonts/{font.name}"]
    assert f'href="/static/fonts/{font.name}" as="font"' in client.get("/").content.decode()
    licence = client.get("/static/fonts/LICENSE-atkinson-hyperlegible-next.txt")
    licence.close()
    assert "immutable" not in licence.headers["Cache-Control"]


def test_the_stylesheet_and_the_script_load_nothing_from_elsewhere() -> None:
    for name in ("atlas.css", "atlas.js"):
        text = (STATIC / name).read_text()
        code = re.sub(r"^\s*//.*$|/\*.*?\*/", "", text, flags=re.M | re.S)
        assert not re.search(r"https?:|@import|fetch\(|XMLHttp|sendBeacon|\.cookie", code), name

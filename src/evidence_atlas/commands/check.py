"""Walking through the site as a reader would, to see that every kind of page answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections import deque
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import click
import httpx

from .serve import free_port

_LINK = re.compile(r'\bhref="([^"#]+)')
_MOST_PAGES = 600
_STARTING = 30.0


def check_site(home: Path) -> bool:
    """Serve the home on a free port, follow every link from the first page, and report.

    True where every page answered 200 and no kind of page had an answer of another sort.
    """
    address = "127.0.0.1"
    port = free_port(address)
    server = subprocess.Popen(
        [sys.executable, "-m", "evidence_atlas", "serve", "--port", str(port), "--home", str(home)],
        env={**os.environ, "ATLAS_HOME": str(home)},
    )
    try:
        with httpx.Client(base_url=f"http://{address}:{port}", timeout=20) as client:
            if not _answers(client, server):
                click.echo("! the server did not start", err=True)
                return False
            return _walk(client)
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _answers(client: httpx.Client, server: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + _STARTING
    while time.monotonic() < until and server.poll() is None:
        try:
            client.get("/")
            return True
        except httpx.TransportError:
            time.sleep(0.1)
    return False


def _walk(client: httpx.Client) -> bool:
    waiting = deque(["/"])
    seen = {"/"}
    kinds: dict[str, int] = {}
    bad: list[str] = []
    while waiting and sum(kinds.values()) < _MOST_PAGES:
        path = waiting.popleft()
        answer = client.get(path, follow_redirects=False)
        kinds[_kind(path)] = kinds.get(_kind(path), 0) + 1
        if answer.status_code not in {200, 301, 302, 308}:
            bad.append(f"{answer.status_code} {path}")
        if "location" in answer.headers:
            _add(answer.headers["location"], path, client, waiting, seen)
        if "html" in answer.headers.get("content-type", ""):
            for found in _LINK.findall(answer.text):
                _add(unescape(found), path, client, waiting, seen)
    for kind, count in sorted(kinds.items()):
        click.echo(f"{count:5} {kind}", err=True)
    for line in bad:
        click.echo(f"! {line}", err=True)
    click.echo(f"{sum(kinds.values())} pages of {len(kinds)} kinds, {len(bad)} bad", err=True)
    return not bad


def _add(link: str, path: str, client: httpx.Client, waiting: deque[str], seen: set[str]) -> None:
    """Queue a link of this site; of the list's filters, a few of each kind are enough."""
    parts = urlsplit(urljoin(path, link))
    own = urlsplit(str(client.base_url))
    if parts.scheme not in {"", "http"} or (parts.netloc and parts.netloc != own.netloc):
        return
    if parts.path.startswith(("/admin", "/desk")):
        return
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    if target in seen:
        return
    if parts.query and sum(s.startswith(parts.path + "?") for s in seen) >= 10:
        return
    seen.add(target)
    waiting.append(target)


def _kind(path: str) -> str:
    """The name of the page type behind a path, as the site's addresses give it."""
    from django.urls import Resolver404, resolve

    try:
        found = resolve(urlsplit(path).path)
    except Resolver404:
        return "static file" if path.startswith("/static/") else "no page type"
    return found.view_name or str(found.route)

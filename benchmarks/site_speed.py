"""Pages a second from one worker: kept, made anew, known to the reader; and the bare server.

`python -m benchmarks.site_speed HOME [--seconds 8] [--write docs/search]`. HOME is any atlas. One
server process as `atlas serve` starts it, asked over a few connections at once by this process,
which shares the machine with it: what is compared is the rows with each other. "The bare server"
is the same server with an application that answers a constant of the same length and nothing else.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

CONNECTIONS = 4
BARE = """
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", "{length}")])
    return [b"x" * {length}]
"""
SERVE_BARE = (
    "from granian import Granian; from granian.constants import Interfaces;"
    "Granian('bare:application', address='127.0.0.1', port={port}, interface=Interfaces.WSGI,"
    "workers=1, blocking_threads=4, log_access=False, websockets=False).serve()"
)


@contextmanager
def served(command: list[str], port: int, **more: str) -> Iterator[str]:
    """A server that answers, stopped afterwards."""
    server = subprocess.Popen(
        command, env={**os.environ, **more}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx.get(address + "/robots.txt", timeout=5)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def rate(address: str, paths: list[str], seconds: float, headers: dict[str, str]) -> float:
    """Answers a second, `CONNECTIONS` at a time."""
    for path in paths:
        httpx.get(address + path, headers=headers, timeout=60)
    counts = [0] * CONNECTIONS
    until = time.monotonic() + seconds

    def ask(number: int) -> None:
        with httpx.Client(base_url=address, headers=headers, timeout=30) as client:
            at = number
            while time.monotonic() < until:
                assert client.get(paths[at % len(paths)]).status_code in (200, 304)
                counts[number] += 1
                at += 1

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not all(counts):
        raise RuntimeError(f"a connection got no answer from {address}")
    return sum(counts) / seconds


def measure(home: Path, seconds: float, port: int) -> list[tuple[str, float]]:
    def serve(port: int) -> list[str]:
        # Each server gets a port of its own: the one before may still be letting go of its.
        command = [sys.executable, "-m", "evidence_atlas", "serve", "--port", str(port)]
        return [*command, "--home", str(home)]

    more = {"ATLAS_ALLOW_MEASURING": "1", "ATLAS_HOME": str(home)}
    packed = {"Accept-Encoding": "gzip"}
    rows = []
    with served(serve(port), port, **more) as address:
        listed = httpx.get(address + "/evidence/", timeout=30).text
        study = listed.split('class="entry-title" href="')[1].split('"')[0]
        page = httpx.get(address + study, timeout=30, headers=packed)
        length = page.num_bytes_downloaded
        search = "/evidence/?words=fatigue"
        etag = {**packed, "If-None-Match": page.headers["etag"]}
        rows.append(("a study page, kept", rate(address, [study], seconds, packed)))
        rows.append(
            ("a study page, known to the reader (304)", rate(address, [study], seconds, etag))
        )
        rows.append(("a search, kept", rate(address, [search], seconds, packed)))
        rows.append(("a static file", rate(address, ["/static/icon.svg"], seconds, packed)))
    with served(serve(port + 1), port + 1, **more, ATLAS_PAGE_CACHE_MEGABYTES="0") as address:
        rows.append(("a study page, made anew", rate(address, [study], seconds, packed)))
        rows.append(("a search, made anew", rate(address, [search], seconds, packed)))
    with TemporaryDirectory() as folder:
        Path(folder, "bare.py").write_text(BARE.format(length=length), encoding="utf-8")
        command = [sys.executable, "-c", SERVE_BARE.format(port=port + 2)]
        with served(command, port + 2, PYTHONPATH=folder) as address:
            rows.append(("the bare server", rate(address, ["/x"], seconds, packed)))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--port", type=int, default=8556)
    parser.add_argument("--write", type=Path, help="write the table to site.md in this folder")
    options = parser.parse_args()
    rows = measure(options.home.absolute(), options.seconds, options.port)
    bare = dict(rows)["the bare server"]
    lines = ["| asked for | answers a second | share of the bare server |", "|---|---|---|"]
    lines += [f"| {name} | {found:,.0f} | {found / bare:.0%} |" for name, found in rows]
    text = "\n".join(lines) + "\n"
    print(text)
    if options.write:
        day = dt.datetime.now(dt.UTC).date().isoformat()
        options.write.mkdir(parents=True, exist_ok=True)
        (options.write / "site.md").write_text(
            f"# Pages a second\n\nMade by `benchmarks/site_speed.py` on {day}; do not edit. One "
            f"worker, {CONNECTIONS} connections, asked from the same machine.\n\n{text}",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()

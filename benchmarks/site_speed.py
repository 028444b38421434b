"""Pages a second from one worker: kept, made anew, known to the reader; and the bare server.

`python -m benchmarks.site_speed HOME [--seconds 8] [--write docs/search]`. HOME is any atlas. One
server process as `atlas serve` starts it, asked over a few connections at once by this process,
which shares the machine with it: what is compared is the rows with each other, which are measured
in turn, and the processor time that the server itself spends on an answer (Linux's /proc), which a
busy machine changes least. "The bare server" is the same server with an application that answers a
constant of the same length and nothing else.
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
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import httpx

from .search_speed import processor_seconds

CONNECTIONS = 4
ROUNDS = 4
THE_BARE = "the bare server"
BUSY = (
    "{load:.0f} processes wanted one of the machine's {cores} cores when it began. What others do "
    "there slows all rows; the processor time is the server's alone."
)
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


class Server(NamedTuple):
    address: str
    pid: int


class Row(NamedTuple):
    """What is asked of which server, over and over."""

    name: str
    server: Server
    path: str
    headers: dict[str, str]


class Measured(NamedTuple):
    """Answers a second, and the server's processor time for one in milliseconds."""

    rate: float
    processor: float


@contextmanager
def served(command: list[str], port: int, **more: str) -> Iterator[Server]:
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
        yield Server(address, server.pid)
    finally:
        server.terminate()
        server.wait(20)


def answers(row: Row, seconds: float) -> int:
    """How many answers come in so many seconds, `CONNECTIONS` at a time."""
    counts = [0] * CONNECTIONS
    until = time.monotonic() + seconds

    def ask(number: int) -> None:
        with httpx.Client(base_url=row.server.address, headers=row.headers, timeout=30) as client:
            while time.monotonic() < until:
                assert client.get(row.path).status_code in (200, 304)
                counts[number] += 1

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not all(counts):
        raise RuntimeError(f"a connection got no answer from {row.server.address}")
    return sum(counts)


def measure(home: Path, seconds: float, port: int) -> list[tuple[str, Measured]]:
    """Each row in `ROUNDS` turns, so that a machine busy for a while is so for all of them."""

    def serve(port: int) -> list[str]:
        # Each server gets a port of its own: the one before may still be letting go of its.
        command = [sys.executable, "-m", "evidence_atlas", "serve", "--port", str(port)]
        return [*command, "--home", str(home)]

    more = {"ATLAS_ALLOW_MEASURING": "1", "ATLAS_HOME": str(home)}
    packed = {"Accept-Encoding": "gzip"}
    with ExitStack() as stack:
        kept = stack.enter_context(served(serve(port), port, **more))
        made = stack.enter_context(
            served(serve(port + 1), port + 1, **more, ATLAS_PAGE_CACHE_MEGABYTES="0")
        )
        listed = httpx.get(kept.address + "/evidence/", timeout=30).text
        study = listed.split('class="entry-title" href="')[1].split('"')[0]
        page = httpx.get(kept.address + study, timeout=30, headers=packed)
        folder = stack.enter_context(TemporaryDirectory())
        bare_file = BARE.format(length=page.num_bytes_downloaded)
        Path(folder, "bare.py").write_text(bare_file, encoding="utf-8")
        command = [sys.executable, "-c", SERVE_BARE.format(port=port + 2)]
        bare = stack.enter_context(served(command, port + 2, PYTHONPATH=folder))
        search = "/evidence/?words=fatigue"
        known = {**packed, "If-None-Match": page.headers["etag"]}
        rows = [
            Row("a study page, kept", kept, study, packed),
            Row("a study page, known to the reader (304)", kept, study, known),
            Row("a search, kept", kept, search, packed),
            Row("a static file", kept, "/static/icon.svg", packed),
            Row("a study page, made anew", made, study, packed),
            Row("a search, made anew", made, search, packed),
            Row(THE_BARE, bare, "/x", packed),
        ]
        found = dict.fromkeys([row.name for row in rows], (0, 0.0))
        for row in rows:
            httpx.get(row.server.address + row.path, headers=row.headers, timeout=60)
        for _ in range(ROUNDS):
            for row in rows:
                before = processor_seconds(row.server.pid)
                count = answers(row, seconds / ROUNDS)
                spent = processor_seconds(row.server.pid) - before
                total, processor = found[row.name]
                found[row.name] = total + count, processor + spent
    return [
        (name, Measured(count / seconds, 1000 * processor / count))
        for name, (count, processor) in found.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--port", type=int, default=8556)
    parser.add_argument("--write", type=Path, help="write the table to site.md in this folder")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    rows = measure(options.home.absolute(), options.seconds, options.port)
    bare = dict(rows)[THE_BARE]
    lines = [
        "| asked for | answers a second | share of the bare server | processor time an answer, ms "
        "| times the bare server's |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {found.rate:,.0f} | {found.rate / bare.rate:.0%} "
        f"| {found.processor:.2f} | {found.processor / bare.processor:.1f} |"
        for name, found in rows
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    if options.write:
        day = dt.datetime.now(dt.UTC).date().isoformat()
        options.write.mkdir(parents=True, exist_ok=True)
        (options.write / "site.md").write_text(
            f"# Pages a second\n\nMade by `benchmarks/site_speed.py` on {day}; do not edit. One "
            f"worker, {CONNECTIONS} connections, asked from the same machine, the rows in turn. "
            f"{BUSY.format(load=load, cores=os.cpu_count())}\n\n{text}",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()

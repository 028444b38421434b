"""How fast the search is: inside the engine, through HTTP, and SQLite's FTS5 in the same run.

`python -m benchmarks.search_speed HOME --sizes 10000,100000 --scratch DIR [--write docs/search]`.
HOME is an atlas of real records (`benchmarks.search.quality --home` makes one). Its studies are
repeated, one word in eight exchanged for a word out of another study, so that words stay as common
as they are; one made-up word stands in seven studies. From a million on, the parts of the index of
a tenth of the size are taken ten times. `--prepare` makes what is to be measured, so that an idle
machine has only to measure. Other sizes than those asked for keep their figures. What
the figures mean stands on the page that is written (`search/speed_page.py`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import os
import random
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from .search.copies import enlarged
from .search.fts5 import ask_fts5, fill_fts5, held_fts5
from .search.speed_page import write

RARE = "zorbalin"
ASKED: dict[str, dict[str, str]] = {
    "a rare word": {"words": RARE},
    "fatigue": {"words": "fatigue"},
    'a phrase: "brain fog"': {"words": '"brain fog"'},
    "brain fog, with synonyms": {"words": "brain fog"},
    "a filter with counts": {"level": "E2 Moderate", "who": "adults"},
    "fatigue, filtered": {"words": "fatigue", "level": "E3 Preliminary"},
    "everything, newest first": {},
    "a misspelt word": {"words": "mitocondria"},
    "a long question": {"words": "does graded exercise help or harm people with severe fatigue"},
}
ROUNDS = 2
FEWEST = 3
"""Answers that are timed even where each takes long."""
Document = dict[str, list[Any]]
Result = dict[str, Any]
COPIES, COPIED_FROM = 10, 1_000_000
"""From so many studies on, an index is one of a tenth of the size, ten times over."""


def real_documents() -> list[Document]:
    """The documents of HOME's current edition."""
    from evidence_atlas.publishing.search import make
    from evidence_atlas.store.models import CurrentEdition

    entries = make.entries_of(CurrentEdition.objects.get().edition)
    return list(make.documents(entries, set()))


def repeated(real: list[Document], size: int) -> Iterator[Document]:
    """`size` documents: the real ones with words exchanged, each with an address of its own."""
    chance = random.Random(size)
    words = [" ".join(d["all"]).split() for d in real]
    rare = set(chance.sample(range(size), 7))
    pool = [w for text in words for w in text]
    for n in range(size):
        base = real[n % len(real)]
        text = list(words[n % len(real)])
        for _ in range(len(text) // 8):
            text[int(chance.random() * len(text))] = pool[int(chance.random() * len(pool))]
        if n in rare:
            text.append(RARE)
        whole = [" ".join(text)]
        order = chance.random()
        yield {
            **base,
            "all": whole,
            "plain": whole,
            "ids": [f"x{n}"],
            "by_newest": [int(order * size * 16)],
            "by_title": [n],
            "by_author": [size - n],
            "by_people": [n],
        }


def timed(ask: Callable[[], object], times: int, longest: float = 60.0) -> dict[str, float]:
    """The quietest of `ROUNDS` rounds: the one with the least p99; a single round of what takes
    longer than `longest` seconds."""
    rounds: list[dict[str, float]] = []
    began = time.monotonic()
    while not rounds or (len(rounds) < ROUNDS and time.monotonic() - began < 1.5 * longest):
        rounds.append(_round(ask, times, longest))
    return min(rounds, key=lambda r: r["p99"])


def _round(ask: Callable[[], object], times: int, longest: float) -> dict[str, float]:
    """p50 and p99 of wall time and the median of processor time, in milliseconds."""
    ask()
    wall, cpu, started = [], [], time.monotonic()
    while len(wall) < times and (time.monotonic() - started < longest or len(wall) < FEWEST):
        w, c = time.perf_counter(), time.process_time()
        ask()
        cpu.append((time.process_time() - c) * 1e3)
        wall.append((time.perf_counter() - w) * 1e3)
    wall.sort()
    cpu.sort()
    return {
        "p50": round(wall[len(wall) // 2], 1),
        "p99": round(wall[min(len(wall) - 1, int(len(wall) * 0.99))], 1),
        "cpu": round(cpu[len(cpu) // 2], 1),
        "n": len(wall),
    }


def inside(home: Path, digest: str, times: int, longest: float) -> dict[str, dict[str, float]]:
    """The engine by itself, called from Python."""
    from evidence_atlas.conditions import load, load_synonyms
    from evidence_atlas.publishing.listing import Filters
    from evidence_atlas.publishing.search import find, index

    engine = index.opened(home, digest, load_synonyms("mecfs", load("mecfs")))
    found = {}
    # Counts are remembered from one question to the next; here each is to be worked out.
    engine.once = lambda _, make: make()  # type: ignore[method-assign]
    for name, asked in ASKED.items():
        filters = Filters(
            words=asked.get("words", ""),
            level=tuple(filter(None, [asked.get("level")])),
            who=tuple(filter(None, [asked.get("who")])),
        )
        order = "best" if filters.words else "newest"
        ask = partial(find.find, engine, filters, order=order)
        found[name] = timed(ask, times, longest)
        found[name]["hits"] = find.find(engine, filters).listing.total
    return found


def through_http(home: Path, port: int, times: int, longest: float) -> dict[str, dict[str, float]]:
    """The same pages from the served site, one after the other, over one connection."""
    import httpx

    environment = {
        **os.environ, "ATLAS_HOME": str(home), "ATLAS_PAGE_CACHE_MEGABYTES": "0",
        "ATLAS_ALLOW_MEASURING": "1",
    }  # fmt: skip
    with socket.socket() as free:
        if not free.connect_ex(("127.0.0.1", port)):
            raise SystemExit(f"something else answers at port {port}")
    serve = [sys.executable, "-m", "evidence_atlas", "serve", "--port", str(port)]
    server = subprocess.Popen([*serve, "--home", str(home)], env=environment)
    found = {}
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            for _ in range(300):
                try:
                    client.get("/robots.txt")
                    break
                except httpx.TransportError:
                    time.sleep(0.1)
            bare = timed(lambda: client.get("/static/icon.svg"), times)
            found["a small file, for comparison"] = bare
            for name, asked in ASKED.items():
                # A span of years that leaves nothing out, another each time, so that nothing
                # is remembered from the time before.
                year = itertools.count(3000)

                def ask(asked: dict[str, str] = asked, year: Iterator[int] = year) -> None:
                    query = urlencode({**asked, "to": next(year)})
                    client.get(f"/evidence/?{query}").raise_for_status()

                before = processor_seconds(server.pid)
                found[name] = timed(ask, times, longest)
                spent = processor_seconds(server.pid) - before
                found[name]["cpu"] = round(spent * 1e3 / (next(year) - 3000), 1)
    finally:
        server.terminate()
        server.wait(20)
    return found


def processor_seconds(pid: int) -> float:
    """The processor time of a process and all below it, so far (Linux's /proc)."""
    parents, spent = {}, {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        number = int(entry.parent.name)
        parents[number] = int(after[1])
        spent[number] = (int(after[11]) + int(after[12])) / os.sysconf("SC_CLK_TCK")

    def below(number: int | None) -> bool:
        while number is not None and number != pid:
            number = parents.get(number)
        return number == pid

    return sum(seconds for number, seconds in spent.items() if below(number))


def edition_row(home: Path, digest: str, size: int) -> None:
    """A data base that says which edition is served; the list itself comes from the index."""
    script = (
        "import django, datetime as dt; django.setup();"
        "from django.core.management import call_command;"
        "[call_command('migrate', database=a, verbosity=0) for a in ('default', 'private')];"
        "from evidence_atlas.store.models import *; now = dt.datetime.now(dt.UTC);"
        f"e = Edition.objects.create(digest='{digest}', made=now, studies={size},"
        "measuring=True, condition='mecfs');"
        "CurrentEdition.objects.create(id=1, edition=e, moved=now)"
    )
    environment = {
        **os.environ, "ATLAS_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "evidence_atlas.site.settings",
    }  # fmt: skip
    home.mkdir(parents=True)
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)


def indexed(real: list[Document], size: int, home: Path, digest: str, scratch: Path) -> str:
    """Have the index of so many studies ready; gives how it was made."""
    from evidence_atlas.conditions import load, load_synonyms
    from evidence_atlas.publishing.search import index

    note = home / "made.txt"
    if note.exists():
        return note.read_text(encoding="utf-8")
    edition_row(home, digest, size)
    smaller = size // COPIES
    began = time.process_time()
    if size >= COPIED_FROM and (scratch / f"home-{smaller}" / "made.txt").exists():
        enlarged(scratch / f"home-{smaller}", f"{smaller:064d}", COPIES, home, digest)
        made = f"that of {smaller:,} studies {COPIES} times over"
    else:
        synonyms = load_synonyms("mecfs", load("mecfs"))
        index.build(home, digest, repeated(real, size), synonyms=synonyms)
        made = f"made in {time.process_time() - began:,.0f} s of processor time"
    note.write_text(made, encoding="utf-8")
    return made


def fts5_of(real: list[Document], size: int, scratch: Path) -> Path:
    """Have the same studies in SQLite; made aside, so that a killed run leaves no half of it."""
    path = scratch / f"fts5-{size}.sqlite3"
    if not path.exists():
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        fill_fts5(draft, repeated(real, size)).close()
        draft.rename(path)
    return path


def measure(
    real: list[Document], size: int, scratch: Path, port: int, with_fts5: bool, most: int
) -> Result:
    """Everything at one size; each question at most `most` times a round."""
    from evidence_atlas.publishing.search import index

    home, digest = scratch / f"home-{size}", f"{size:064d}"
    made = indexed(real, size, home, digest, scratch)
    times, longest = (200, 60.0) if size <= 100_000 else (60, 15.0)
    times = min(times, most)
    on_disk = sum(p.stat().st_size for p in index.place(home, digest).iterdir())
    print(f"{size}: index of {on_disk / 1e6:.0f} MB, {made}", flush=True)
    result: Result = {
        "size": size,
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "made": made,
        "index_mb": round(on_disk / 1e6),
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1),
        "engine": inside(home, digest, times, longest),
        "http": through_http(home, port, times, longest),
    }
    print(json.dumps(result, indent=1), flush=True)
    if not with_fts5:
        return result
    path = fts5_of(real, size, scratch)
    db = sqlite3.connect(path)
    for key, counts in (("fts5", True), ("fts5_rows", False)):
        result[key] = {
            name: timed(lambda a=asked, c=counts: ask_fts5(db, a, c), times // 4, longest=10)
            for name, asked in ASKED.items()
        }
    for name, asked in ASKED.items():
        result["fts5"][name]["hits"] = held_fts5(db, asked)
    result["fts5_mb"] = round(path.stat().st_size / 1e6)
    db.close()
    print(json.dumps(result, indent=1), flush=True)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path, help="an atlas of real records")
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--fts5-up-to", type=int, default=10**9, help="leave it out above this")
    parser.add_argument("--times", type=int, default=200, help="at most so many answers a round")
    parser.add_argument("--prepare", action="store_true", help="make the indexes, measure nothing")
    parser.add_argument("--port", type=int, default=8555)
    parser.add_argument("--write", type=Path, help="write speed.json and speed.md in this folder")
    options = parser.parse_args()
    from evidence_atlas.commands.home import open_home

    open_home(options.home.absolute())
    real = real_documents()
    options.scratch.mkdir(parents=True, exist_ok=True)
    for size in map(int, options.sizes.split(",")):
        with_fts5 = size <= options.fts5_up_to
        if options.prepare:
            scratch = options.scratch.absolute()
            print(
                f"{size}:", indexed(real, size, scratch / f"home-{size}", f"{size:064d}", scratch)
            )
            if with_fts5:
                print(f"{size}:", fts5_of(real, size, scratch), flush=True)
            continue
        result = measure(
            real, size, options.scratch.absolute(), options.port, with_fts5, options.times
        )
        if options.write:
            write(options.write, result)


if __name__ == "__main__":
    main()

"""How fast the search is: inside the engine, through HTTP, and SQLite's FTS5 in the same run.

`python -m benchmarks.search_speed HOME --sizes 10000,100000 --scratch DIR [--write docs/search]`.
HOME is an atlas of real records (`benchmarks.search.quality --home` makes one). Its studies are
repeated, one word in eight exchanged for a word out of another study, so that words stay as common
as they are; one made-up word stands in seven studies. A page of the list is 25 studies with their
snippets and the counts of eleven facets. FTS5 answers the same question as a site would put it: 25
rows by bm25, the number of hits, and the counts of the nine single-valued facets by GROUP BY; "rows
only" is without counts. Times are wall time in milliseconds, and the processor's time, which
counts where the machine is busy with other work; finished pages are not kept during the run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

RARE = "zorbalin"
ASKED: dict[str, dict[str, str]] = {
    "a rare word": {"words": RARE},
    "fatigue": {"words": "fatigue"},
    'a phrase: "brain fog"': {"words": '"brain fog"'},
    "brain fog, with synonyms": {"words": "brain fog"},
    "a filter with counts": {"level": "E2 Moderate", "who": "adults"},
    "fatigue, filtered": {"words": "fatigue", "level": "E3 Preliminary"},
    "everything, newest first": {},
}
SINGLE = ("level", "certainty", "criterion", "study_type", "harms", "peer_review",
          "review_state", "record_state", "status")  # fmt: skip
Document = dict[str, list[Any]]


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


def fill_fts5(path: Path, documents: Iterator[Document]) -> sqlite3.Connection:
    """The same texts and facets in SQLite."""
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode=off")
    db.execute("pragma synchronous=off")
    db.execute(f"create table d (id integer primary key, entry, {', '.join(SINGLE)}, who, newest)")
    db.execute(
        "create virtual table t using fts5(title, body, content='', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    for n, d in enumerate(documents):
        facets = [d[f][0] for f in SINGLE]
        who = "|".join(d["who"])
        db.execute(
            f"insert into d values (?,?,{','.join('?' * len(SINGLE))},?,?)",
            (n, d["entry"][0], *facets, who, d["by_newest"][0]),
        )
        db.execute(
            "insert into t (rowid, title, body) values (?,?,?)",
            (n, (d.get("title") or d["notice"])[0], d["all"][0]),
        )
    db.execute("create index newest on d (newest)")
    db.execute("create index level on d (level)")
    db.execute("insert into t(t) values ('optimize')")
    db.commit()
    return db


def ask_fts5(db: sqlite3.Connection, asked: dict[str, str], counts: bool) -> None:
    """The page of the list as SQL."""
    where, values = ["1"], []
    if "words" in asked:
        where.append("d.id in (select rowid from t where t match ?)")
        values.append(asked["words"])
    if "level" in asked:
        where.append("d.level = ?")
        values.append(asked["level"])
    if "who" in asked:
        where.append("d.who like ?")
        values.append(f"%{asked['who']}%")
    narrow = " and ".join(where)
    if "words" in asked:
        rest = narrow.replace(where[1], "1")
        db.execute(
            "select d.entry from t join d on d.id = t.rowid where t match ? "
            f"and {rest} order by bm25(t, 4, 1) limit 25",
            values,
        ).fetchall()
    else:
        db.execute(
            f"select entry from d where {narrow} order by newest limit 25", values
        ).fetchall()
    if not counts:
        return
    db.execute(f"select count(*) from d where {narrow}", values).fetchall()
    for facet in SINGLE:
        sql = f"select {facet}, count(*) from d where {narrow} group by {facet}"
        db.execute(sql, values).fetchall()


def timed(ask: Callable[[], object], times: int, longest: float = 60.0) -> dict[str, float]:
    """p50 and p99 of wall time and the median of processor time, in milliseconds."""
    ask()
    wall, cpu, started = [], [], time.monotonic()
    while len(wall) < times and (time.monotonic() - started < longest or len(wall) < 5):
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


def inside(home: Path, digest: str, times: int) -> dict[str, dict[str, float]]:
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
        found[name] = timed(lambda f=filters, o=order: find.find(engine, f, order=o), times)
        found[name]["hits"] = find.find(engine, filters).listing.total
    return found


def through_http(
    home: Path, port: int, times: int, longest: float = 60.0
) -> dict[str, dict[str, float]]:
    """The same pages from the served site, one after the other, over one connection."""
    import httpx

    environment = {
        **os.environ, "ATLAS_HOME": str(home), "ATLAS_PAGE_CACHE_MEGABYTES": "0",
        "ATLAS_ALLOW_MEASURING": "1",
    }  # fmt: skip
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
                asks = (f"/evidence/?{urlencode({**asked, 'to': n})}" for n in range(3000, 9999))
                before = processor_seconds(server.pid)
                found[name] = timed(
                    lambda a=asks: client.get(next(a)).raise_for_status(), times, longest
                )
                spent = processor_seconds(server.pid) - before
                found[name]["cpu"] = round(spent * 1e3 / (found[name]["n"] + 1), 1)
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


def measure(
    real: list[Document], size: int, scratch: Path, port: int, with_fts5: bool
) -> dict[str, Any]:
    from evidence_atlas.conditions import load, load_synonyms
    from evidence_atlas.publishing.search import index

    home, digest = scratch / f"home-{size}", f"{size:064d}"
    if not home.exists():
        edition_row(home, digest, size)
    times = 200 if size <= 100_000 else 60
    folder, note = index.place(home, digest), home / "built.json"
    began = time.process_time()
    synonyms = load_synonyms("mecfs", load("mecfs"))
    if index.ensure(
        home, digest, lambda: index.build(home, digest, repeated(real, size), synonyms=synonyms)
    ):
        note.write_text(json.dumps(time.process_time() - began))
    built = json.loads(note.read_text())
    on_disk = sum(p.stat().st_size for p in folder.iterdir())
    print(f"{size}: index of {on_disk / 1e6:.0f} MB in {built:.0f} s of processor", flush=True)
    result: dict[str, Any] = {
        "size": size,
        "build_cpu_s": round(built),
        "index_mb": round(on_disk / 1e6),
        "engine": inside(home, digest, times),
        "http": through_http(home, port, times),
    }
    print(json.dumps(result, indent=1), flush=True)
    if not with_fts5:
        return result
    path = scratch / f"fts5-{size}.sqlite3"
    new = not path.exists()
    db = fill_fts5(path, repeated(real, size)) if new else sqlite3.connect(path)
    for key, counts in (("fts5", True), ("fts5_rows", False)):
        result[key] = {
            name: timed(lambda a=asked, c=counts: ask_fts5(db, a, c), times // 4, longest=20)
            for name, asked in ASKED.items()
        }
    result["fts5_mb"] = round(path.stat().st_size / 1e6)
    db.close()
    print(json.dumps(result, indent=1), flush=True)
    return result


def table(results: list[dict[str, Any]]) -> str:
    """The figures as Markdown, one table a size."""
    parts = []
    for r in results:
        parts.append(
            f"## {r['size']:,} studies\n\nThe index: {r['index_mb']:,} MB, made in "
            f"{r['build_cpu_s']:,} s of processor time. "
            f"FTS5: {r.get('fts5_mb', 'not measured')} MB.\n\n"
            "| asked for | engine p50 | p99 | processor | HTTP p50 | p99 | server's processor "
            "| FTS5 p50 | p99 | processor | FTS5 rows only p50 | p99 | processor |\n"
            "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
        )
        bare = r["http"]["a small file, for comparison"]
        parts.append(f"| a small file | | | | {bare['p50']} | {bare['p99']} | | | | | | | |\n")
        for name in ASKED:
            none = {"p50": "", "p99": "", "cpu": ""}
            e, h = r["engine"][name], r["http"][name]
            f, rows = (r.get(k, {}).get(name, none) for k in ("fts5", "fts5_rows"))
            parts.append(
                f"| {name} ({e['hits']:,}) | {e['p50']} | {e['p99']} | {e['cpu']} "
                f"| {h['p50']} | {h['p99']} | {h['cpu']} "
                f"| {f['p50']} | {f['p99']} | {f['cpu']} "
                f"| {rows['p50']} | {rows['p99']} | {rows['cpu']} |\n"
            )
        parts.append("\n")
    return "".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path, help="an atlas of real records")
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--fts5-up-to", type=int, default=10**9, help="leave it out above this")
    parser.add_argument("--port", type=int, default=8555)
    parser.add_argument("--write", type=Path, help="write the tables to speed.md in this folder")
    options = parser.parse_args()
    from evidence_atlas.commands.home import open_home

    open_home(options.home.absolute())
    real = real_documents()
    options.scratch.mkdir(parents=True, exist_ok=True)
    results = []
    for size in map(int, options.sizes.split(",")):
        results.append(
            measure(
                real, size, options.scratch.absolute(), options.port, size <= options.fts5_up_to
            )
        )
        if options.write:
            day = dt.datetime.now(dt.UTC).date().isoformat()
            options.write.mkdir(parents=True, exist_ok=True)
            (options.write / "speed.md").write_text(
                f"# Search speed\n\nMade by `benchmarks/search_speed.py` on {day}; do not edit. "
                "Milliseconds. In brackets: how many studies fit.\n\n" + table(results),
                encoding="utf-8",
            )
    print(table(results))


if __name__ == "__main__":
    main()

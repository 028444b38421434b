"""The page of the search's speed, all of it made from what was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Result = dict[str, Any]
AIM, AIM_SIZE = 50, 100_000
BARE = "a small file, for comparison"
ABOUT = """# Search speed

Made by `benchmarks/search_speed.py` out of `speed.json`, which it writes; do not edit.
Milliseconds: of half of the answers (p50), of 99 in a hundred (p99), and of the processor alone,
which counts where the machine had other work. Each figure is of the quietest of two rounds. In
brackets: how many studies are found.

*Engine*: called from Python, a page of the list (25 studies, the words marked in title and
sentence) and the counts of eleven facets; what is kept from one question to the next is forgotten.
*HTTP*: the finished page from a served site, over one connection, each time for another span of
years, so that no page is kept, and of the counts only that by year, which is the same for all of
them. *FTS5*: the same studies in SQLite, 25 rows by bm25,
the number of hits, and the counts of nine facets with a single value by GROUP BY; *rows only*:
without any count. It marks no words, knows no synonyms and mends no misspelling.

"""


def write(folder: Path, result: Result) -> None:
    """Keep what was measured at this size, and make the page anew from all sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "speed.json"
    results = {r["size"]: r for r in json.loads(kept.read_text())} if kept.exists() else {}
    results[result["size"]] = result
    ordered = [results[size] for size in sorted(results)]
    kept.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
    (folder / "speed.md").write_text(page(ordered), encoding="utf-8")


def page(results: list[Result]) -> str:
    """The figures as Markdown, one table a size."""
    return ABOUT + "".join(_verdict(r) for r in results) + "".join(map(_table, results))


def _verdict(result: Result) -> str:
    """Whether the aim is met, where it applies."""
    if result["size"] != AIM_SIZE:
        return ""
    asked = {name: h for name, h in result["http"].items() if name != BARE}
    over = [f"{name} ({h['p99']:.0f} ms)" for name, h in asked.items() if h["p99"] >= AIM]
    met = f"{len(asked) - len(over)} of {len(asked)}"
    slowest = max(h["p99"] for h in asked.values())
    busy = "" if _idle(result) else " on a machine with much other work (load "
    busy += f"{result['load_before']})" if busy else ""
    return (
        f"The aim, 99 of 100 answers through HTTP under {AIM} ms at {AIM_SIZE:,} studies, is "
        f"met{busy} by {met} questions; the slowest p99 is {slowest:.0f} ms"
        + (f". Above it: {', '.join(over)}" if over else "")
        + f". The dearest answer takes {max(h['cpu'] for h in asked.values()):.0f} ms of the "
        "server's processor time.\n\n"
    )


def _idle(result: Result) -> bool:
    return bool(result["load_before"] < 0.5)


def _table(r: Result) -> str:
    busy = "idle otherwise" if _idle(r) else "shared with other work"
    parts = [
        f"## {r['size']:,} studies\n\nMeasured on {r['day']} with {r['cores']} cores, {busy} (load "
        f"{r['load_before']} before). The index: {r['index_mb']:,} MB, {r['made']}. "
        f"FTS5: {_megabytes(r)}.\n\n"
        "| asked for | engine p50 | p99 | processor | HTTP p50 | p99 | server's processor "
        "| FTS5 finds | FTS5 p50 | p99 | processor | FTS5 rows only p50 | p99 | processor |\n"
        "|---|" + "---|" * 13 + "\n"
    ]
    bare = r["http"][BARE]
    parts.append(f"| a small file | | | | {bare['p50']} | {bare['p99']} |" + " |" * 8 + "\n")
    none = {"p50": "", "p99": "", "cpu": "", "hits": ""}
    for name, e in r["engine"].items():
        f, rows = (r.get(key, {}).get(name, none) for key in ("fts5", "fts5_rows"))
        cells = [f"{name} ({e['hits']:,})"]
        for figures in (e, r["http"][name], f, rows):
            if figures is f:
                cells.append(f"{f['hits']:,}" if f["hits"] != "" else "")
            cells += [str(figures[key]) for key in ("p50", "p99", "cpu")]
        parts.append(f"| {' | '.join(cells)} |\n")
    return "".join(parts) + "\n"


def _megabytes(result: Result) -> str:
    return f"{result['fts5_mb']:,} MB" if "fts5_mb" in result else "not measured at this size"

"""Whether readers find what they look for, beside SQLite's FTS5 and a plain LIKE.

`python -m benchmarks.search.quality DATA/mecfs [--home DIR] [--show] [--write docs/search]`.
The queries and what they should find were written down before the search was asked any of them:
sixty in `queries.toml` before it was built, forty in `unseen_queries.toml` a day later. Changes
were made after looking at what either missed; `first_asked.json` keeps what was found before them.
Twenty in `later_queries.toml` are a check of those changes: none was made for them. All
three look in the same 1,197 records: title, abstract, authors, journal, year, PMID.
FTS5 has its Porter stemmer, folds diacritics, and asks for every word; ranks by bm25 with the
title counting four times. LIKE is what the site did before: every word somewhere in the title,
authors, journal and numbers, newest first.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sqlite3
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
AT = (1, 5, 10)
Ask = Callable[[str], list[str]]


SETS = {
    "queries": "The first sixty",
    "unseen_queries": "Forty more, as typed on a phone",
    "later_queries": "Twenty more, written after all changes; nothing was changed for them",
}


def queries(name: str) -> list[dict[str, object]]:
    """The queries of one set: kind, text, and the PMIDs that each should find."""
    return list(tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["queries"])


def build(data: Path, home: Path) -> None:
    """The atlas of all records of DATA/mecfs, unless it is there already."""
    from evidence_atlas.commands.build import load_condition, run_build
    from evidence_atlas.commands.home import open_home

    files = [data / f for f in ("records_dev.jsonl", "records_unlabelled.jsonl",
                                "longcovid_records.jsonl.gz")]  # fmt: skip
    found = open_home(home)
    run_build(found, files, command="search quality", condition=load_condition("mecfs"),
              workers=1, keep_off_topic=True)  # fmt: skip


def ours(home: Path) -> Ask:
    """The atlas's own search."""
    from evidence_atlas.conditions import load, load_synonyms
    from evidence_atlas.publishing import catalogue
    from evidence_atlas.publishing.listing import Filters
    from evidence_atlas.publishing.search import find, index

    current = catalogue.current()
    assert current is not None
    engine = index.opened(home, current.digest, load_synonyms("mecfs", load("mecfs")))

    def ask(text: str) -> list[str]:
        slug = find.direct(engine, text)
        if slug is not None:
            study = catalogue.study(slug)
            return [study.record.pmid or ""]  # type: ignore[union-attr]
        found = find.find(engine, Filters(words=text), order="best", per_page=max(AT))
        return [e.pmid or "" for e in found.listing.entries]

    return ask


def like(text: str) -> list[str]:
    """What the list of studies did before: every word somewhere in a few fields."""
    from evidence_atlas.publishing import catalogue
    from evidence_atlas.publishing.listing import Filters

    found = catalogue.listing(Filters(words=text), per_page=max(AT))
    return [e.pmid or "" for e in found.entries]


def fts5() -> Ask:
    """SQLite's full-text search over the same records."""
    from evidence_atlas.publishing.columns import author_name
    from evidence_atlas.records import PublishedStudy, from_json
    from evidence_atlas.store.models import CurrentEdition

    db = sqlite3.connect(":memory:")
    db.execute(
        "create virtual table t using fts5(pmid, title, abstract, rest, "
        "tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    entries = CurrentEdition.objects.get().edition.entries.select_related("page")
    for entry in entries.iterator(200):
        record = from_json(bytes(entry.page.payload), PublishedStudy).record
        names = " ".join(f"{a.fore or ''} {author_name(a)}" for a in record.authors)
        words = " ".join(k.text for k in record.keywords)
        abstract = "\n".join(s.text for s in record.abstract)
        rest = f"{names} {record.journal.title} {record.year} {record.doi} {words}"
        db.execute("insert into t values (?,?,?,?)", (record.pmid, record.title, abstract, rest))

    def ask(text: str) -> list[str]:
        words = [f'"{w}"' for w in re.findall(r"\w+", text)]
        found = db.execute(
            "select pmid from t where t match ? order by bm25(t, 1, 4, 1, 1) limit ?",
            (" ".join(words), max(AT)),
        )
        return [p or "" for (p,) in found]

    return ask


def measure(ask: Ask, name: str) -> tuple[dict[str, list[int]], list[str]]:
    """The rank of the first right study for each query, by kind (0: none), and the misses."""
    ranks: dict[str, list[int]] = defaultdict(list)
    missed = []
    for query in queries(name):
        wanted = {str(n) for n in query["find"]}  # type: ignore[attr-defined]
        found = ask(str(query["text"]))
        rank = next((at for at, pmid in enumerate(found, 1) if pmid in wanted), 0)
        ranks[str(query["kind"])].append(rank)
        if rank != 1:
            missed.append(f"{query['text']!r}: first right at {rank or 'none'}, of {len(found)}")
    return ranks, missed


def share(ranks: list[int], at: int) -> str:
    good = sum(0 < r <= at for r in ranks)
    return f"{good} of {len(ranks)}"


def table(found: dict[str, dict[str, list[int]]]) -> str:
    """The figures as a Markdown table."""
    lines = ["| queries | " + " | ".join(f"{name}, first {k}" for name in found for k in AT) + " |"]
    lines.append("|---|" + "---|" * (len(found) * len(AT)))
    kinds = list(next(iter(found.values())))
    for kind in [*kinds, "all"]:
        cells = []
        for ranks in found.values():
            these = [r for v in ranks.values() for r in v] if kind == "all" else ranks[kind]
            cells += [share(these, k) for k in AT]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--home", type=Path, help="keep the atlas here, or use the one that is")
    parser.add_argument("--show", action="store_true", help="say which queries miss")
    parser.add_argument("--write", type=Path, help="write the table to quality.md in this folder")
    options = parser.parse_args()
    parts = []
    with tempfile.TemporaryDirectory() as scratch:
        home = (options.home or Path(scratch)).absolute()
        os.environ["ATLAS_HOME"] = str(home)
        build(options.data, home)
        asked = {"atlas": ours(home), "FTS5": fts5(), "LIKE": like}
        before = json.loads((HERE / "first_asked.json").read_text(encoding="utf-8"))
        for name, title in SETS.items():
            found = {}
            for engine, ask in asked.items():
                found[engine], missed = measure(ask, name)
                if options.show:
                    print(f"{title}: {engine}", *missed, sep="\n  ")
            first = before[name]
            parts.append(
                f"## {title}\n\n{table(found)}\nWhen they were first asked, before any change that "
                f"they led to, a right study was the first in {first[0]} of {len(queries(name))}, "
                f"among the first five in {first[1]}, among the first ten in {first[2]}.\n"
            )
    text = "\n".join(parts)
    print(text)
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        (options.write / "quality.md").write_text(
            "# Search quality\n\nMade by `benchmarks/search/quality.py`; do not edit. In how many "
            "queries a right study is the first, among the first five, the first ten.\n\n" + text,
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()

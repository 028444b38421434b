"""The list of studies as SQLite's FTS5 would make it: the same texts, facets and questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Document = dict[str, list[Any]]
SINGLE = ("level", "certainty", "criterion", "study_type", "harms", "peer_review",
          "review_state", "record_state", "status")  # fmt: skip


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


def _narrow(asked: dict[str, str]) -> tuple[list[str], list[str]]:
    """What is asked for as conditions, with their values."""
    where: list[str] = ["1"]
    values: list[str] = []
    if "words" in asked:
        where.append("d.id in (select rowid from t where t match ?)")
        values.append(asked["words"])
    if "level" in asked:
        where.append("d.level = ?")
        values.append(asked["level"])
    if "who" in asked:
        where.append("d.who like ?")
        values.append(f"%{asked['who']}%")
    return where, values


def ask_fts5(db: sqlite3.Connection, asked: dict[str, str], counts: bool) -> None:
    """The page of the list as SQL."""
    where, values = _narrow(asked)
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


def held_fts5(db: sqlite3.Connection, asked: dict[str, str]) -> int:
    """How many studies it finds."""
    where, values = _narrow(asked)
    return int(
        db.execute(f"select count(*) from d where {' and '.join(where)}", values).fetchone()[0]
    )

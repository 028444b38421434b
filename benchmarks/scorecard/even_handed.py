"""One rule for all sides: the name of a treatment or measure is swapped, and nothing else changes.

In 200 real abstracts the treatment, and in 200 others or the same the measure, that is named most
often is put under another name, the rest of the text, and so the facts of blinding, left as they
are. No grade may change, nor any word of the page. It is asked of names that the program's tables
know, of names that stand in none, and of both together: a name that is known must be told no
otherwise than one that is not.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.together import Written, alone

from evidence_atlas.records import Record
from evidence_atlas.sources import read_file

from .even_names import KNOWN, SWAPPED, Kinds, as_printed, outside, put_for
from .even_words import first_difference, tells_alike, words
from .figures import Figure, Section, share
from .sources import condition, lines, record_of

MOST = 200
"""So many abstracts for treatments, and as many for measures."""
GRADES = ("study_type", "level", "certainty", "peer_review", "case_definition_quality")
Row = dict[str, str]
Version = tuple[tuple[object, ...], tuple[str, ...]]
"""The grades of an abstract under one name, and the sentences of its page."""


@dataclass(frozen=True)
class Told:
    """One abstract under every name: those of the program's tables, and those of none."""

    title: str
    known: tuple[Version, ...]
    outside: tuple[Version, ...]


def measure(data: Path) -> Section:
    """The share of swaps under which every grade and every word stays."""
    figures: list[Figure] = []
    errors: list[dict[str, object]] = []
    rows = list(_all(data))
    for of in SWAPPED:
        told = under_every_name(of, chosen(rows, of))
        for names, versions in (
            (f"{of} swapped", [(t, t.known) for t in told]),
            (f"{of} swapped, names of no table", [(t, t.outside) for t in told]),
            (f"{of} swapped, known for unknown", [(t, (*t.known, *t.outside)) for t in told]),
        ):
            figures += _figures(names, [v for _, v in versions])
            errors += [e for t, v in versions if (e := _error(names, t.title, v))]
    return Section(
        key="even_handed",
        title="The same grades and words for all sides",
        data=f"{MOST} abstracts for treatments and {MOST} for measures, of trials and of ME/CFS "
        "and long COVID, names swapped",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=_NOTES,
    )


_NOTES = (
    f"Treatments are called {', '.join(n for k in KNOWN['treatments'] for n in k)} in turn; a "
    f"measure by the first of {', '.join(KNOWN['measures'][0])}, and by the first of "
    f"{', '.join(KNOWN['measures'][1])}. A name that the text has already, for another thing, is "
    "not put in: two treatments, or two measures, under one name would be another study. In a "
    "trial that reports nothing but what was measured in the body, the design's step for surrogate "
    "outcomes rightly tells the two apart.",
    "Names of no table are those of benchmarks/scorecard/outside_names.toml: each abstract takes "
    "a drug, a psychotherapy, an exercise programme and a pacing programme, or an immune and a "
    "psychological measure of the same form, that the program was never taught. Known for unknown: "
    "the pages under all of these names, known or not, are the same.",
)


def _figures(name: str, versions: list[tuple[Version, ...]]) -> list[Figure]:
    n = len(versions)
    graded = sum(len({grades for grades, _ in v}) == 1 for v in versions)
    steady = sum(_steady(v) for v in versions)
    alike = sum(len({told for _, told in v}) == 1 for v in versions)
    return [
        share(name, graded, n, at_least=1.0),
        share(f"{name}: the same verbs, hedges and order", steady, n),
        share(f"{name}: the same page, word for word", alike, n),
    ]


def _steady(versions: tuple[Version, ...]) -> bool:
    return all(tells_alike(versions[0][1], told) for _, told in versions[1:])


def _error(names: str, title: str, versions: tuple[Version, ...]) -> dict[str, object] | None:
    grades = [list(g) for g, _ in versions]
    if any(g != grades[0] for g in grades):
        return {"names": names, "title": title, "grades": grades}
    if len({told for _, told in versions}) == 1:
        return None
    words_told = first_difference([told for _, told in versions])
    return {"names": names, "title": title, "words": words_told, "steady": _steady(versions)}


def under_every_name(of: str, rows: list[tuple[int, Row]]) -> list[Told]:
    """Each row read, graded and written under every name, two or more at a time."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(_told, [of] * len(rows), rows, chunksize=4))


def _told(of: str, placed: tuple[int, Row]) -> Told:
    at, row = placed
    return Told(row["title"], _versions(row, of, KNOWN[of]), _versions(row, of, outside(of, at)))


def _versions(row: Row, of: str, kinds: Kinds) -> tuple[Version, ...]:
    made = {n: alone(record_of(v), condition()) for n, v in swapped(row, of, kinds).items()}
    return tuple((_grades(one), words(one.page, name)) for name, one in made.items())


def chosen(rows: list[Row], of: str) -> list[tuple[int, Row]]:
    """The first rows in which a name can be swapped for two of each sort, with their places."""
    found: list[tuple[int, Row]] = []
    for row in rows:
        named = SWAPPED[of].findall(_text(row))
        if len(found) == MOST or len(named) < 2 or _shortened(row, named):
            continue
        at = len(found)
        if all(len(swapped(row, of, kinds)) > 1 for kinds in (KNOWN[of], outside(of, at))):
            found.append((at, row))
    return found


def _text(row: Row) -> str:
    return f"{row['title']} {row['abstract']}"


def _shortened(row: Row, named: list[str]) -> bool:
    """Whether a bracket shortens a longer name that begins with one of these: "X fumarate (XF)".

    Under another name the letters would be those of nothing, and the text another.
    """
    return any(
        re.search(
            rf"\b{re.escape(name)}(?: [a-z]+){{1,3}} \((?-i:{name[0].upper()}[A-Z]+)\)",
            _text(row), re.IGNORECASE,
        )
        for name in {n.lower() for n in named}
    )  # fmt: skip


def _all(data: Path) -> Iterator[Row]:
    for file in ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz"):
        for row in lines(data / "mecfs" / file):
            yield {"title": row["title"] or "", "abstract": row.get("abstract") or ""}
    for row in lines(data / "trial_outcomes" / "article_abstracts.jsonl.gz"):
        parts = [f"{p['label']}: {p['text']}" for p in row["abstract_parts"]]
        yield {"title": row["title"] or "", "abstract": "\n".join(parts)}
    for item in read_file(data / "rct" / "rct_medline.nbib"):
        if isinstance(item, Record):
            yield {"title": item.title, "abstract": "\n".join(s.text for s in item.abstract)}


def swapped(row: Row, of: str, kinds: Kinds) -> dict[str, Row]:
    """The text under one name of each kind, the first that it has for nothing else."""
    names = Counter(m.lower() for m in SWAPPED[of].findall(_text(row)))
    most = names.most_common(1)[0][0]
    name = re.compile(rf"\b{re.escape(most)}\b", re.IGNORECASE)
    rest = name.sub(" ", _text(row))
    free = ([k for k, p in kind.items() if not re.search(p, rest, re.IGNORECASE)] for kind in kinds)
    return {
        found[0]: {key: _put(name, put_for(found[0], most), value) for key, value in row.items()}
        for found in free
        if found
    }


def _put(name: re.Pattern[str], put: str, text: str) -> str:
    return name.sub(lambda m: as_printed(put, m[0]), text)


def _grades(one: Written) -> tuple[object, ...]:
    key = condition().criterion
    return tuple(one.grades.value(g) for g in (*GRADES, *([key.key] if key else [])))

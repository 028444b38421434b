"""Whether the Quick Summary tells the study's main result: real abstracts.

`benchmarks/labels/main_results.jsonl` names, for each text, the sentences that carry the main
result (the main outcome's comparison, a null included, or its restatement by the authors) and
which way it points; none where a paper reports no results. A Quick Summary tells it where one of
its findings rests on one of these sentences and points that way, or gives the authors' conclusion
in such a sentence as theirs. Errors are listed, and may be looked at, for the odd lines of the
file only; the even lines are only ever scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.gate.pages import Study, written

from evidence_atlas.records import QuoteSupport, Record, Result, Statement

from .figures import Figure, Section, share
from .sources import LABELS, condition, key_of, lines, record_of, short

Told = Literal["main", "wrong way", "side", "nothing", "no results told", "a finding told"]
_FILES = ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz")
_UP, _DOWN = ("increase", "higher", "association"), ("decrease", "lower", "association")
_FITS: dict[str, Callable[[Result], bool]] = {
    "up": lambda r: r.direction in (*_UP, "mixed", "descriptive"),
    "down": lambda r: r.direction in (*_DOWN, "mixed", "descriptive"),
    "better": lambda r: not r.is_null and r.better_or_worse != "worse",
    "none": lambda r: r.is_null,
    "nolink": lambda r: r.is_null,
    "link": lambda r: not r.is_null,
    "described": lambda r: not r.is_null,
    "mixed": lambda r: True,
}
"""Which readings of a result agree with a labelled direction: what is only described is no
wrong way, and a change is told by its own words."""


@dataclass(frozen=True)
class Label:
    """One text's main result: its sentences with their directions, by its place in the file."""

    place: int
    key: str
    of: str
    main: dict[int, str]

    @property
    def half(self) -> str:
        return "odd" if self.place % 2 else "even"


def labels(of: str) -> list[Label]:
    """The labels of the samples or of the real abstracts; places are counted from one."""
    return [
        Label(
            place, row["key"], row["of"], {m["sentence"]: m["direction"] for m in row["main"]}
        )
        for place, row in enumerate(lines(LABELS / "main_results.jsonl"), 1)
        if row["of"] == of
    ]  # fmt: skip


def findings(study: Study) -> list[Statement]:
    """The sentences of Quick that tell a finding, or the authors' conclusion as theirs."""
    return [
        s
        for s in study.page.statements()
        if s.section == "quick_summary"
        and any(a.startswith(("results.", "conclusions.", "sentences.")) for a in s.about)
    ]


def told(study: Study, main: dict[int, str]) -> Told:
    """What Quick tells of the main result."""
    said = findings(study)
    results = [
        study.reading.results[int(a.split(".")[1])]
        for s in said
        for a in s.about
        if a.startswith("results.")
    ]
    if not main:
        return "a finding told" if results else "no results told"
    held = [r for r in results if r.sentence in main]
    if any(_FITS[main[r.sentence]](r) for r in held):
        return "main"
    if any(_sentences(study, s) & main.keys() for s in said if s.voice == "authors"):
        return "main"
    return "wrong way" if held else "side" if said else "nothing"


def _sentences(study: Study, statement: Statement) -> set[int]:
    """The sentences of the abstract in which a statement's quotes stand."""
    places = [
        q.start for q in statement.support if isinstance(q, QuoteSupport) and q.field == "abstract"
    ]
    return {
        i
        for i, s in enumerate(study.reading.sentences)
        if any(s.start <= place < s.end for place in places)
    }


def section(key: str, title: str, data: str, pairs: Iterable[tuple[Label, Record]]) -> Section:
    """The figures over labelled records, all and by halves."""
    read = [(label, written(record, condition())) for label, record in pairs]
    found = [(label, told(study, label.main), study) for label, study in read]
    figures: list[Figure] = []
    for half in ("all", "odd", "even"):
        figures += _figures(half, [(b, t) for b, t, _ in found if half in ("all", b.half)])
    errors = tuple(
        _error(label, what, study)
        for label, what, study in found
        if label.half == "odd" and what not in ("main", "no results told")
    )
    return Section(
        key=key,
        title=title,
        data=data,
        figures=tuple(figures),
        errors=errors,
        notes=(
            "The labels were made with a language model before the program's pages were looked "
            "at. Rules were written with the errors of the odd half in view; those of the even "
            "half were only scored.",
        ),
    )


def _figures(half: str, held: list[tuple[Label, Told]]) -> list[Figure]:
    with_main = [t for label, t in held if label.main]
    without = [t for label, t in held if not label.main]
    n = len(with_main)

    def counted(*names: str) -> int:
        return sum(t in names for t in with_main)

    figures = [
        share(f"{half}: Quick tells the main result", counted("main"), n, at_least=0.9),
        share(
            f"{half}: Quick tells no side result alone, nor a wrong way",
            n - counted("side", "wrong way"), n,
        ),
        share(f"{half}: Quick tells a finding", n - counted("nothing"), n),
    ]  # fmt: skip
    if without:  # A set whose every text has results says nothing of those that have none.
        name = f"{half}: no finding told where there is none"
        found = without.count("no results told")
        figures.append(share(name, found, len(without), at_least=1.0))
    return figures


def _error(label: Label, what: Told, study: Study) -> dict[str, object]:
    return {
        "key": label.key,
        "told": what,
        "main": sorted(label.main),
        "quick": [short(s.text) for s in findings(study)],
    }


def measure(data: Path) -> Section:
    """The main result in Quick of the labelled development and further records."""
    return of_records(data, "mecfs", "main_results", "The main result in Quick")


def of_records(data: Path, of: str, key: str, title: str) -> Section:
    """The main result in Quick of the stored records whose labels are `of` so."""
    rows: dict[str, dict[str, Any]] = {}
    for name in _FILES:
        rows |= {key_of(row): row for row in lines(data / "mecfs" / name)}
    pairs = [(b, record_of(rows[b.key])) for b in labels(of) if b.key in rows]
    about = f"{len(pairs)} abstracts of the development data, labels made with a language model"
    return section(key, title, about, pairs)

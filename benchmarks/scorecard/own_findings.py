"""Findings and directions on abstracts labelled anew, beside the long-COVID ones.

71 abstracts that report results and stood in no label file: 7 of long COVID, 64 of CoronaCentral's
papers on people. Rules were written with the errors of the `looked at` in view; the
`only scored` tell what the rules do elsewhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evidence_atlas.reading import read

from .directions import coarse
from .figures import Figure, Section, share
from .findings import paired
from .sources import LABELS, condition, key_of, lines, record_of
from .unseen import FILES

HALVES = ("only scored", "looked at")
_CORONA = ("study_type", "corona_ml_studytype.jsonl.gz")


def measure(data: Path) -> Section:
    """Findings found, and whether each points where the label says, for each half."""
    rows = {key_of(row): row for row in _papers(data)}
    figures: list[Figure] = []
    for half in HALVES:
        found: list[bool] = []
        right: list[bool] = []
        for label in lines(LABELS / "findings.jsonl"):
            if label["half"] == half:
                _score(rows[label["key"]], label, found, right)
        figures.append(share(f"{half}: findings found", sum(found), len(found), at_least=0.85))
        figures.append(share(f"{half}: direction", sum(right), len(right), at_least=0.9))
    return Section(
        key="own_findings",
        title="Findings and directions on abstracts labelled anew",
        data="71 abstracts in no other label file; labels of this project (language model)",
        figures=tuple(figures),
        notes=("The labels were made by the writer of the rules, before the reader was run.",),
    )


def _papers(data: Path) -> list[dict[str, Any]]:
    papers = [row for file in FILES for row in lines(data / "mecfs" / file)]
    corona = lines(data.joinpath(*_CORONA))
    return papers + [{**row, "pmid": row.get("pubmed_id")} for row in corona if row.get("title")]


def _score(
    row: dict[str, Any], label: dict[str, Any], found: list[bool], right: list[bool]
) -> None:
    reading = read(record_of(row), condition())
    findings = [{"quote": row["abstract"][f["start"] : f["end"]], **f} for f in label["findings"]]
    pairs = paired(findings, reading)
    for i, finding in enumerate(findings):
        found.append(i in pairs)
        if i in pairs and finding["direction"] != "descriptive":
            way = reading.results[pairs[i]].direction
            right.append(coarse(way) == coarse(finding["direction"]))

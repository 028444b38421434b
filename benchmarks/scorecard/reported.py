"""Study type, findings and directions on abstracts labelled when the rules were thought finished.

185 abstracts of ME/CFS and long COVID whose study type and results stood in no label file
(`benchmarks/labels/reported.jsonl`), labelled before the program was looked at. Errors of the half
`looked at` were seen by who wrote the rules that followed; the other half is only ever scored.
"""

from __future__ import annotations

from pathlib import Path

from .figures import Section
from .halves import Halves
from .sources import LABELS, condition, key_of, lines, record_of
from .unseen import COUNTS, FILES, answers


def measure(data: Path) -> Section:
    """Study type, findings found and their directions, each half apart."""
    rows = {key_of(row): row for file in FILES for row in lines(data / "mecfs" / file)}
    halves = Halves()
    for label in lines(LABELS / "reported.jsonl"):
        row = rows[label["key"]]
        findings = [
            {"quote": row["abstract"][f["start"] : f["end"]], **f} for f in label["findings"]
        ]
        # Of people these labels say nothing: other files do.
        of_results = {**label, "n": {}, "unsure": COUNTS}
        found, _, told = answers(of_results, record_of(row), condition(), findings)
        halves.note(label["of"], found, key=label["key"], type=told)
    return halves.section(
        "reported",
        "What is reported, on abstracts labelled last",
        "185 abstracts of ME/CFS and long COVID; labels of this project (language model)",
    )

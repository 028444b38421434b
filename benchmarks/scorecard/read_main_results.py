"""Whether the Quick Summary tells the study's main result: abstracts of pages that were read.

120 records, nearly all of long COVID, whose pages were read line by line against their abstracts.
Where a reader found the main result missing, the label says which sentences hold it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .figures import Section
from .main_results import labels, section
from .sources import key_of, lines, record_of

_FILES = ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz")


def measure(data: Path) -> Section:
    """The main result in Quick of the records whose pages were read."""
    rows: dict[str, dict[str, Any]] = {}
    for name in _FILES:
        rows |= {key_of(row): row for row in lines(data / "mecfs" / name)}
    pairs = [(label, record_of(rows[label.key])) for label in labels("read") if label.key in rows]
    return section(
        "read_main_results",
        "The main result in Quick, on pages that were read",
        f"{len(pairs)} abstracts of the development data, labels made with a language model",
        pairs,
    )

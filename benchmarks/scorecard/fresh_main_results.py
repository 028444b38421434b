"""Whether Quick tells the main result: 60 abstracts labelled before their pages were seen.

Drawn at random from the records that stand in no list of pages read and under no label kept
unseen. Title, aim, results and conclusion were read first, the pages afterwards.
"""

from __future__ import annotations

from pathlib import Path

from .figures import Section
from .main_results import of_records


def measure(data: Path) -> Section:
    """The main result in Quick of the records labelled last."""
    title = "The main result in Quick, on abstracts labelled last"
    return of_records(data, "fresh", "fresh_main_results", title)

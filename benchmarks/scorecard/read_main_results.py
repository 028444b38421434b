"""Whether the Quick Summary tells the study's main result: abstracts of pages that were read.

120 records, nearly all of long COVID, whose pages were read line by line against their abstracts.
Where a reader found the main result missing, the label says which sentences hold it.
"""

from __future__ import annotations

from pathlib import Path

from .figures import Section
from .main_results import of_records


def measure(data: Path) -> Section:
    """The main result in Quick of the records whose pages were read."""
    title = "The main result in Quick, on pages that were read"
    return of_records(data, "read", "read_main_results", title)

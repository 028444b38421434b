"""The research approach and the disease context on the project's own examples.

`benchmarks/examples/badges.jsonl`, written by the writer of the rules: what no change may lose.
"""

from __future__ import annotations

from pathlib import Path

from .badges import scored
from .figures import Section
from .sources import EXAMPLES, lines, record_of


def measure(data: Path) -> Section:
    """The share of right badges."""
    rows = list(lines(EXAMPLES / "badges.jsonl"))
    figures, errors = scored("own", [(record_of(row), row) for row in rows])
    return Section(
        key="own_badges",
        title="Research approach and disease context on our own examples",
        data=f"{len(rows)} examples, all seen",
        figures=tuple(figures),
        errors=tuple(errors),
    )

"""Everything at once on studies retold in other words: does the reading hold for new texts?

The texts are this project's own (`benchmarks/examples/retold.jsonl`): each is modelled on a real
study and tells it with other sentences and other numbers. They were written, and labelled by the
same guide as the real ones, without sight of the program. Errors of some were looked at; the
others are only ever scored.
"""

from __future__ import annotations

from pathlib import Path

from .figures import Section
from .halves import Halves
from .sources import EXAMPLES, condition, lines, record_of
from .unseen import COUNTS, answers


def measure(data: Path | None = None) -> Section:
    """Study type, counts, findings and directions of both parts; no folder of data is needed."""
    halves = Halves()
    for label in lines(EXAMPLES / "retold.jsonl"):
        found, reading, told = answers(label, record_of(label), condition(), label["findings"])
        people = {n: getattr(reading.participants, n) for n in COUNTS}
        halves.note(
            label["half"], found, id=label["key"], type=told, people=people, labelled=label["n"]
        )
    return halves.section(
        "retold",
        "On studies retold in other words",
        "texts of our own, each modelled on a real study; labels made with a language model",
    )

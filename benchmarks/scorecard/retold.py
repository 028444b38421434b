"""Everything at once on studies retold in other words: does the reading hold for new texts?

The texts are this project's own (`benchmarks/examples/retold.jsonl`): each is modelled on a real
study and tells it with other sentences and other numbers. They were written, and labelled by the
same guide as the real ones, without sight of the program. Errors of some were looked at; the
others are only ever scored.
"""

from __future__ import annotations

from pathlib import Path

from .figures import Section, share
from .sources import EXAMPLES, condition, lines, record_of
from .unseen import AIMS, COUNTS, answers


def measure(data: Path | None = None) -> Section:
    """Study type, counts, findings and directions of both parts; no folder of data is needed."""
    right: dict[str, list[bool]] = {}
    errors: list[dict[str, object]] = []
    for label in lines(EXAMPLES / "retold.jsonl"):
        found, reading, told = answers(label, record_of(label), condition(), label["findings"])
        for name, ok in found:
            right.setdefault(f"{label['half']}: {name}", []).append(ok)
            if not ok and label["half"] == "looked at":
                people = {n: getattr(reading.participants, n) for n in COUNTS}
                errors.append(
                    {
                        "id": label["key"], "wrong": name, "type": told, "people": people,
                        "labelled": label["n"],
                    }
                )  # fmt: skip
    return Section(
        key="retold",
        title="On studies retold in other words",
        data="texts of our own, each modelled on a real study; labels made with a language model",
        figures=tuple(
            share(name, sum(found), len(found), at_least=AIMS.get(name.split(": ")[1]))
            for name, found in sorted(right.items())
        ),
        errors=tuple(errors),
        notes=("Errors are listed of those that were looked at.",),
    )

"""Everything at once on studies retold in other words: does the reading hold for new texts?

The texts are this project's own (`benchmarks/examples/retold.jsonl`): each is modelled on a real
study and tells it with other sentences and other numbers. They were written, and labelled by the
same guide as the real ones, without sight of the program. Errors of some were looked at; the
others are only ever scored.
"""

from __future__ import annotations

from pathlib import Path

from evidence_atlas.grading import grade
from evidence_atlas.reading import read

from .directions import coarse
from .figures import Figure, Section, share
from .findings import is_review, paired
from .sources import EXAMPLES, accepted_types, condition, lines, record_of
from .unseen import AIMS

COUNTS = ("total", "patients", "controls")


def measure(data: Path | None = None) -> Section:
    """Study type, counts, findings and directions of both parts; no folder of data is needed."""
    right: dict[str, list[bool]] = {}
    errors: list[dict[str, object]] = []
    for label in lines(EXAMPLES / "retold.jsonl"):
        looked_at = label["half"] == "looked at"

        def note(name: str, ok: bool, half: str = label["half"]) -> None:
            right.setdefault(f"{half}: {name}", []).append(ok)

        record = record_of(label)
        reading = read(record, condition())
        for name in COUNTS:
            want, got = label["n"].get(name), getattr(reading.participants, name)
            got = reading.participants.planned if name == "total" and got is None else got
            note(name if want is not None else "not stated and none invented", want == got)
            if looked_at and want != got:
                errors.append({"id": label["key"], "count": name, "wanted": want, "got": got})
        got = grade(record, reading, condition()).value("study_type")
        note("study type", got in accepted_types(label))
        if looked_at and got not in accepted_types(label):
            errors.append({"id": label["key"], "type": got, "wanted": label["design"]})
        if is_review(label):
            continue
        pairs = paired(label["findings"], reading)
        for i, finding in enumerate(label["findings"]):
            note("findings found", i in pairs)
            if i in pairs and finding["direction"] != "descriptive":
                way = reading.results[pairs[i]].direction
                note("direction", coarse(way) == coarse(finding["direction"]))
    return Section(
        key="retold",
        title="On studies retold in other words",
        data="texts of our own, each modelled on a real study; labels made with a language model",
        figures=tuple(_figure(name, found) for name, found in sorted(right.items())),
        errors=tuple(errors),
        notes=("Errors are listed of those that were looked at.",),
    )


def _figure(name: str, right: list[bool]) -> Figure:
    return share(name, sum(right), len(right), at_least=AIMS.get(name.split(": ")[1]))

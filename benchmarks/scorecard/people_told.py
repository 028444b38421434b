"""Who was counted, in short texts of our own that each tell it in another way.

`benchmarks/examples/people_told.jsonl` (268): title and a few sentences each, written and labelled
before its writer had read any rule on people: numbers in words, pairs, halves, "the rest", "as
many", flows of people, surveys, plans, reviews, and numbers of things that are no people.
`unsure` is what two careful readers would count differently. Halves by lot; errors of those looked
at may be seen, those of the others never. Some name their own `illness`; others have the atlas's.
"""

from __future__ import annotations

from pathlib import Path

from evidence_atlas.reading import read

from .counts_of_lots import Tally
from .elsewhere import named
from .figures import Section
from .people import AT_LEAST, FIELDS
from .sources import EXAMPLES, condition, lines, record_of


def measure(data: Path | None = None) -> Section:
    """Total, patients, controls, and of reviews their studies; no folder of data is needed."""
    tally = Tally()
    for label in lines(EXAMPLES / "people_told.jsonl"):
        illness = named(tuple(label["illness"])) if "illness" in label else condition()
        people = read(record_of(label), illness).participants
        half = label["half"]
        names = FIELDS if "studies" in label["n"] else AT_LEAST
        tally.add(label, people, names, lot=half, looked_at=half == "looked at")
    return Section(
        key="people_told",
        title="How many people, in short texts that each tell it in another way",
        data="268 texts of our own; labels made with a language model",
        figures=tally.figures(),
        errors=tuple(tally.errors),
        notes=("Errors are listed of those that were looked at.",),
    )

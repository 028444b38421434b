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

from .elsewhere import named
from .figures import Section, share
from .people import AT_LEAST, FIELDS
from .sources import EXAMPLES, condition, lines, record_of


def measure(data: Path | None = None) -> Section:
    """Total, patients, controls, and of reviews their studies; no folder of data is needed."""
    tally: dict[str, list[bool]] = {}
    errors: list[dict[str, object]] = []
    for label in lines(EXAMPLES / "people_told.jsonl"):
        illness = named(tuple(label["illness"])) if "illness" in label else condition()
        people = read(record_of(label), illness).participants
        for name in FIELDS if "studies" in label["n"] else AT_LEAST:
            if name in label["unsure"]:
                continue
            want, got = label["n"].get(name), getattr(people, name)
            if name == "total" and got is None:
                got = people.planned
            what = f"{name}: right where stated" if want is not None else "none invented"
            tally.setdefault(f"{label['half']}: {what}", []).append(want == got)
            if want != got and label["half"] == "looked at":
                errors.append({"id": label["key"], "count": name, "wanted": want, "got": got})
    return Section(
        key="people_told",
        title="How many people, in short texts that each tell it in another way",
        data="268 texts of our own; labels made with a language model",
        figures=tuple(share(name, sum(r), len(r)) for name, r in sorted(tally.items())),
        errors=tuple(errors),
        notes=("Errors are listed of those that were looked at.",),
    )

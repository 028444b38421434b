"""Who was counted, in abstracts of other illnesses: does the reading hold for new texts?

The labels are this project's own (`benchmarks/labels/people_elsewhere.jsonl`, the fourth lot in
`people_elsewhere_later.jsonl`, the fifth in `people_last.jsonl`); the abstracts are looked up in
the folder of real records. Errors of one half were looked at; those of the other are only ever
scored. From the second lot on, a text is read with the names of its own illness in the place of
the atlas's; from the third on, reviews have their studies and the people in them counted.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from evidence_atlas.reading import read

from .elsewhere import named
from .figures import Figure, Section, share
from .people import AT_LEAST, FIELDS
from .sources import LABELS, condition, lines, record_of, rows_of

_OF_REVIEWS = {"studies", "participants_in_studies"}
_COUNTS_STUDIES = 3
"""From this lot on, reviews are scored on what only reviews count."""
_FILES = ("people_elsewhere.jsonl", "people_elsewhere_later.jsonl", "people_last.jsonl")


def measure(data: Path) -> Section:
    """Total, patients and controls; nothing that the label calls unsure is scored."""
    rows = rows_of(data)
    tally: dict[str, list[bool]] = {}
    errors: list[dict[str, object]] = []
    for label in chain.from_iterable(lines(LABELS / name) for name in _FILES):
        half = label["errors"]
        lot = f"lot {label['lot']}, {half}" if "lot" in label else half
        illness = named(tuple(label["illness"])) if "illness" in label else condition()
        people = read(record_of(rows[label["key"]]), illness).participants
        is_review = _OF_REVIEWS & {*label["n"], *label["unsure"]}
        for name in FIELDS if is_review and label.get("lot", 0) >= _COUNTS_STUDIES else AT_LEAST:
            if name in label["unsure"]:
                continue
            want, got = label["n"].get(name), getattr(people, name)
            if name == "total" and got is None:
                got = people.planned
            what = f"{name}: right where stated" if want is not None else "none invented"
            tally.setdefault(f"{lot}: {what}", []).append(want == got)
            if want != got and half == "looked at":
                errors.append({"id": label["key"], "count": name, "wanted": want, "got": got})
    return Section(
        key="people_elsewhere",
        title="How many people, in abstracts of other illnesses",
        data="676 abstracts of COVID-19 and all medicine; this project's labels (language model)",
        figures=tuple(_figure(name, right) for name, right in sorted(tally.items())),
        errors=tuple(errors),
        notes=("Errors are listed of the half that was looked at.",),
    )


def _figure(name: str, right: list[bool]) -> Figure:
    return share(name, sum(right), len(right))

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

from .counts_of_lots import Tally
from .elsewhere import named
from .figures import Section
from .people import AT_LEAST, FIELDS
from .sources import LABELS, condition, lines, record_of, rows_of

_OF_REVIEWS = {"studies", "participants_in_studies"}
_COUNTS_STUDIES = 3
"""From this lot on, reviews are scored on what only reviews count."""
_FILES = ("people_elsewhere.jsonl", "people_elsewhere_later.jsonl", "people_last.jsonl")


def measure(data: Path) -> Section:
    """Total, patients and controls; nothing that the label calls unsure is scored."""
    rows = rows_of(data)
    tally = Tally()
    for label in chain.from_iterable(lines(LABELS / name) for name in _FILES):
        half = label["errors"]
        lot = f"lot {label['lot']}, {half}" if "lot" in label else half
        illness = named(tuple(label["illness"])) if "illness" in label else condition()
        people = read(record_of(rows[label["key"]]), illness).participants
        is_review = _OF_REVIEWS & {*label["n"], *label["unsure"]}
        names = FIELDS if is_review and label.get("lot", 0) >= _COUNTS_STUDIES else AT_LEAST
        tally.add(label, people, names, lot=lot, looked_at=half == "looked at")
    return Section(
        key="people_elsewhere",
        title="How many people, in abstracts of other illnesses",
        data="676 abstracts of COVID-19 and all medicine; this project's labels (language model)",
        figures=tally.figures(),
        errors=tuple(tally.errors),
        notes=("Errors are listed of the half that was looked at.",),
    )

"""How many took part: total, patients and controls against the labels of 101 abstracts.

Right means the very number. `invented` counts numbers given where the label has none. A
protocol's planned number stands under the total in the labels, and is taken as one here.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from evidence_atlas.reading import read
from evidence_atlas.records import Participants

from .figures import Figure, Section, share
from .sources import condition, labelled, record_of

FIELDS = ("total", "patients", "controls", "studies", "participants_in_studies")
AT_LEAST = {"total": 0.95, "patients": 0.90, "controls": 0.90}
MAY_BE_INVENTED = 0.02


def measure(data: Path) -> Section:
    """Counts of people in the development records of the illness."""
    rows = [
        (label["key"], label["n"], read(record_of(row), condition()).participants)
        for row, label in labelled(data)
    ]
    return score(rows, "ME/CFS development labels (made with a language model), 101 abstracts")


def score(rows: list[tuple[str, dict[str, int], Participants]], data: str) -> Section:
    """Shares right where stated, and invented where not, for each kind of count."""
    tally: Counter[tuple[str, str]] = Counter()
    errors: list[dict[str, object]] = []
    for key, wanted, people in rows:
        for field in FIELDS:
            want, got = wanted.get(field), getattr(people, field)
            if field == "total" and got is None:
                got = people.planned
            tally[field, "stated" if want is not None else "silent"] += 1
            if want is not None:
                tally[field, "right"] += want == got
                tally[field, "wrong"] += got is not None and want != got
            elif got is not None:
                tally[field, "invented"] += 1
            if want != got:
                errors.append({"id": key, "count": field, "wanted": want, "got": got})
    figures: list[Figure] = []
    for field in FIELDS:
        stated, right = tally[field, "stated"], tally[field, "right"]
        most = Counter(n[field] for _, n, _ in rows if field in n).most_common(1)
        constant = most[0][1] / stated if stated else 0.0
        goal = AT_LEAST.get(field)
        figures.append(share(f"{field}: right where stated", right, stated,
                             constant=constant, at_least=goal))  # fmt: skip
        figures.append(share(f"{field}: wrong where stated", tally[field, "wrong"], stated))
    for field in FIELDS:
        figures.append(
            share(f"{field}: invented where none is stated",
                  tally[field, "invented"], tally[field, "silent"])
        )  # fmt: skip
    silent = sum(tally[f, "silent"] for f in FIELDS)
    invented = sum(tally[f, "invented"] for f in FIELDS)
    figures.append(share("all counts: nothing invented where none is stated",
                         silent - invented, silent, at_least=1 - MAY_BE_INVENTED))  # fmt: skip
    return Section(
        key="people", title="How many people", data=data, figures=tuple(figures),
        errors=tuple(errors),
        notes=("The labels were made with a language model; no number is read from them.",),
    )  # fmt: skip

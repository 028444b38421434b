"""Who was studied beside the ill: nobody, healthy people alone, or others."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading, Record

from .how_made import says

_HEALTHY = re.compile(r"\b(?:healthy|sedentary|well)\b", re.IGNORECASE)


def controls(reading: Reading) -> bool:
    """Patients were set beside people without the illness."""
    people = reading.participants
    return people.controls is not None or any(g.kind == "controls" for g in people.groups)


def only_the_ill(reading: Reading) -> bool:
    """Everybody who took part is said to have the illness."""
    people = reading.participants
    ill = people.with_illness or people.patients
    return ill is not None and ill == people.total and not controls(reading)


def healthy_alone(record: Record, reading: Reading) -> bool:
    """Those beside the patients were all healthy, and no other illness is spoken of."""
    beside = [g for g in reading.participants.groups if g.kind == "controls"]
    return (
        bool(beside)
        and all(_HEALTHY.search(g.quote.text) or _HEALTHY.search(g.name) for g in beside)
        and len(reading.conditions) <= 1
        and not says(record, "other_illness")
    )

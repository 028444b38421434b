"""Who was studied beside the ill: nobody, healthy people alone, or others."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading

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


def healthy_alone(reading: Reading) -> bool:
    """Those who are counted beside the patients were all healthy."""
    beside = [g for g in reading.participants.groups if g.kind == "controls"]
    return bool(beside) and all(
        _HEALTHY.search(g.quote.text) or _HEALTHY.search(g.name) for g in beside
    )

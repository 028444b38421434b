"""Whether a length of time that the text gives is that of the study, not of the illness."""

from __future__ import annotations

import re

from evidence_atlas.records import texts

from ..material import Material
from ..tables import table

_NOT_OF_STUDY = re.compile(table("wording.toml")["length"]["not_before"], re.IGNORECASE)
_NOT_FOLLOWED = re.compile(table("wording.toml")["length"]["not_after"], re.IGNORECASE)
_NEAR = 48


def of_the_study(m: Material, path: str) -> bool:
    """False where all that is quoted is how long people had been ill, or when they fell ill."""
    quotes = m.reading.quotes.get(path, ())
    held = texts(m.record)
    return not quotes or any(
        not _NOT_OF_STUDY.search(held[q.field][max(0, q.start - _NEAR) : q.start])
        and not _NOT_FOLLOWED.match(held[q.field][q.end : q.end + _NEAR])
        for q in quotes
        if q.field in held
    )

"""How many people a study began with, and how many stayed to the end or were counted then."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading

from ..tables import table

_WORDS: dict[str, str] = table("brief/stayed.toml")


def counted(reading: Reading) -> int | None:
    """How many people the results rest on, as far as stated."""
    p = reading.participants
    ended = (
        None if of_each_group(reading, path) else getattr(p, path)
        for path in ("analysed", "completed")
    )  # fmt: skip
    for n in (*ended, p.total, p.randomised, p.enrolled, p.patients):
        if n is not None:
            return n
    return None


def started(reading: Reading) -> int | None:
    """How many people began, as far as stated."""
    p = reading.participants
    for n in (p.randomised, p.enrolled, p.total):
        if n is not None:
            return n
    return None


def finished(reading: Reading) -> int | None:
    """How many were there at the end, where that is stated apart from the beginning."""
    path = ended(reading)
    return None if of_each_group(reading, path) else getattr(reading.participants, path)


def ended(reading: Reading) -> str:
    """Which count is of those at the end: the analysed, where both stand, for they are counted.

    Those who did not finish may be counted all the same.
    """
    return "analysed" if reading.participants.analysed is not None else "completed"


def completers(reading: Reading) -> int | None:
    """How many finished, as far as stated; else how many were counted in the end."""
    n = reading.participants.completed
    return finished(reading) if n is None or of_each_group(reading, "completed") else n


def lost(reading: Reading) -> int | None:
    """How many are said not to have stayed, where the text does not count those who did."""
    p, begin = reading.participants, started(reading)
    if p.lost is None or begin is None or p.lost >= begin or finished(reading) is not None:
        return None
    return None if of_each_group(reading, "lost") else p.lost


_EACH = re.compile(_WORDS["each"], re.IGNORECASE)


def of_each_group(reading: Reading, path: str) -> bool:
    """Whether so many were there at the end of one group: "108 in each group completed it"."""
    held = reading.quote(f"participants.{path}")
    around = reading.sentence_at(held.start, held.field) if held is not None else None
    if held is None or around is None:
        return False
    return _EACH.match(around.text, max(0, held.end - around.start)) is not None


_ALL_COUNTED = re.compile(_WORDS["all_counted"], re.IGNORECASE)
"""Words by which those who did not finish are counted all the same."""
_STAYED = re.compile(_WORDS["stayed"], re.IGNORECASE)
"""Words by which a text tells who stayed to the end, or was counted then."""


def not_all_counted(reading: Reading) -> bool:
    """Whether fewer were counted in the end than began."""
    return reading.participants.analysed is not None and _fewer(reading)


def not_all_finished(reading: Reading) -> bool:
    """Whether fewer finished than began, and the text does not say who was counted."""
    return (
        reading.participants.analysed is None and not _others_counted(reading) and _fewer(reading)
    )


def some_lost(reading: Reading) -> bool:
    """Whether some are told not to have stayed, and nobody who did is counted."""
    return lost(reading) is not None and not _others_counted(reading)


def _others_counted(reading: Reading) -> bool:
    return any(_ALL_COUNTED.search(s.text) for s in reading.sentences)


def _fewer(reading: Reading) -> bool:
    begin, end = started(reading), finished(reading)
    if begin is None or end is None or end >= begin:
        return False
    # How many were counted for one test or in one group is no count of those who stayed.
    held = reading.quote(f"participants.{ended(reading)}")
    if held is None:
        return False
    around = reading.sentence_at(held.start, held.field) or held
    return _STAYED.search(around.text) is not None


def everyone_counted(reading: Reading) -> bool:
    """Whether as many were counted at the end as began, each told for itself.

    One number that is told once is of the beginning or of the end.
    """
    begin, end = started(reading), finished(reading)
    if begin is None or begin != end:
        return False
    told = {
        (q.field, q.start)
        for path in ("randomised", "enrolled", "total", "completed", "analysed")
        if (q := reading.quote(f"participants.{path}")) is not None
    }
    return len(told) > 1

"""How many people a study began with, and how many stayed to the end or were counted then."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading


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
    p = reading.participants
    path = "completed" if p.completed is not None else "analysed"
    return None if of_each_group(reading, path) else getattr(p, path)


_EACH = re.compile(
    r"[^.;]{0,60}?\b(?:(?:in|of|from|for) (?:each|either|both)(?: of the)?(?: \w+)? "
    r"(?:groups?|arms?)|per (?:group|arm)|in the [\w-]+ (?:group|arm))\b",
    re.IGNORECASE,
)


def of_each_group(reading: Reading, path: str) -> bool:
    """Whether so many were there at the end of one group: "108 in each group completed it"."""
    held = reading.quote(f"participants.{path}")
    around = reading.sentence_at(held.start, held.field) if held is not None else None
    if held is None or around is None:
        return False
    return _EACH.match(around.text, max(0, held.end - around.start)) is not None


_ALL_COUNTED = re.compile(
    r"\bcarried forward\b|\bimputed\b|\bimputation\b|\bintent(?:ion)?[- ]to[- ]treat\b",
    re.IGNORECASE,
)
"""Words by which those who did not finish are counted all the same."""
_STAYED = re.compile(
    r"\b(?:complet\w+|finish\w+|drop\w* ?-?out\w*|dropped|withdr\w+|lost to|left the|attrition|"
    r"retention|retained|follow-?up|remain(?:ed|ing)|discontinued|included in the|"
    r"(?:final|full) (?:analysis|sample)|per[- ]protocol|evaluable|"
    r"(?:valid|usable|complete) (?:[\w-]+ ){0,2}(?:data|criteria)|(?:respondents|participants) at|"
    r"(?<!samples )(?<!swabs )(?<!sera )(?<!patients )were analy[sz]ed)\b",
    re.IGNORECASE,
)
"""Words by which a text tells who stayed to the end, or was counted then."""


def not_all_counted(reading: Reading) -> bool:
    if reading.participants.analysed is None and any(
        _ALL_COUNTED.search(s.text) for s in reading.sentences
    ):
        return False
    begin, end = started(reading), finished(reading)
    if begin is None or end is None or end >= begin:
        return False
    # How many were counted for one test or in one group is no count of those who stayed.
    path = "completed" if reading.participants.completed is not None else "analysed"
    held = reading.quote(f"participants.{path}")
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

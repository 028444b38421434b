"""How long: what was given for so long, and how long people were watched.

A length in a result is how long something took or held on, and is told only where the sentence
says that people were watched for it. Where one sentence has several lengths of what was given,
none is that of everybody.
"""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, Support, texts

from ..material import Material, Piece
from ..rules import named
from ..subject.lengths import of_the_study, on_average, watched_after
from ..tables import table

_TABLE = table("glance/how_long.toml")
_WATCHED = re.compile(_TABLE["watched"], re.IGNORECASE)
_GIVEN = re.compile(_TABLE["given"], re.IGNORECASE)
_SPREAD = re.compile(_TABLE["spread"])
_TIME = re.compile(
    r"\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|eight|ten|twelve)[\s-]"
    r"(?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_NEAR = 70


def how_long(m: Material) -> Piece | None:
    """The length of what was given and of the time that people were followed; None unless sure."""
    design = m.reading.design
    parts: list[str] = []
    held: list[Support] = []
    for value, path, words in (
        (design.duration, "design.duration", "{x}"),
        (design.follow_up, "design.follow_up", "followed for {x}"),
    ):  # fmt: skip
        support = m.fact(path, value)
        again = path == "design.follow_up" and value == design.duration and bool(parts)
        again = again and not _in_one_sentence(m)
        if not value or not support or not of_the_study(m, path) or again:
            continue
        kinds = {_kind(m, q, path) for q in support if q.field in texts(m.record)}
        if None in kinds:
            continue
        told = f"{value} on average" if on_average(m, path) else value
        words = "given for {x}" if "given" in kinds else words
        # What is planned has not been done.
        planned = m.brief.kind == "protocol" and " for " in words
        parts.append(("to be " * planned + words).replace("{x}", told))
        held.extend(support)
        after = watched_after(m) if path == "design.duration" and not design.follow_up else None
        if after is not None:
            parts.append(f"then followed for {after[0]}")
            held.append(after[1])
    why = named("length")
    return Piece("; ".join(parts), (*dict.fromkeys(held), why)) if parts else None


def _kind(m: Material, at: QuoteSupport, path: str) -> str | None:
    """Whether it is the length of what was given or that of the study; None of neither."""
    text = texts(m.record)[at.field]
    if _SPREAD.search(text[: at.start]):
        return None
    around = m.reading.sentence_at(at.start, at.field)
    low, high = (around.start, around.end) if around is not None else (0, len(text))
    near = text[max(low, at.start - _NEAR) : min(high, at.start + len(at.text) + _NEAR)]
    watched = _WATCHED.search(near) is not None
    if path == "design.follow_up":
        return "watched"
    if around is not None and around.role == "results" and not watched:
        return None
    given = m.reading.interventions and not watched and _GIVEN.search(text[low:high])
    if not given:
        return "watched"
    end = at.start + len(at.text)
    others = [f for f in _TIME.finditer(text, low, high) if not at.start <= f.start() < end]
    same = [f for f in others if f[0].split()[0] == at.text.split()[0]]
    several = len(others) > len(same) and watched_after(m) is None
    return None if several else "given"


def _in_one_sentence(m: Material) -> bool:
    """Whether one sentence tells both lengths, so that two that are alike are still two."""
    given, followed = (
        [m.reading.sentence_at(q.start, q.field) for q in m.reading.quotes.get(path, ())]
        for path in ("design.duration", "design.follow_up")
    )
    starts = {q.start for path in ("design.duration", "design.follow_up")
              for q in m.reading.quotes.get(path, ())}  # fmt: skip
    return len(starts) > 1 and any(s is not None and s in followed for s in given)

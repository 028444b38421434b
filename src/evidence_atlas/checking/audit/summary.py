"""A summary taken apart: the lines that are labels, and the rest, which is to be sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence_atlas.records import Condition
from evidence_atlas.records._base import Value

from ..badges import LEVELS, TYPES

_CERTAINTIES = ("Higher confidence", "Moderate confidence", "Preliminary")
_PEER = ("Peer-reviewed", "Preprint", "Not peer-reviewed")
_STATES = ("Retracted", "Withdrawn", "Expression of concern", "Corrected", "Superseded",
           "Reinstated")  # fmt: skip
_REVIEW = ("Machine draft", "Editor reviewed")
_BULLET = re.compile(r"^\s*(?:[-*•·–—]|\d{1,2}[.)])\s+|^\s*#{1,6}\s+")
_HEAD = re.compile(
    r"^\s*[\w /-]{0,30}\b(?:level|badges?|labels?|certainty|confidence|evidence|type|design|review|"
    r"status|state|criterion|grade|tags?)\s*[:=]\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[·•|,;/]|\s[-–—]\s|\band\b)\s*")
_LEVEL = re.compile(r"\bE[0-3] (?:Consensus|Synthesis|Replicated|Moderate|Preliminary)\b")


class Label(Value):
    """A badge that a summary carries: which badge, and its value in the table's words."""

    badge: str
    value: str


class Summary(Value):
    """A summary's labels and the text that is left when they are taken out."""

    labels: tuple[Label, ...]
    text: str


def take_apart(summary: str, condition: Condition) -> Summary:
    """Labels stand on lines of their own, with or without a lead; levels are found anywhere."""
    known = _known(condition)
    short = condition.criterion.short if condition.criterion else "criterion"
    own = re.compile(rf"^\s*{re.escape(short)}(?: badge)?\s*[:=]\s*", re.IGNORECASE)
    labels: list[Label] = []
    kept: list[str] = []
    for line in summary.splitlines():
        found = _labels_of(own.sub("", _BULLET.sub("", line)), known)
        if found:
            labels.extend(found)
            continue
        labels.extend(Label(badge="level", value=m.group()) for m in _LEVEL.finditer(line))
        kept.append(_BULLET.sub("", line))
    return Summary(labels=tuple(dict.fromkeys(labels)), text=_joined(kept))


def _joined(lines: Iterable[str]) -> str:
    """The lines as text; a line that ends without a stop and before a blank line gets one."""
    out: list[str] = []
    for line in lines:
        stripped = line.strip()
        if not stripped:
            if out and out[-1] and out[-1][-1] not in ".!?:;,”\"')":
                out[-1] += "."
            continue
        out.append(stripped)
    return " ".join(out)


def _known(condition: Condition) -> dict[str, str]:
    """The badge that each value of the badge table belongs to, by the value in small letters."""
    found: dict[str, str] = {}
    for badge, values in (
        ("level", LEVELS), ("certainty", _CERTAINTIES), ("study_type", sorted(TYPES)),
        ("peer_review", _PEER), ("record_state", _STATES), ("review_state", _REVIEW),
    ):  # fmt: skip
        for value in values:
            found.setdefault(value.lower(), f"{badge}\t{value}")
    if condition.criterion:
        for value in condition.criterion.values.values():
            found[value.lower()] = f"{condition.criterion.key}\t{value}"
    return found


def _labels_of(line: str, known: dict[str, str]) -> list[Label]:
    """The labels of a line that holds nothing else; none where it holds anything else."""
    bare = _HEAD.sub("", line).strip(" .\t[]()")
    if not bare:
        return []
    whole = known.get(bare.lower())
    parts = [bare] if whole else [p.strip(" .[]()") for p in _BETWEEN.split(bare)]
    found = []
    for part in parts:
        value = known.get(_HEAD.sub("", part).strip().lower())
        if value is None:
            return []
        badge, _, printed = value.partition("\t")
        found.append(Label(badge=badge, value=printed))
    return found

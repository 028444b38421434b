"""The research approach: what kind of thing the study looks at, never a judgement of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from evidence_atlas.reading.names import A_TREATMENT
from evidence_atlas.records import Because, Grade, Quote, Reading, Record
from evidence_atlas.records.cues import Cue, Cues

from .passages import Passage, passages, step
from .patterns import compiled
from .tables import table
from .version import VERSION

_TABLE = table("approach")
_TITLE: dict[str, Any] = _TABLE["title"]
_PARTS: dict[str, float] = _TABLE["parts"]
_TYPES: dict[str, dict[str, float]] = _TABLE["types"]
_TITLE_LESS = [(compiled(r["pattern"]), r["counts"]) for r in _TABLE["title_less"]]


class _ApproachCue(NamedTuple):
    value: str
    finder: Cue
    unless: Cue | None
    title: float
    abstract: float


def _cue(row: dict[str, Any], finder: Cue) -> _ApproachCue:
    unless = compiled(row["unless"]) if "unless" in row else None
    return _ApproachCue(
        row["value"], finder, unless, row["title"] * _TITLE["times"], row["abstract"]
    )


_CUES: Cues[_ApproachCue] = Cues(
    (cue.finder, cue)
    for cue in (
        _cue(_TABLE["named_treatment"], A_TREATMENT),
        *(_cue(row, compiled(row["pattern"])) for row in _TABLE["cue"]),
    )
)
APPROACHES: tuple[str, ...] = tuple(dict.fromkeys(c["value"] for c in _TABLE["cue"]))
"""Every value of the badge; of two with the same sum the one that stands first is taken."""


@dataclass
class _Sum:
    """What speaks for an approach, and the words that speak for it most."""

    points: float = 0.0
    most: float = 0.0
    at: Quote | None = None

    def add(self, points: float, at: Quote) -> None:
        self.points += points
        if points > self.most:
            self.most, self.at = points, at


def approach(kind: str | None, record: Record, reading: Reading) -> Grade:
    """The approach for which the words of title and abstract, and the study type, speak most."""
    if kind in _TABLE["none"]["types"]:
        text = f"A {(kind or '').lower()} looks at nothing itself."
        return Grade(value=None, because=(step("no-study", text),), version=VERSION)
    sums = _of_words(passages(record, reading))
    for value, points in _TYPES.get(kind or "", {}).items():
        sums[value].points += points
    if reading.interventions:
        sums[_TABLE["intervention"]["value"]].points += _TABLE["intervention"]["points"]
    value = max(APPROACHES, key=lambda name: sums[name].points)
    if sums[value].points <= 0:
        text = "The words of the title and abstract do not show what the study looks at."
        return Grade(value=None, because=(step("no-words", text),), version=VERSION)
    return Grade(
        value=value,
        because=_because(value, kind, sums[value]),
        version=VERSION,
        would_change="Other words in the title or abstract would change this badge.",
    )


def _of_words(where: tuple[Passage, ...]) -> dict[str, _Sum]:
    """What the words of each passage add; those that a cue's `unless` fits add nothing."""
    sums = {value: _Sum() for value in APPROACHES}
    for _, cue in _CUES.standing(where[0].whole if where else ""):
        for passage in where:
            at = passage.search(cue.finder)
            if at is None or (cue.unless and cue.unless.search(passage.text)):
                continue
            if passage.role == "title":
                weight = cue.title * _share(cue, passage)
            else:
                weight = cue.abstract * _PARTS[passage.role]
            sums[cue.value].add(weight, at)
    return sums


def _share(cue: _ApproachCue, title: Passage) -> float:
    """What the cue counts in the title: less where it stands only in words that tell less."""
    share = 1.0
    for pattern, counts in _TITLE_LESS:
        less = pattern.search(title.text)
        if less is not None:
            rest = f"{title.text[: less.start()]}\n{title.text[less.end() :]}"
            if cue.finder.search(rest) is None:
                share = min(share, counts)
    return share


def _because(value: str, kind: str | None, found: _Sum) -> tuple[Because, ...]:
    steps = []
    if found.at is not None:
        text = "The title and abstract use words of this approach most."
        steps.append(step("words-counted", text, found.at))
    if _TYPES.get(kind or "", {}).get(value, 0) > 0:
        steps.append(step("study-type", f"Its study type speaks for this approach: {kind}."))
    if not steps:
        steps.append(step("intervention", "The text tells that something was given or done."))
    return tuple(steps)

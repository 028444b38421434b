"""What counts, what counts once, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...grading.kinds import NO_FINDINGS, NOT_IN_PEOPLE, SYNTHESES
from ...records import WITHDRAWN
from .values import Seen

_LEVELS = ("E0 Synthesis", "E1 Replicated", "E2 Moderate", "E3 Preliminary")
_CERTAINTIES = ("Higher confidence", "Moderate confidence", "Preliminary")
CONCERN = "Expression of concern"
CONTROLS = re.compile(r"\bcontrols?\b|\bhealthy\b|\bHCs?\b", re.IGNORECASE)
"""How abstracts name people without the illness."""
_NOT_NUMBER = re.compile(r"[^A-Z0-9]")
_REGISTERED = re.compile(r"[A-Z]+\d{5,}")


def counts(study: Seen) -> bool:
    """Whether a study's findings may stand on the map: published, not withdrawn, with findings,
    in people."""
    return (
        study.status == "published"
        and not is_withdrawn(study)
        and study.study_type not in NO_FINDINGS
        and study.study_type not in NOT_IN_PEOPLE
        and study.study_type != "Guideline"
    )


def is_withdrawn(study: Seen) -> bool:
    return study.record_state in WITHDRAWN


def is_review(study: Seen) -> bool:
    return study.study_type in SYNTHESES


def worth(study: Seen) -> tuple[int, int, bool, int, int, str]:
    """The order of what the evidence is worth: level, certainty, concern, people, then newest."""
    return (
        _place(_LEVELS, study.level),
        _place(_CERTAINTIES, study.certainty),
        study.record_state == CONCERN,
        -(study.people or 0),
        -(study.year or 0),
        study.key,
    )


def _place(ladder: Sequence[str], value: str | None) -> int:
    return ladder.index(value) if value in ladder else len(ladder)


class People:
    """Papers on the same people as one: the weightiest stands for all.

    They are known by the links between them, and trials by their registered number. A review
    gathers people of many studies and is never one with another paper by its number.
    """

    def __init__(self, studies: Iterable[Seen]) -> None:
        self._parent: dict[str, str] = {}
        self._studies = {s.key: s for s in studies}
        registered: dict[str, str] = {}
        for study in self._studies.values():
            number = _NOT_NUMBER.sub("", study.registration.upper())
            if _REGISTERED.fullmatch(number) and not is_review(study):
                self._join(study.key, registered.setdefault(number, study.key))
        for study in self._studies.values():
            for other in study.same_people:
                if other in self._studies:
                    self._join(study.key, other)

    def _root(self, key: str) -> str:
        while (parent := self._parent.get(key, key)) != key:
            key = parent
        return key

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        if low != high:
            self._parent[high] = low

    def once(self, studies: Iterable[Seen]) -> list[tuple[Seen, ...]]:
        """Each group of people once, by worth: the paper that stands for it, then the others."""
        groups: dict[str, list[Seen]] = {}
        for study in sorted(studies, key=worth):
            groups.setdefault(self._root(study.key), []).append(study)
        return [tuple(group) for group in groups.values()]

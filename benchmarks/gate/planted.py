"""How many planted errors the gate catches, by kind and by half of the records."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from evidence_atlas.checking import held

from .pages import Study
from .plantings import KINDS, TOLD, harms_dropped, replaced

HARMS_DROPPED = "harms dropped"
UNSEEN = frozenset(k.name for k in KINDS if k.unseen)
FAMILY = {k.name: k.family for k in KINDS} | {HARMS_DROPPED: "other"}


@dataclass
class Planted:
    """The outcome of a run. Counts are by (kind, half); `misses` are shown for tuning only."""

    pages: int = 0
    statements: int = 0
    held: list[str] = field(default_factory=list)
    seconds: float = 0.0
    planted: Counter[tuple[str, str]] = field(default_factory=Counter)
    caught: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    warned: Counter[str] = field(default_factory=Counter)

    def share(self, *kinds: str, half: str | None = None) -> tuple[int, int]:
        """Caught and planted of some kinds (all without), of one half or of both."""
        keys = [
            k for k in self.planted
            if (not kinds or k[0] in kinds) and (half is None or k[1] == half)
        ]  # fmt: skip
        return sum(self.caught[k] for k in keys), sum(self.planted[k] for k in keys)

    def of_family(self, family: str) -> tuple[int, int]:
        return self.share(*(name for name, f in FAMILY.items() if f == family))


SECTIONS = (*TOLD, "inferred_conclusions")


def run(studies: Iterable[Study], only: frozenset[str] = frozenset()) -> Planted:
    """Plant every error (or `only` these kinds) into every page that passes clean, one at a time.

    An error counts as caught where a CRITICAL flag stands. Pages that do not pass clean are
    listed in `held` and take no error.
    """
    found = Planted()
    for study in studies:
        begun = time.perf_counter()
        flags = study.flags(study.page)
        found.seconds += time.perf_counter() - begun
        found.pages += 1
        found.statements += len(study.page.statements())
        found.warned.update({f.code for f in flags if f.severity == "WARNING"})
        if held(flags):
            found.held += [
                f"{study.record.key}\t{f.code}\t{f.detail}" for f in flags
                if f.severity == "CRITICAL"
            ]  # fmt: skip
            continue
        for statement in study.page.statements():
            if statement.section not in SECTIONS:
                continue
            for kind in KINDS:
                if only and kind.name not in only:
                    continue
                for changed in kind.plant(statement, study):
                    again = study.flags(replaced(study.page, statement, changed))
                    _note(
                        found, kind.name, study, held(again), f"{statement.text} -> {changed.text}"
                    )
        if study.brief.treatment and any(s.about == ("harms",) for s in study.page.statements()):
            again = study.flags(harms_dropped(study.page))
            _note(found, HARMS_DROPPED, study, held(again), "harms dropped")
    return found


def _note(found: Planted, kind: str, study: Study, caught: bool, what: str) -> None:
    key = (kind, study.half)
    found.planted[key] += 1
    found.caught[key] += caught
    # What is held out, or of an unseen kind, is counted and never looked at.
    if not caught and study.half == "tuning" and kind not in UNSEEN:
        found.misses[kind].append(f"{study.record.key}: {what}")

"""What every stage of one run is given."""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..records import Condition, digest
from ..store.models import RecordError, Run, RunStageCount
from .components import Components
from .progress import Bar, Reporter
from .state import Atlas
from .workers import Workers

STAGES = (
    "fetch", "normalise", "deduplicate", "lineage", "classify", "summarise", "draft",
    "moderate", "publish",
)  # fmt: skip


def hashed(payload: bytes) -> str:
    """The SHA-256 of a payload."""
    return hashlib.sha256(payload).hexdigest()


@dataclass
class Tally:
    """What one stage did, by subject, so that several passes count a subject once."""

    stage: str
    bar: Bar
    made: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    left_out: int = 0
    failed: int = 0
    note: str = ""


class Words(Protocol):
    """What may word our pages anew: `language_model.LanguageModel`, which is never imported
    unless the operator has switched one on."""

    def word(
        self, context: Context, tally: Tally, atlas: Atlas, own: Mapping[str, str]
    ) -> dict[str, str]: ...


@dataclass
class Context:
    """One run: the illness, the rooms, the moment it started, and where it writes its log and,
    in `home`, the search index.

    `failed` holds the studies that something went wrong with in this run: later stages
    leave them alone, and they keep the page that they had.
    """

    run: Run
    condition: Condition
    workers: Workers
    reporter: Reporter
    now: dt.datetime
    keep_off_topic: bool = False
    keep_editions: int = 10
    language_model: Words | None = None
    home: Path | None = None
    failed: set[str] = field(default_factory=set)
    errors: int = 0
    done: list[RunStageCount] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.condition_digest = digest(self.condition)

    @property
    def components(self) -> Components:
        return self.workers.components

    def version(self, *rooms: str) -> str:
        """The versions of rooms, as part of the key of what they make."""
        return " ".join(self.components.versions[r] for r in rooms)

    def error(self, stage: str, subject: str, message: str) -> None:
        """Log what could not be done with one record; the run goes on."""
        self.errors += 1
        RecordError.objects.create(run=self.run, stage=stage, subject=subject, message=message)

    @contextmanager
    def stage(self, name: str) -> Iterator[Tally]:
        """Count, time and report one stage."""
        started = time.monotonic()
        with self.reporter.bar(name) as bar:
            tally = Tally(stage=name, bar=bar)
            yield tally
        row = RunStageCount.objects.create(
            run=self.run,
            position=STAGES.index(name) + 1,
            stage=name,
            made=len(tally.made),
            unchanged=len(tally.seen - tally.made),
            left_out=tally.left_out,
            failed=tally.failed,
            seconds=round(time.monotonic() - started, 3),
        )
        self.done.append(row)
        parts = [f"{row.made} made", f"{row.unchanged} unchanged"]
        if row.left_out:
            parts.append(f"{row.left_out} left out")
        if row.failed:
            parts.append(f"{row.failed} failed")
        note = f" ({tally.note})" if tally.note else ""
        self.reporter.line(f"{name:<12} {', '.join(parts)}{note}  {row.seconds:.1f} s")

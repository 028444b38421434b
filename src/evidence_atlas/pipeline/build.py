"""A run: all nine stages, under the lock, with its log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..records import Condition
from ..store.models import Edition, Run
from .components import Components
from .context import Context, Words
from .lock import hold
from .progress import Reporter
from .rooms import components as real_components
from .stages.classify import classify
from .stages.deduplicate import deduplicate
from .stages.draft import draft
from .stages.fetch import fetch
from .stages.lineage import lineage
from .stages.moderate import moderate
from .stages.normalise import normalise
from .stages.publish import publish
from .stages.summarise import summarise
from .workers import Workers


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the edition, how many files there were, those that could not be
    read, and how many errors, these files among them."""

    run: Run
    edition: Edition
    files: int
    refused: tuple[str, ...]
    errors: int


def build(
    home: Path,
    files: Sequence[Path],
    *,
    condition: Condition,
    now: dt.datetime,
    command: str,
    reporter: Reporter,
    workers: int = 1,
    keep_off_topic: bool = False,
    keep_editions: int = 10,
    make: Callable[[], Components] = real_components,
    before: Callable[[], None] | None = None,
    gather: Callable[[], Sequence[Path]] | None = None,
    language_model: Words | None = None,
) -> Outcome:
    """Take the files in and bring everything up to date; with no file, only the latter.

    `before` runs under the lock, ahead of the first stage (preparing the data base, writing
    a ruling); `gather` follows it and brings further files (a download). What `gather` raises
    goes through, with nothing begun. A `language_model` words pages anew in the draft stage.
    Raises lock.Locked where another process works in this home.
    """
    with hold(home, command, now):
        if before is not None:
            before()
        if gather is not None:
            files = [*files, *gather()]
        Run.objects.filter(state=Run.State.RUNNING).update(state=Run.State.INTERRUPTED)
        run = Run.objects.create(command=command, started=now)
        try:
            with Workers(make, condition, workers) as pool:
                context = Context(
                    run=run,
                    condition=condition,
                    workers=pool,
                    reporter=reporter,
                    now=now,
                    keep_off_topic=keep_off_topic,
                    keep_editions=keep_editions,
                    language_model=language_model,
                    home=home,
                )
                run.components = dict(context.components.versions)
                refused = fetch(context, files)
                edition = _stages(context)
        except BaseException:
            run.state = Run.State.FAILED
            run.save()
            raise
        run.state, run.edition = Run.State.DONE, edition.digest
        # The one clock of the pipeline is the caller's; how long it took, the stages know.
        run.finished = now + dt.timedelta(seconds=sum(row.seconds for row in context.done))
        run.save()
        _report_errors(context)
    return Outcome(
        run=run,
        edition=edition,
        files=len(files),
        refused=tuple(refused),
        errors=context.errors,
    )


def _stages(context: Context) -> Edition:
    normalise(context)
    deduplicate(context)
    lineage(context)
    atlas = classify(context)
    summarise(context, atlas)
    draft(context, atlas)
    moderate(context, atlas)
    return publish(context, atlas)


def _report_errors(context: Context, most: int = 20) -> None:
    for line in problems(context.run, most):
        context.reporter.line(f"! {line}")


def problems(run: Run, most: int) -> Iterator[str]:
    """What went wrong in a run, a line each, and how many more there were."""
    errors = run.errors.order_by("id")
    for error in errors[:most]:
        # The messages about files name the file and the place themselves.
        about = "" if error.stage == "fetch" else f"{error.subject}: "
        yield f"{error.stage}: {about}{error.message}"
    if (count := errors.count()) > most:
        yield f"and {count - most} more"

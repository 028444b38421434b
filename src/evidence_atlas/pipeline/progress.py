"""What a run shows while it works: bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)


class Bar:
    """One stage's bar. A stage may have several passes; each starts it over."""

    def __init__(self, progress: Progress | None, task: TaskID | None) -> None:
        self._progress, self._task = progress, task

    def start(self, what: str, total: int | None) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.reset(self._task, total=total, description=what)

    def advance(self, count: int = 1) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task, count)


class Reporter:
    """Writes to standard error, which leaves standard output to what was asked for."""

    def __init__(self, quiet: bool = False) -> None:
        self._console = Console(file=sys.stderr, quiet=quiet, highlight=False, soft_wrap=True)

    @contextmanager
    def bar(self, stage: str) -> Iterator[Bar]:
        """A bar for one stage; without a terminal, nothing until the stage's line."""
        if not self._console.is_terminal or self._console.quiet:
            yield Bar(None, None)
            return
        progress = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
        )
        with progress:
            yield Bar(progress, progress.add_task(stage, total=None))

    def line(self, text: str) -> None:
        self._console.print(text, markup=False)

"""What `atlas update` asks PubMed for, and how the answer becomes files for the fetch stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from ..records import Condition, Problem
from ..sources.pubmed import Client, Harvest
from .progress import Reporter

OVERLAP = dt.timedelta(days=3)
"""PubMed's days are not ours, and its index is not updated at once: ask again for these days."""


class Update:
    """One update: `gather` brings the files, `finish` notes that their records are stored.

    The first update, and the first after a change of the query, asks for everything; later
    ones for what PubMed entered or changed since the last finished one was started.
    """

    def __init__(
        self, home: Path, client: Client, condition: Condition, today: dt.date, reporter: Reporter
    ) -> None:
        self._harvest = Harvest(home / "downloads" / "pubmed", client)
        self._term = condition.query.pubmed
        self._today = today
        self._reporter = reporter
        self.missing: tuple[Problem, ...] = ()

    def gather(self, since: dt.date | None) -> Sequence[Path]:
        """Every batch of the harvest as a file. Raises PubMedError; what came is kept."""
        last = self._harvest.finished(self._term)
        if since is None and last is not None:
            since = last - OVERLAP
        plan = self._harvest.plan(
            self._term, since=since, by="mdat" if since else "edat", today=self._today
        )
        asked = f"changed since {plan.since}" if plan.since else "of any date"
        self._reporter.line(f"PubMed lists {plan.total} records {asked}")
        with self._reporter.bar("download") as bar:
            bar.start("download", plan.total)
            files = list(self._harvest.files(plan, bar.advance))
        self.missing = tuple(self._harvest.missing(plan))
        for problem in self.missing:
            self._reporter.line(f"! {problem}")
        self._plan = plan
        return files

    def finish(self) -> None:
        """Call when the run has stored the records."""
        self._harvest.finish(self._plan)

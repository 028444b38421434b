"""Bringing all records of a search onto the disk, and going on where it stopped."""

from __future__ import annotations

import datetime as dt
import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from ...records import Problem, Value, from_json, to_json
from .answers import fetched_pmids
from .client import Client
from .slices import Slice

BATCH = 200
"""Records a request; NCBI advises POST above 200 ids, and we always POST."""


class Plan(Value):
    """What a harvest is to fetch, written down before the first batch."""

    term: str
    by: Literal["edat", "mdat"]
    since: str | None
    started: str
    slices: tuple[Slice, ...]

    @property
    def total(self) -> int:
        return sum(len(s.ids) for s in self.slices)


class Finished(Value):
    """What the last finished harvest asked for, and the day on which it was started."""

    term: str
    started: str


class Harvest:
    """A harvest in a folder: `plan.json` and one file a batch, each whole or absent.

    A harvest that was killed leaves its folder; the next one with the same query takes up
    its plan and fetches only the batches that are missing. Its dates are then those of the
    first start, which `plan.started` keeps for the next update.
    """

    def __init__(self, folder: Path, client: Client, batch: int = BATCH) -> None:
        self.folder = folder
        self._client = client
        self._batch = batch

    def plan(
        self, term: str, *, since: dt.date | None, by: Literal["edat", "mdat"], today: dt.date
    ) -> Plan:
        """The unfinished plan of this query if there is one, else a new search."""
        kept = self._kept()
        if kept and (kept.term, kept.by) == (term, by) and self._covers(kept, since):
            return kept
        self._forget()
        plan = Plan(
            term=term,
            by=by,
            since=since.isoformat() if since else None,
            started=today.isoformat(),
            slices=tuple(self._client.search(term, since=since, by=by)),
        )
        _write(self.folder / "plan.json", to_json(plan))
        return plan

    def files(self, plan: Plan, progress: Callable[[int], None] = lambda _: None) -> Iterator[Path]:
        """Every batch as a file, fetched where it is not there yet, in a steady order."""
        for number, part in enumerate(plan.slices):
            for start in range(0, len(part.ids), self._batch):
                path = self.folder / f"slice-{number:03d}-from-{start:05d}.xml.gz"
                if not path.exists():
                    body = self._client.fetch(part, start, self._batch)
                    _write(path, gzip.compress(body, mtime=0))
                progress(len(part.ids[start : start + self._batch]))
                yield path

    def missing(self, plan: Plan) -> Iterator[Problem]:
        """The PMIDs that the search listed and PubMed gave no record for."""
        for number, part in enumerate(plan.slices):
            for start in range(0, len(part.ids), self._batch):
                path = self.folder / f"slice-{number:03d}-from-{start:05d}.xml.gz"
                given = set(fetched_pmids(gzip.decompress(path.read_bytes())))
                for pmid in part.ids[start : start + self._batch]:
                    if pmid not in given:
                        yield Problem(
                            file="PubMed",
                            record=pmid,
                            message="listed by the search; no record came",
                        )

    def finish(self, plan: Plan) -> None:
        """Notes that all is stored, and forgets the files."""
        _write(
            self.folder / "finished.json", to_json(Finished(term=plan.term, started=plan.started))
        )
        self._forget()

    def finished(self, term: str) -> dt.date | None:
        """The day on which the last finished harvest of this very query was started."""
        path = self.folder / "finished.json"
        if not path.exists():
            return None
        last = from_json(path.read_bytes(), Finished)
        return dt.date.fromisoformat(last.started) if last.term == term else None

    def _forget(self) -> None:
        # The plan goes first: a folder without one is started anew, never half trusted.
        (self.folder / "plan.json").unlink(missing_ok=True)
        for path in self.folder.glob("slice-*.xml.gz*"):
            path.unlink()

    def _kept(self) -> Plan | None:
        path = self.folder / "plan.json"
        return from_json(path.read_bytes(), Plan) if path.exists() else None

    @staticmethod
    def _covers(kept: Plan, since: dt.date | None) -> bool:
        if kept.since is None:
            return True
        return since is not None and kept.since <= since.isoformat()


def _write(path: Path, data: bytes) -> None:
    """Writes so that the file is whole or absent, whenever the power goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)

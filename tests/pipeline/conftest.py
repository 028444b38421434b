import dataclasses
import datetime as dt
import json

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.pipeline.build import build
from evidence_atlas.pipeline.progress import Reporter
from evidence_atlas.pipeline.rooms import components

FIRST_DAY = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


class Atlas:
    """An atlas in a folder of its own; each build is a day later than the one before."""

    def __init__(self, home):
        self.home, self.day = home, 0
        self.condition = load("mecfs")

    def build(
        self, *files, versions=(), scope_all=False, before=None, language_model=None, **rooms
    ):
        """Build with the real rooms; `versions` and `rooms` put another one in a room's place."""
        real = components()

        def make():
            return dataclasses.replace(real, versions={**real.versions, **dict(versions)}, **rooms)

        self.day += 1
        return build(
            self.home,
            files,
            condition=self.condition,
            now=self.now,
            command="test",
            reporter=Reporter(quiet=True),
            keep_off_topic=scope_all,
            make=make,
            before=before,
            language_model=language_model,
        )

    @property
    def now(self):
        return FIRST_DAY + dt.timedelta(days=self.day)


@pytest.fixture
def atlas(tmp_path, transactional_db):
    return Atlas(tmp_path / "home")


@pytest.fixture
def records_file(tmp_path):
    """Writes plain records to a file."""

    def write(*records, name="records.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        return path

    return write

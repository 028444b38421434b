"""An atlas built by the real pipeline into the test's data base, for the overviews."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evidence_atlas.conditions import load
from evidence_atlas.pipeline.build import build
from evidence_atlas.pipeline.progress import Reporter

DAY = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)


def build_from(home: Path, files: Sequence[Path], now: dt.datetime = DAY) -> None:
    build(
        home, files, condition=load("mecfs"), now=now, command="test",
        reporter=Reporter(quiet=True),
    )  # fmt: skip


def write(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path

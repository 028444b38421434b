"""What a page costs: writing it and passing it through the gate, and rewording a whole atlas.

    python -m benchmarks.page_cost FILE.xml.gz [--pages 300] [--rebuild 0]

Of the first records with an abstract: milliseconds of processor time a page, on one core, for
each room, the median of the pages and their mean. With `--rebuild N` the first N records of the
file are built into an empty home (every record kept), and then built again as after a change of
one wording rule: a frame has other words, and the writing room and its pages another version, so
that every page is drafted, passed through the gate and published anew, and none is read again.
Seconds of processor time, seconds that passed, and what each stage says that it made.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import fmean, median
from typing import Any

from benchmarks.pipeline_speed import first_records
from benchmarks.scorecard.sources import condition

from evidence_atlas.pipeline.membership import study_key
from evidence_atlas.pipeline.rooms import components
from evidence_atlas.records import Record

_REWORDED = """
import sys
from evidence_atlas import writing
from evidence_atlas.cli import main
from evidence_atlas.writing.frames import FRAMES
FRAMES["harms_not_stated"]["plain"] = "The abstract says nothing of harms"
writing.VERSION += "-reworded"
sys.modules["evidence_atlas.writing.draft"].VERSION = writing.VERSION
main(sys.argv[1:])
"""


def page_costs(file: Path, count: int) -> dict[str, list[float]]:
    """Milliseconds that each room took, for each page after the first ten."""
    rooms, illness = components(), condition()
    spent: dict[str, list[float]] = {"read": [], "grade": [], "write": [], "gate": []}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        done = work()
        spent[name].append(1000 * (time.process_time() - began))
        return done

    found = (r for r in rooms.read_file(file) if isinstance(r, Record) and r.abstract)
    for record in islice(found, count + 10):
        key = study_key(record.key)
        reading = timed("read", lambda r=record: rooms.read(r, illness))
        graded = timed("grade", lambda r=record, x=reading: rooms.grade(r, x, illness))
        slug = rooms.candidate_slug(record)
        grades = rooms.level(
            graded, rooms.facts(key, slug, record, reading, graded, illness), (), {}
        )
        page = timed("write", lambda k=key, r=record, x=reading, g=grades: rooms.draft(
            k, rooms.summarise(r, x, g), r, x, g, (), {}, illness))  # fmt: skip
        timed("gate", lambda p=page, r=record, x=reading, g=grades: rooms.check(
            p, r, x, g, (), {}, illness))  # fmt: skip
    # The first pages load tables and compile patterns.
    return {name: times[10:] for name, times in spent.items()}


def build_twice(file: Path, count: int) -> list[tuple[str, int, float, float, str]]:
    """What was built, how many records, seconds of processor time and that passed, the stages."""
    done = []
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first.xml"
        records = first_records(file, count, first)
        order = ["build", "--home", f"{folder}/home", "--scope", "all", "--workers", "1"]
        for name, program in (
            ("built", ["-m", "evidence_atlas"]),
            ("one wording rule changed", ["-c", _REWORDED]),
        ):
            before, began = _processor_time(), time.perf_counter()
            ran = subprocess.run(
                [sys.executable, *program, *order, str(first)],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
            passed = time.perf_counter() - began
            done.append((name, records, _processor_time() - before, passed, ran.stderr.strip()))
    return done


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rebuild", type=int, default=0)
    arguments = parser.parse_args()
    for name, times in page_costs(arguments.file, arguments.pages).items():
        print(f"{name:6} median {median(times):6.1f} ms, mean {fmean(times):6.1f} ms a page")
    if arguments.rebuild:
        for name, records, used, passed, stages in build_twice(arguments.file, arguments.rebuild):
            print(f"{name}: {records:,} records, {used:.0f} s of processor time, {passed:.0f} s")
            print(stages)


if __name__ == "__main__":
    main()

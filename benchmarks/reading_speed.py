"""How many abstracts are read and graded a second, beside a plain search of as many words.

    python -m benchmarks.reading_speed FOLDER

FOLDER holds `records_dev.jsonl` and `records_unlabelled.jsonl`. Processor time of one core, the
best of three runs, patterns and weights loaded before. The peer in the same run, for the speed
of the machine: one case-insensitive expression of a hundred plain words, searched in the same
texts. Then where the time goes, by samples taken each 2 ms of processor time: by room, and by the
function at work.
"""

from __future__ import annotations

import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from benchmarks.scorecard.sources import condition, lines, record_of

from evidence_atlas.grading import grade
from evidence_atlas.reading import read


def best(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of three."""
    times = []
    for _ in range(3):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def profile(work: Callable[[], object]) -> tuple[Counter[str], Counter[str]]:
    """How many samples fell into each room, and into each function of ours."""
    rooms: Counter[str] = Counter()
    functions: Counter[str] = Counter()

    def sample(_: int, frame: FrameType | None) -> None:
        ours = []
        while frame is not None:
            _, inside, file = frame.f_code.co_filename.partition("evidence_atlas/")
            if inside:
                ours.append((file, frame.f_code.co_name))
            frame = frame.f_back
        if ours:
            functions[":".join(ours[0])] += 1
            # The outermost two are `read` or `grade` themselves.
            entered = [f for f, _ in reversed(ours) if f not in _ENTRIES]
            rooms[entered[0] if entered else ours[-1][0]] += 1

    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, 0.002, 0.002)
    work()
    signal.setitimer(signal.ITIMER_PROF, 0)
    return rooms, functions


_ENTRIES = ("reading/read.py", "grading/grades.py")


def main(folder: Path) -> None:
    rows = [
        row
        for name in ("records_dev.jsonl", "records_unlabelled.jsonl")
        for row in lines(folder / name)
    ]
    records = [record_of(row) for row in rows]
    illness = condition()
    for record in records:
        grade(record, read(record, illness), illness)
    read_time = best(lambda: [read(r, illness) for r in records])
    readings = [read(r, illness) for r in records]
    pairs = list(zip(records, readings, strict=True))
    grade_time = best(lambda: [grade(r, x, illness) for r, x in pairs])
    words = sorted({w for row in rows for w in re.findall(r"[a-z]{9,}", row["title"].lower())})
    peer = re.compile("|".join(words[:100]), re.IGNORECASE)
    peer_time = best(lambda: [peer.findall(row["abstract"] or "") for row in rows])
    n = len(records)
    print(f"{n} records: read {n / read_time:.0f}/s, grade {n / grade_time:.0f}/s, "
          f"both {n / (read_time + grade_time):.0f}/s")  # fmt: skip
    print(f"beside the plain search of 100 words: {(read_time + grade_time) / peer_time:.1f} times")
    rooms, functions = profile(lambda: [grade(r, read(r, illness), illness) for r in records])
    for title, counted in (("by room", rooms), ("by function", functions)):
        print(f"\n{title}:")
        for name, samples in counted.most_common(15):
            print(f"{samples / counted.total():6.1%}  {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

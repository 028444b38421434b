"""Same input, same bytes: a digest of readings, grades, pages and flags of many records.

    PYTHONHASHSEED=1 python -m benchmarks.same_bytes DATA [--every N] [--workers W]

Run it under other hash seeds, worker counts and versions of Python: the digest stays.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
from benchmarks.scorecard.sources import condition, lines, record_of
from benchmarks.together import alone

RECORDS = ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz")


def digest(row: dict[str, Any]) -> str:
    """Of all that one record gives by itself."""
    made = alone(record_of(row), condition())
    given = (made.reading, made.grades, made.page, made.flags())
    return hashlib.sha256(msgspec.json.encode(given)).hexdigest()


def rows(data: Path) -> Iterator[dict[str, Any]]:
    for name in RECORDS:
        yield from lines(data / "mecfs" / name)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=6, metavar="N")
    parser.add_argument("--workers", type=int, default=1, metavar="W")
    args = parser.parse_args()
    chosen = list(rows(args.data))[:: args.every]
    if args.workers == 1:
        found = list(map(digest, chosen))
    else:
        with ProcessPoolExecutor(args.workers) as pool:
            found = list(pool.map(digest, chosen))
    whole = hashlib.sha256("".join(found).encode()).hexdigest()
    version = sys.version.split()[0]
    print(f"Python {version}, {args.workers} workers, {len(chosen)} records: {whole}")


if __name__ == "__main__":
    main()

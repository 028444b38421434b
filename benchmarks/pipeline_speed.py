"""How fast does a file of PubMed XML become an atlas, beside merely parsing it?

Usage: python benchmarks/pipeline_speed.py FILE.xml.gz [--records N] [--rounds N] [--workers N]

Three ways through the same first N records, in turn, each in a fresh process: `parse_speed`'s
plain lxml loop, our reader alone, and `atlas build` with all nine stages into an empty home
(every record kept, whatever it is about). The best round of each counts, in seconds that
passed; for the build they include the start of the program and the data base.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lxml import etree

PARSE = str(Path(__file__).with_name("parse_speed.py"))
NAMES = {"plain": "plain lxml loop", "ours": "parsing alone", "build": "all nine stages"}


def first_records(path: Path, count: int, to: Path) -> int:
    """Write the first `count` articles of a file to another; gives how many there were."""
    found = 0
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file, to.open("wb") as out:
        out.write(b'<?xml version="1.0" encoding="utf-8"?>\n<PubmedArticleSet>\n')
        for _, element in etree.iterparse(file, tag="PubmedArticle"):
            out.write(etree.tostring(element, encoding="utf-8", xml_declaration=False))
            element.clear()
            found += 1
            if found == count:
                break
        out.write(b"</PubmedArticleSet>\n")
    return found


def command(name: str, file: Path, home: Path, workers: int) -> list[str]:
    """What one round of one way runs."""
    if name in ("plain", "ours"):
        return [sys.executable, PARSE, str(file), "--one", name]
    return [
        sys.executable, "-m", "evidence_atlas", "build", "--home", str(home), "--scope", "all",
        "--workers", str(workers), str(file),
    ]  # fmt: skip


def one_round(name: str, file: Path, workers: int) -> tuple[float, str]:
    """The seconds of one round, and what the program said of itself."""
    with tempfile.TemporaryDirectory() as home:
        start = time.perf_counter()
        done = subprocess.run(
            command(name, file, Path(home), workers), check=True, capture_output=True, text=True
        )
        return time.perf_counter() - start, done.stderr


def main() -> None:
    """Rounds in turn, the best of each, and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()
    best: dict[str, tuple[float, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "first.xml"
        count = first_records(arguments.file, arguments.records, file)
        for _ in range(arguments.rounds):
            for name in NAMES:
                done = one_round(name, file, arguments.workers)
                best[name] = min(best.get(name, done), done)
    print(best["build"][1].rstrip())
    for name, (seconds, _) in best.items():
        print(f"{NAMES[name]:16} {count:,} records, {seconds:.2f} s, {count / seconds:,.0f}/s")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of the largest process: {peak:.0f} MB")
    for name in ("ours", "build"):
        print(f"{NAMES[name]} / plain lxml loop: {best[name][0] / best['plain'][0]:.1f}")


if __name__ == "__main__":
    main()

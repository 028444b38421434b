"""The scorecard: how well abstracts are read and graded, against labels.

    python -m benchmarks.scorecard [DATA] [--write FOLDER] [--check] [--set-baseline] [--only KEY …]

DATA is the folder of real records with labels; without it only the project's own examples are
measured. `--write` writes scorecard.json, scorecard.md and errors.json there; `--check` fails
where a figure lies below the committed baseline; `--set-baseline` commits today's figures to it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import baseline, report
from .measures import measured


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--write", type=Path, metavar="FOLDER")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--set-baseline", action="store_true")
    parser.add_argument("--only", nargs="*", default=[], metavar="KEY")
    args = parser.parse_args()
    sections = measured(args.data, tuple(args.only))
    print(report.markdown(sections))
    if args.write:
        report.write(sections, args.write)
    if args.set_baseline:
        baseline.set_to(sections)
    fallen = baseline.fallen(sections) if args.check else []
    for line in fallen:
        print(f"below the baseline: {line}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())

"""Write the long patterns of tables over several lines: `fold_patterns.py [--check] [FILE ...]`.

Without files, all tables under src/ are looked at. A pattern is broken before an alternative or a
group, as far out as there is a place to break, and moved in by how deep the place lies. What the
program reads is the same to the letter (records/written_tables.py): the script makes sure of it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from evidence_atlas.records.written_tables import MOVED_IN, parsed

WIDTH = 110
"""Letters a line of a table may have, where it holds a pattern."""

SOURCES = Path(__file__).parents[1] / "src"

_VALUE = re.compile(
    r"#[^\n]*"
    r'|"""(?:\\.|[^\\])*?"""'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'''(?P<literal>.*?)'''(?!')"
    r"|'(?P<short>[^'\n]*)'",
    re.DOTALL,
)
"""A comment, or a string in each of its four ways of writing."""

_LIST = re.compile(r'^(?P<name>\w+) = \[(?P<words>"[^"\\\n]*"(?:, "[^"\\\n]*")+)\]$', re.MULTILINE)
_A_PATTERN = re.compile(r"\(\?[:=!<P]|\\[bwsdWSD]|\[\^|\w\|[\w ]+\|\w")
_WHOLE = re.compile(
    r"\{\{\w+\}\}"  # a pattern named by its name
    r"|\\."
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\(\?(?:P<\w+>|<[=!]|P=\w+\)|[a-zA-Z]*-?[a-zA-Z]*:|[:=!]|[a-zA-Z]+\))"
    r"|\{\d*,?\d*\}\??"
    r"|.",
    re.DOTALL,
)
"""What is never broken: a class, an escape, the opening of a group, a count."""


def main() -> int:
    """Fold, or with --check only tell of the files that are not; 1 where there are such."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("files", nargs="*", type=Path)
    asked = arguments.parse_args()
    unfolded = 0
    for file in asked.files or sorted(SOURCES.rglob("*.toml")):
        text = file.read_text(encoding="utf-8")
        new = folded(text)
        if new == text:
            continue
        unfolded += 1
        print(f"{file}: long patterns on one line" if asked.check else f"{file}: folded")
        if not asked.check:
            file.write_text(new, encoding="utf-8")
    return 1 if asked.check and unfolded else 0


def folded(text: str) -> str:
    """A table with its long patterns, and long lists of words, over several lines.

    Raises `ValueError` where that would change what is read from it.
    """
    new = _VALUE.sub(_over_lines, text)
    new = _LIST.sub(_list_over_lines, new)
    if parsed(new) != parsed(text):
        raise ValueError("what the table says would have changed")
    return new


def _over_lines(found: re.Match[str]) -> str:
    # A line end right behind the marks is none of the text's own.
    written = (found["literal"] or found["short"] or "").removeprefix("\n")
    if "\n" in written and not written.startswith(MOVED_IN):
        return found[0]
    lines = written.split("\n")
    pattern = "".join(line.lstrip(" ") for line in lines) if len(lines) > 1 else written
    column = found.start() - found.string.rfind("\n", 0, found.start())
    if column + len(pattern) + 6 <= WIDTH:
        return f"'''{pattern}'''" if "\n" in written else found[0]
    lines = [*_broken(pattern)] if _A_PATTERN.search(pattern) else []
    if len(lines) < 2 or any(line.startswith(" ") for line in lines):
        return found[0]
    return "'''\n" + "\n".join(lines_moved_in(lines)) + "'''"


def _list_over_lines(found: re.Match[str]) -> str:
    if len(found[0]) <= WIDTH:
        return found[0]
    return (
        f"{found['name']} = [\n"
        + fill(
            found["words"].replace(" ", "\0").replace(',\0"', ', "'),
            WIDTH,
            initial_indent=MOVED_IN,
            subsequent_indent=MOVED_IN,
            break_long_words=False,
            break_on_hyphens=False,
        ).replace("\0", " ")
        + ",\n]"
    )


def lines_moved_in(lines: list[str]) -> Iterator[str]:
    """Each line moved in by how many groups are open where it begins."""
    depth = 0
    for line in lines:
        yield MOVED_IN + "  " * min(depth, 10) + line
        for part in _WHOLE.findall(line):
            depth += _opens(part)
            depth -= part == ")"


def _broken(pattern: str) -> Iterator[str]:
    """The lines of a pattern: each ends at the outermost place for it within the width."""
    start = 0
    places = [*_places(pattern)]
    while True:
        deep = _depth(pattern, start, places)
        room = WIDTH - len(MOVED_IN) - 2 * min(deep, 10)
        if len(pattern) - start <= room:
            yield pattern[start:]
            return
        within = [(depth, -at) for at, depth in places if start < at <= start + room]
        if within:
            end = -min(within)[1]
        else:
            end = next((at for at, _ in places if at > start + room), len(pattern))
        yield pattern[start:end]
        if end == len(pattern):
            return
        start = end


def _depth(pattern: str, start: int, places: list[tuple[int, float]]) -> int:
    return next((int(depth) for at, depth in places if at == start), 0)


def _places(pattern: str) -> Iterator[tuple[int, float]]:
    """Where a line may begin, and how deep that is: before an alternative, or a group.

    The end of a word that a group begins at goes with the group.
    """
    at, depth, parts = 0, 0, _WHOLE.findall(pattern)
    for part, next_part in zip(parts, [*parts[1:], ""], strict=True):
        opens = _opens(part) or (part == r"\b" and _opens(next_part))
        before = pattern[at - 1 : at]
        if before and not before.isspace() and not pattern[at + 1 : at + 2].isspace():
            if part == "|":
                yield at, depth
            elif opens and not (before == "|" or pattern[max(at - 2, 0) : at] == r"\b"):
                yield at, depth + 0.5
        depth += _opens(part)
        depth -= part == ")"
        at += len(part)


def _opens(part: str) -> bool:
    return part.startswith("(") and not part.endswith(")")


if __name__ == "__main__":
    sys.exit(main())

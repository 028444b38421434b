"""The scorecard as JSON and as a Markdown table."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from .figures import Figure, Section

_HEAD = (
    "# Scorecard\n\n"
    "How well abstracts are read and graded, measured with `make bench-reading`. Labels were "
    "made with a language model unless the section says otherwise; none are called expert. The "
    "rules were written with the development labels in view, so figures on them flatter; where a "
    "section names texts that no rule was written on, that is the honest figure.\n"
)


def markdown(sections: list[Section]) -> str:
    """One table a section: each figure with its count, interval and what it stands beside."""
    parts = [_HEAD]
    for section in sections:
        parts.append(f"\n## {section.title}\n\nMeasured on: {section.data}.\n\n")
        parts.append("| figure | value | n | 95 % interval | best constant answer | aim |\n")
        parts.append("|---|---|---|---|---|---|\n")
        parts += [_row(f) for f in section.figures]
        parts += [f"\n{f.name}: beside {f.peer}\n" for f in section.figures if f.peer]
        parts += [f"\n{note}\n" for note in section.notes]
        if section.errors:
            parts.append(f"\n{len(section.errors)} errors are listed in `errors.json`.\n")
    return "".join(parts)


def _row(figure: Figure) -> str:
    interval = "" if figure.low is None else f"{figure.low:.3f} to {figure.high:.3f}"
    constant = "" if figure.constant is None else f"{figure.constant:.3f}"
    aim = "" if figure.at_least is None else f"≥ {figure.at_least:g}"
    return (
        f"| {figure.name} | {figure.value:.3f} | {figure.n} | {interval} | {constant} | {aim} |\n"
    )


def write(sections: list[Section], folder: Path) -> None:
    """`scorecard.json`, `scorecard.md` and, to be looked at by a person, `errors.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = [
        {k: v for k, v in asdict(section).items() if k != "errors"}
        | {"errors": len(section.errors)}
        for section in sections
    ]
    errors = {section.key: section.errors for section in sections if section.errors}
    _dump(figures, folder / "scorecard.json")
    _dump(errors, folder / "errors.json")
    (folder / "scorecard.md").write_text(markdown(sections), encoding="utf-8")


def _dump(value: object, path: Path) -> None:
    text = json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")

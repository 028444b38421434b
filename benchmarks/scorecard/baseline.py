"""The committed baseline: no later change may make a figure fall below it."""

from __future__ import annotations

import json
from pathlib import Path

from .figures import Section

FILE = Path(__file__).with_name("baseline.json")
SLACK = 0.002
"""Figures of counts are exact; this covers rounding to three digits only."""


def committed() -> dict[str, float]:
    """The figures that were committed, by `section.figure`."""
    if not FILE.exists():
        return {}
    return {str(k): float(v) for k, v in json.loads(FILE.read_text(encoding="utf-8")).items()}


def fallen(sections: list[Section]) -> list[str]:
    """Every measured figure that lies below the committed one, in words."""
    floor = committed()
    return [
        f"{name}: {figure.value:.3f}, was {floor[name]:.3f}"
        for section in sections
        for figure in section.figures
        if (name := f"{section.key}.{figure.name}") in floor
        and figure.value < floor[name] - SLACK
    ]


def set_to(sections: list[Section]) -> None:
    """Commit these figures; those of sections that were not measured stay."""
    floor = committed()
    for section in sections:
        floor = {k: v for k, v in floor.items() if not k.startswith(f"{section.key}.")}
        floor |= {f"{section.key}.{f.name}": round(f.value, 3) for f in section.figures}
    FILE.write_text(json.dumps(floor, indent=1, sort_keys=True) + "\n", encoding="utf-8")

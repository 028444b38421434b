"""Counts of people beside labels in lots, of which a half was looked at and a half only scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evidence_atlas.records import Participants

from .figures import Figure, share


@dataclass
class Tally:
    """Which counts were right, by lot and kind of figure, and what was wrong where one may look."""

    right: dict[str, list[bool]] = field(default_factory=dict)
    errors: list[dict[str, object]] = field(default_factory=list)

    def add(
        self, label: dict[str, Any], people: Participants, names: Iterable[str],
        *, lot: str, looked_at: bool,
    ) -> None:  # fmt: skip
        """One text's counts; what its label calls unsure is not scored."""
        for name in names:
            if name in label["unsure"]:
                continue
            want, got = label["n"].get(name), getattr(people, name)
            if name == "total" and got is None:
                got = people.planned
            what = f"{name}: right where stated" if want is not None else "none invented"
            self.right.setdefault(f"{lot}: {what}", []).append(want == got)
            if want != got and looked_at:
                self.errors.append({"id": label["key"], "count": name, "wanted": want, "got": got})

    def figures(self) -> tuple[Figure, ...]:
        return tuple(share(n, sum(right), len(right)) for n, right in sorted(self.right.items()))

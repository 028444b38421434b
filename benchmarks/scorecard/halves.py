"""Answers on labels of two halves: one whose errors may be seen, one that is only ever scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .figures import Section, share
from .unseen import AIMS

SEEN = "looked at"


@dataclass
class Halves:
    """Which answers were right, by half and name, and the errors of the half looked at."""

    right: dict[str, list[bool]] = field(default_factory=dict)
    errors: list[dict[str, object]] = field(default_factory=list)

    def note(self, half: str, found: Iterable[tuple[str, bool]], **of: object) -> None:
        """The answers on one label; `of` tells which label it is, where one was wrong."""
        for name, ok in found:
            self.right.setdefault(f"{half}: {name}", []).append(ok)
            if not ok and half == SEEN:
                self.errors.append({**of, "wrong": name})

    def section(self, key: str, title: str, data: str) -> Section:
        """The section of the scorecard with both halves apart."""
        return Section(
            key=key,
            title=title,
            data=data,
            figures=tuple(
                share(name, sum(found), len(found), at_least=AIMS.get(name.split(": ")[1]))
                for name, found in sorted(self.right.items())
            ),
            errors=tuple(self.errors),
            notes=("Errors are listed of those that were looked at.",),
        )

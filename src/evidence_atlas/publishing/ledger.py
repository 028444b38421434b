"""What the ledger says: pure functions over its rows, read in the order they were written.

The rows are never changed; who belongs to which study, which studies are joined and which
address leads where are worked out from them, so that any of it can be undone by a further
row.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Value


class Entry(Value, frozen=True):
    """A row of the ledger without its time; see `store.models.ledger` for the kinds."""

    kind: str
    study: str
    value: str = ""
    other: str = ""
    because: str = ""


class State:
    """The ledger read so far."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.minted: dict[str, str] = {}
        """Study key -> the record it was minted for, in the order of minting."""
        self.assigned: dict[str, str] = {}
        """Record key -> the study it was last given to, merges not applied."""
        self.merged: dict[str, str] = {}
        """Study that went into another -> the one that stays, standing merges only."""
        self.slugs: dict[str, str] = {}
        """Address -> the study it was given to."""
        self.addresses: dict[str, str] = {}
        """Study -> its own address, whether or not the study was merged."""
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Read one more row."""
        if entry.kind == "mint":
            self.minted[entry.study] = entry.value
            self.assigned[entry.value] = entry.study
        elif entry.kind == "join":
            self.assigned[entry.value] = entry.study
        elif entry.kind == "merge":
            self.merged.pop(entry.other, None)
            # A merge that would close a circle says nothing: a study is never part of itself.
            if self.standing(entry.study) != entry.other:
                self.merged[entry.other] = entry.study
        elif entry.kind == "unmerge":
            self.merged.pop(entry.other, None)
        elif entry.kind == "slug":
            self.slugs[entry.value] = entry.study
            self.addresses.setdefault(entry.study, entry.value)
        elif entry.kind == "redirect":
            self.slugs[entry.value] = entry.study

    def standing(self, study: str) -> str:
        """The study that `study` is part of now: itself unless it was merged."""
        while study in self.merged:
            study = self.merged[study]
        return study

    def address(self, study: str) -> str | None:
        """The address of the study that `study` is part of now."""
        return self.addresses.get(self.standing(study))

    def redirects(self) -> dict[str, str]:
        """Every address given out that is not its study's current one -> that study's address."""
        found = {}
        for slug, study in self.slugs.items():
            target = self.address(study)
            if target is not None and target != slug:
                found[slug] = target
        return dict(sorted(found.items()))


def free_slug(candidate: str, taken: dict[str, str]) -> str:
    """The bare candidate, else the first of `-2`, `-3`, … that was never given out."""
    if candidate not in taken:
        return candidate
    number = 2
    while f"{candidate}-{number}" in taken:
        number += 1
    return f"{candidate}-{number}"

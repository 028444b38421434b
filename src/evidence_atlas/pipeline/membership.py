"""Which records make which study, and what the ledger must be told about it. Pure."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence

from ..publishing.ledger import Entry, State
from ..records import Ruling


def study_key(record: str, taken: Iterable[str] = ()) -> str:
    """The opaque key of a study minted for the record of this key.

    The same everywhere; where it is taken already, the next that is free.
    """
    number = 1
    while True:
        name = record if number == 1 else f"{record}#{number}"
        found = hashlib.sha256(name.encode()).digest()
        key = "k" + base64.b32encode(found).decode().lower()[:10]
        if key not in taken:
            return key
        number += 1


def record_order(key: str) -> tuple[int, int, str]:
    """Records by PMID as a number, those without one last, by key."""
    return (0, int(key), "") if key.isdigit() else (1, 0, key)


def settle(groups: Iterable[Sequence[str]], state: State, rulings: Sequence[Ruling]) -> list[Entry]:
    """The ledger rows that bring `state` into agreement with `groups` and the rulings.

    `groups` are sets of record keys that are one study each. A study keeps its key as long
    as one of its records is there; studies found to be one are merged into the one minted
    first; editors' rulings come before what the rules find. `state` is brought up to date.
    """
    apart = {r.before for r in rulings if r.action == "unmerge" and r.before}
    apart -= set(state.minted)
    pieces = _pieces(groups, apart)
    claims = _claims(pieces, state)
    rows: list[Entry] = []

    def write(entry: Entry) -> None:
        rows.append(entry)
        state.add(entry)

    merges: dict[str, tuple[str, str]] = {}
    for number, piece in enumerate(pieces):
        mine = claims[number]
        if not mine:
            mine = [study_key(piece[0], state.minted)]
            write(Entry(kind="mint", study=mine[0], value=piece[0]))
        for record in piece:
            if state.assigned.get(record) not in mine:
                write(Entry(kind="join", study=mine[0], value=record))
        for other in mine[1:]:
            merges[other] = (mine[0], "The records are of one study")
    _rule(merges, rulings)
    for other in sorted(set(state.merged) | set(merges)):
        stays = merges.get(other)
        standing = state.merged.get(other)
        if standing is not None and (stays is None or stays[0] != standing):
            write(Entry(kind="unmerge", study=standing, other=other))
            standing = None
        known = stays is not None and stays[0] in state.minted and other in state.minted
        if stays and known and standing is None and state.standing(stays[0]) != other:
            write(Entry(kind="merge", study=stays[0], other=other, because=stays[1]))
    return rows


def _pieces(groups: Iterable[Sequence[str]], apart: set[str]) -> list[list[str]]:
    """The groups, records that an editor set apart on their own, in the order of records."""
    pieces = []
    for group in groups:
        together = sorted((r for r in group if r not in apart), key=record_order)
        pieces += [[r] for r in group if r in apart]
        if together:
            pieces.append(together)
    return sorted(pieces, key=lambda piece: record_order(piece[0]))


def _claims(pieces: list[list[str]], state: State) -> list[list[str]]:
    """For each piece the studies that are its own, the one minted first in front.

    Where two pieces claim one study, it stays with the record that it was minted for.
    """
    age = {study: number for number, study in enumerate(state.minted)}
    wanted: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        for record in piece:
            study = state.assigned.get(record)
            if study is not None and number not in wanted.setdefault(study, []):
                wanted[study].append(number)
    claims: list[list[str]] = [[] for _ in pieces]
    for study, numbers in wanted.items():
        origin = state.minted[study]
        owner = next((n for n in numbers if origin in pieces[n]), numbers[0])
        claims[owner].append(study)
    for mine in claims:
        mine.sort(key=age.__getitem__)
    return claims


def _rule(merges: dict[str, tuple[str, str]], rulings: Sequence[Ruling]) -> None:
    """Apply editors' merges and unmerges, in their order, over what the rules found."""
    for ruling in rulings:
        if not ruling.before:
            continue
        if ruling.action == "merge":
            merges.pop(ruling.target, None)
            merges[ruling.before] = (ruling.target, ruling.reason)
        elif ruling.action == "unmerge":
            for one, other in ((ruling.before, ruling.target), (ruling.target, ruling.before)):
                if one in merges and merges[one][0] == other:
                    del merges[one]

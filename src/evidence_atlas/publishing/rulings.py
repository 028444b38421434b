"""Recording an editor's ruling. It takes effect at the next run of the stages."""

from __future__ import annotations

import datetime as dt

from ..records import PublishedStudy, Value, from_json
from ..store.models import LedgerRow, PageVersion, RulingRow, StageOutput
from .ledger import Entry, State

_CODES = "flags: "


class RulingError(Exception):
    """The ruling cannot be recorded; the message says why."""


class _Judged(Value, frozen=True):
    judged: str


def covered(codes: list[str]) -> str:
    """What a release writes down of the kinds of flag that it lets pass."""
    return _CODES + ", ".join(sorted(set(codes)))


def passed_codes(after: str | None) -> list[str]:
    """The kinds of flag that a release lets pass, out of what it wrote down."""
    if not after or not after.startswith(_CODES):
        return []
    return [code for code in after.removeprefix(_CODES).split(", ") if code]


def ledger() -> State:
    """The ledger as it stands."""
    columns = ("kind", "study", "value", "other", "because")
    return State(
        Entry(kind=kind, study=study, value=value, other=other, because=because)
        for kind, study, value, other, because in LedgerRow.objects.order_by("id")
        .values_list(*columns)
        .iterator(chunk_size=2000)
    )


def find(name: str, state: State) -> str | None:
    """The study behind a key, an address or a PMID, merges not followed."""
    name = name.strip().rstrip("/").rpartition("/")[2]
    if name in state.minted:
        return name
    return state.slugs.get(name) or state.assigned.get(name)


def record(
    action: str,
    name: str,
    *,
    reason: str,
    role: str,
    now: dt.datetime,
    other: str | None = None,
) -> list[RulingRow]:
    """Write a ruling down; gives the rows written.

    `name` and `other` are study keys, addresses or PMIDs. A merge keeps `name` and brings
    `other` into it; an unmerge takes `other` (a study, or one record by its PMID) out again.
    A release of a merged study releases each of its parts. Raises RulingError.
    """
    if not reason.strip() or not role.strip():
        raise RulingError("a ruling needs a reason and the role of who makes it")
    state = ledger()
    found = find(name, state)
    if found is None:
        raise RulingError(f"no study has the key, address or PMID {name!r}")
    target = state.standing(found)
    before = _other(action, target, other, state)
    targets = [target]
    if action == "release":
        targets += sorted(s for s in state.merged if state.standing(s) == target)
    judged = _judged(target)
    after = covered(_critical(target)) if action == "release" else None
    rows = [
        RulingRow(
            target=t, action=action, reason=reason.strip(), role=role.strip(),
            source_hash=judged, before=before, after=after, time=now,
        )
        for t in targets
    ]  # fmt: skip
    for row in rows:
        row.save()
    return rows


def _other(action: str, target: str, other: str | None, state: State) -> str | None:
    if action not in {"merge", "unmerge"}:
        return None
    found = find(other or "", state)
    if found is None:
        raise RulingError(f"no study has the key, address or PMID {other!r}")
    if action == "merge":
        into = state.standing(found)
        if into == target:
            raise RulingError(f"{other} is part of {target} already")
        return into
    if state.standing(found) != target:
        raise RulingError(f"{other} is not part of {target}")
    if found != target:
        return found
    name = (other or "").strip()
    if state.assigned.get(name) == target and state.minted[target] != name:
        return name
    raise RulingError(f"{other} cannot be taken out of {target}: it is what {target} was made for")


def _judged(study: str) -> str:
    row = StageOutput.objects.filter(stage="moderate", subject=study)
    payload = row.values_list("payload", flat=True).first()
    return from_json(bytes(payload), _Judged).judged if payload else ""


def _critical(study: str) -> list[str]:
    page = PageVersion.objects.filter(study=study).order_by("-id").first()
    if page is None:
        return []
    flags = from_json(page.payload, PublishedStudy).flags
    return [flag.code for flag in flags if flag.severity == "CRITICAL"]

"""What happened to a page, put together from the ledger, the rulings and its versions."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from ..records import HistoryEntry
from ..store.models import LedgerRow, PageVersion, RulingRow

_RULED = {
    "hold": "Held by an editor",
    "release": "Released by an editor",
    "review": "Reviewed by an editor",
    "merge": "An editor joined another study to this one",
    "unmerge": "An editor separated another study from this one",
}
_LEDGER = {
    "slug": "Address given",
    "redirect": "A further address leads here",
    "merge": "Joined with another study",
    "unmerge": "Separated from another study",
}


def history(study: str, until: dt.datetime | None = None) -> tuple[HistoryEntry, ...]:
    """Everything that happened to a study's page, oldest first, up to a time if one is given.

    Things of the same moment stand in the order ledger, ruling, page.
    """
    found: list[tuple[dt.datetime, int, int, HistoryEntry]] = []
    ledger = LedgerRow.objects.filter(Q(study=study) | Q(other=study), kind__in=list(_LEDGER))
    for row in ledger.order_by("id"):
        what = _LEDGER[row.kind]
        if row.kind in {"slug", "redirect"}:
            what = f"{what}: {row.value}"
        found.append((row.time, 0, row.pk, _entry(row.time, what, row.because or None)))
    rulings = RulingRow.objects.filter(Q(target=study) | Q(before=study)).order_by("id")
    for ruling in rulings:
        entry = _entry(ruling.time, _RULED[ruling.action], ruling.reason, ruling.role)
        found.append((ruling.time, 1, ruling.pk, entry))
    pages = PageVersion.objects.filter(study=study).order_by("id").defer("payload")
    for page in pages:
        found.append((page.made, 2, page.pk, _entry(page.made, page.because)))
    found.sort(key=lambda item: item[:3])
    return tuple(e for time, _, _, e in found if until is None or time <= until)


def _entry(
    time: dt.datetime, what: str, reason: str | None = None, role: str | None = None
) -> HistoryEntry:
    return HistoryEntry(
        time=time.astimezone(dt.UTC).isoformat(timespec="seconds"),
        what=what,
        reason=reason,
        role=role,
    )

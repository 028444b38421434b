"""What changed in a month: new, regraded, corrected and retracted studies, each with its reason."""

from __future__ import annotations

import datetime as dt

from ..records import Value
from ..store.models import CurrentEdition, EditionEntry, LedgerRow, PageVersion, RulingRow

_RULED = {
    "hold": "held",
    "release": "released",
    "review": "reviewed",
    "merge": "joined",
    "unmerge": "separated",
}


class Change(Value):
    """Something that happened to one study: of what kind, when (day, ISO), and why."""

    kind: str
    day: str
    slug: str
    title: str
    reason: str


class Month(Value):
    """The changes of a month by kind, and how many pages changed in words only."""

    month: str
    changes: dict[str, tuple[Change, ...]]
    words_only: int
    before: str | None
    after: str | None


def latest() -> str | None:
    """The month (`2026-11`) of the last change, None before the first build."""
    made = PageVersion.objects.order_by("-made").values_list("made", flat=True).first()
    return made.astimezone(dt.UTC).strftime("%Y-%m") if made else None


def month(wanted: str) -> Month | None:
    """All of a month's changes to studies that the served edition holds; None for no month."""
    try:
        start = dt.datetime.strptime(wanted, "%Y-%m").replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    end = (start + dt.timedelta(days=32)).replace(day=1)
    pointer = CurrentEdition.objects.values_list("edition", "moved").first()
    if pointer is None:
        return None
    edition, moved = pointer
    limit = min(end, moved + dt.timedelta(microseconds=1))
    within = {"made__gte": start, "made__lt": limit}
    pages = PageVersion.objects.filter(**within)
    found: list[tuple[str, dt.datetime, str, str]] = []
    for study, kinds, because, made in pages.exclude(kinds="").values_list(
        "study", "kinds", "because", "made"
    ):
        found += [(kind, made, study, because) for kind in kinds.split("|") if kind]
    timed = {"time__gte": start, "time__lt": limit}
    for row in RulingRow.objects.filter(**timed):
        found.append((_RULED[row.action], row.time, row.target, row.reason))
    for entry in LedgerRow.objects.filter(**timed, kind__in=("merge", "unmerge")):
        kind = "joined" if entry.kind == "merge" else "separated"
        found.append((kind, entry.time, entry.study, entry.because))
    names = {
        study: (slug, title)
        for study, slug, title in EditionEntry.objects.filter(edition=edition).values_list(
            "study", "slug", "title"
        )
    }
    by_kind: dict[str, list[Change]] = {}
    for kind, time, study, reason in sorted(found, key=lambda f: (f[1], f[2], f[0]), reverse=True):
        if study in names:
            slug, title = names[study]
            day = time.astimezone(dt.UTC).date().isoformat()
            change = Change(kind=kind, day=day, slug=slug, title=title, reason=reason)
            if change not in by_kind.setdefault(kind, []):
                by_kind[kind].append(change)
    return Month(
        month=wanted,
        changes={kind: tuple(changes) for kind, changes in by_kind.items()},
        words_only=pages.filter(kinds="").count(),
        before=_neighbour(PageVersion.objects.filter(made__lt=start).order_by("-made")),
        after=_neighbour(PageVersion.objects.filter(made__gte=end).order_by("made")),
    )


def _neighbour(rows: object) -> str | None:
    made = rows.values_list("made", flat=True).first()  # type: ignore[attr-defined]
    return made.astimezone(dt.UTC).strftime("%Y-%m") if made else None

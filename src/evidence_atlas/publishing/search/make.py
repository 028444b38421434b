"""The index of an edition, made from what the store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from django.conf import settings

from ...conditions import ConditionError, load, load_synonyms
from ...records import PublishedStudy, from_json
from ...records.synonyms import Synonyms
from ...store.models import CurrentEdition, Edition, EditionEntry, PageVersion
from ..columns import Columns
from ..editions import places
from . import fields, index
from .documents import Document, document
from .mesh_terms import headings_in_use
from .notices import Titles, about_another

_BATCH = 200


def make(
    home: Path,
    edition: str,
    entries: Sequence[Columns],
    advance: Callable[[int], None] = lambda _: None,
) -> Path:
    """Make the index of the edition with this digest and these entries; gives its folder.

    The index of the edition being served is kept, for the pointer moves afterwards.
    """
    served = CurrentEdition.objects.values_list("edition__digest", flat=True).first()
    used: set[str] = set()
    return index.build(
        home,
        edition,
        documents(entries, used),
        headings=lambda: headings_in_use(home, used),
        synonyms=_synonyms(),
        keep=[served] if served else [],
        advance=advance,
    )


def _synonyms() -> Synonyms | None:
    """The illness's synonyms, as the site will use them; an index can be made without."""
    try:
        return load_synonyms(settings.ATLAS.condition, load(settings.ATLAS.condition))
    except ConditionError:
        return None


def make_current(home: Path, advance: Callable[[int], None] = lambda _: None) -> Path | None:
    """Make the index of the edition being served anew; None where there is no edition."""
    pointer = CurrentEdition.objects.select_related("edition").first()
    if pointer is None:
        return None
    return make(home, pointer.edition.digest, entries_of(pointer.edition), advance)


def entries_of(edition: Edition) -> list[Columns]:
    """What an edition's list shows of each study, as it is stored."""
    rows = EditionEntry.objects.filter(edition=edition).order_by("study")
    names = [f for f in Columns.__struct_fields__ if f != "version"]
    return [
        Columns(version=version, **dict(zip(names, values, strict=True)))
        for version, *values in rows.values_list("page__version", *names).iterator(2000)
    ]


def documents(entries: Sequence[Columns], used: set[str]) -> Iterator[Document]:
    """The documents of these entries; `used` collects the MeSH headings that they are under."""
    in_orders = places(entries)
    titles = Titles(e.title for e in entries)
    rest = iter(entries)
    while batch := list(islice(rest, _BATCH)):
        pages = dict(
            PageVersion.objects.filter(version__in=[e.version for e in batch]).values_list(
                "version", "payload"
            )
        )
        for e in batch:
            study = from_json(bytes(pages[e.version]), PublishedStudy)
            used.update(m.descriptor for m in study.record.mesh)
            orders = dict(zip(fields.ORDERS, in_orders[e.study], strict=True))
            yield document(study, e, orders, notice=about_another(study, titles))

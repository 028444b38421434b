"""Lineage: what the bibliography says of how studies hang together."""

from __future__ import annotations

from django.db import transaction

from ...records import digest, to_json
from ...store.models import LinkRow
from .. import tables
from ..context import Context
from ..outputs import Normalised
from ..packed import Packed
from ..refresh import every


def lineage(context: Context) -> None:
    """Bring the links that records state (corrections, versions, citations) up to date."""
    version = context.version("records")
    with context.stage("lineage") as tally:
        wanted = digest(
            tables.digest_of_outputs("normalise"), tables.digest_of_outputs("deduplicate"), version
        )
        if tables.signature("lineage") == wanted:
            rows = LinkRow.objects.filter(origin="lineage").values_list("id", flat=True)
            tally.seen.update(str(row) for row in rows)
        else:
            records = {key: to_json(found.record) for key, found in every("normalise", Normalised)}
            by_study: dict[str, Packed] = {}
            for study, members in tables.studies().items():
                keys = dict.fromkeys(ref.key for ref in members.records)
                by_study[study] = Packed([records[key] for key in keys])
            with transaction.atomic():
                count = tables.replace_links("lineage", context.components.lineage(by_study))
                tables.sign("lineage", wanted, version)
            tally.seen.update(str(i) for i in range(count))
            tally.made.update(str(i) for i in range(count))
        tally.note = "links"

"""Summarise: choose what each page has to say."""

from __future__ import annotations

from ...records import digest
from .. import tables, work
from ..context import Context
from ..refresh import payloads, refresh
from ..state import Atlas


def summarise(context: Context, atlas: Atlas) -> None:
    """Bring every study's brief up to date."""
    version = context.version("writing")
    reading, level = atlas.hashes["reading"], atlas.hashes["level"]
    with context.stage("summarise") as tally:
        wanted = {
            s: digest(m.main.payload_hash, reading[s], level[s], version)
            for s, m in atlas.studies.items()
        }

        def load(batch: list[str]) -> dict[str, tuple[bytes, ...]]:
            records = tables.records({s: atlas.studies[s].main for s in batch})
            readings, levels = payloads("reading", batch), payloads("level", batch)
            return {s: (records[s], readings[s], levels[s]) for s in batch}

        atlas.hashes["summarise"] = refresh(
            context, tally, "summarise", wanted, load, work.summarise, version
        )

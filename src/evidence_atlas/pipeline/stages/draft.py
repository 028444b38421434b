"""Draft: write each page as statements with their support."""

from __future__ import annotations

from ...records import digest, to_json
from .. import tables, work
from ..context import Context
from ..refresh import payloads, refresh
from ..state import Atlas


def draft(context: Context, atlas: Atlas) -> None:
    """Bring every page up to date."""
    version = context.version("writing")
    reading, level, brief = (atlas.hashes[s] for s in ("reading", "level", "summarise"))
    with context.stage("draft") as tally:
        wanted = {
            s: digest(
                atlas.studies[s].main.payload_hash,
                reading[s],
                level[s],
                brief[s],
                atlas.near.digest(s),
                context.condition_digest,
                version,
            )
            for s in brief
        }

        def load(batch: list[str]) -> dict[str, tuple[bytes, ...]]:
            records = tables.records({s: atlas.studies[s].main for s in batch})
            readings, levels = payloads("reading", batch), payloads("level", batch)
            briefs = payloads("summarise", batch)
            return {
                s: (
                    s.encode(), briefs[s], records[s], readings[s], levels[s],
                    to_json(atlas.near.around(s)),
                )
                for s in batch
            }  # fmt: skip

        atlas.hashes["draft"] = refresh(context, tally, "draft", wanted, load, work.draft, version)

"""Draft: write each page as statements with their support; a language model may reword them."""

from __future__ import annotations

from ...records import digest, to_json
from ...store.models import StageOutput
from .. import tables, work
from ..context import Context
from ..refresh import payloads, refresh
from ..state import Atlas

OWN = "own draft"
"""The stage under which our own pages are kept while a language model is on."""


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

        model = context.language_model
        stage = "draft" if model is None else OWN
        own = refresh(context, tally, stage, wanted, load, work.draft, version)
        if model is None:
            StageOutput.objects.filter(stage=OWN).delete()
        atlas.hashes["draft"] = own if model is None else model.word(context, tally, atlas, own)

"""What the overviews use of each study: made once a page version, kept as a stage's output is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..publishing.columns import Columns
from ..publishing.overview import VERSION
from ..publishing.overview.seen import seen
from ..publishing.overview.values import Seen
from ..records import PublishedStudy, digest, from_json, to_json
from ..store.models import PageVersion, StageOutput
from .context import Context
from .refresh import batched, every, keep

_STAGE = "overview"
_BATCH = 50


def seen_studies(context: Context, entries: Sequence[Columns]) -> list[Seen]:
    """The facts of every study of an edition; only pages that are new are looked into."""
    wanted: Mapping[str, str] = {
        e.study: digest(e.version, VERSION, context.condition_digest) for e in entries
    }
    versions = {e.study: e.version for e in entries}
    rows = StageOutput.objects.filter(stage=_STAGE)
    known = dict(rows.values_list("subject", "input_hash"))
    stale = [s for s in sorted(wanted) if known.get(s) != wanted[s]]
    for batch in batched(stale, _BATCH):
        pages = PageVersion.objects.filter(version__in=[versions[s] for s in batch])
        made = []
        for study, payload in pages.values_list("study", "payload"):
            facts = seen(from_json(payload, PublishedStudy), context.condition)
            made.append((study, to_json(facts)))
        keep(_STAGE, made, wanted, VERSION)
    gone = [s for s in known if s not in wanted]
    for batch in batched(gone):
        rows.filter(subject__in=batch).delete()
    return [facts for _, facts in every(_STAGE, Seen)]

"""Moderate: pass each page through the gate, then apply the editors' rulings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...publishing.ledger import State
from ...publishing.rulings import ledger
from ...records import Ruling, digest, from_json, to_json
from ...store.models import StageOutput
from .. import tables, work
from ..context import Context, Tally
from ..outputs import Checked
from ..refresh import batched, keep, payloads, refresh
from ..rulings import VERSION, moderated
from ..state import Atlas


def moderate(context: Context, atlas: Atlas) -> None:
    """Bring flags, holds, releases and reviews up to date."""
    with context.stage("moderate") as tally:
        gate = _check(context, tally, atlas)
        atlas.hashes["gate"] = gate
        atlas.hashes["moderate"] = _rule(context, tally, atlas, gate)


def _check(context: Context, tally: Tally, atlas: Atlas) -> dict[str, str]:
    version = context.version("checking")
    wanted = {
        s: digest(*atlas.judged(s, page), context.condition_digest, version)
        for s, page in atlas.hashes["draft"].items()
    }

    def load(batch: list[str]) -> dict[str, tuple[bytes, ...]]:
        records = tables.records({s: atlas.studies[s].main for s in batch})
        pages, readings = payloads("draft", batch), payloads("reading", batch)
        levels = payloads("level", batch)
        return {
            s: (pages[s], records[s], readings[s], levels[s], to_json(atlas.near.around(s)))
            for s in batch
        }

    return refresh(context, tally, "gate", wanted, load, work.check, version)


def _rule(context: Context, tally: Tally, atlas: Atlas, gate: Mapping[str, str]) -> dict[str, str]:
    """What gate and rulings make of each page. Too little work to be spread over processes."""
    state = ledger()
    by_study = _rulings_by_study(tables.rulings(), state)
    page = atlas.hashes["draft"]
    judged = {s: digest(tables.member_hashes(atlas.studies[s]), page[s]) for s in gate}
    wanted = {s: digest(gate[s], judged[s], by_study.get(s, ()), VERSION) for s in gate}
    rows = StageOutput.objects.filter(stage="moderate")
    known = {s: (i, o) for s, i, o in rows.values_list("subject", "input_hash", "output_hash")}
    stale = [s for s in wanted if known.get(s, ("", ""))[0] != wanted[s]]
    for batch in batched(stale):
        checked = payloads("gate", batch)
        made = [
            (
                s,
                to_json(moderated(from_json(checked[s], Checked), judged[s], by_study.get(s, ()))),
            )
            for s in batch
        ]
        keep("moderate", made, wanted, context.version("checking"))
    for batch in batched([s for s in known if s not in wanted and s not in context.failed]):
        rows.filter(subject__in=batch).delete()
    tally.made.update(stale)
    outputs = dict(rows.values_list("subject", "output_hash"))
    return {s: outputs[s] for s in wanted}


def _rulings_by_study(rulings: Sequence[Ruling], state: State) -> dict[str, tuple[Ruling, ...]]:
    """Rulings by the study that their target is part of now."""
    found: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        found.setdefault(state.standing(ruling.target), []).append(ruling)
    return {study: tuple(mine) for study, mine in found.items()}

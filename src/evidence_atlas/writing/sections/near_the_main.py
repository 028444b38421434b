"""What may be said of a study elsewhere is told in its Quick, or lies near its main result."""

from __future__ import annotations

from evidence_atlas.records import results_in, sentences_in

from ..authors.foremost import ranked
from ..material import Material
from ..said import Said

FAR = 150.0
"""So far behind the foremost sentence, a finding is not what a study should be known for."""
_RANKED = frozenset({"cohort", "survey", "comparison", "interviews", "single_arm"})
"""Kinds whose sentences are ranked by how much they tell of the main result."""


def near_the_main(m: Material, told: list[Said], quick: list[Said]) -> list[Said]:
    """The same without a side finding that Quick does not tell.

    Where chance made the groups, what differed between them is the main result in any case.
    """
    if m.brief.kind not in _RANKED or m.reading.design.randomised is True:
        return told
    in_quick = {at for s in quick for at in _sentences(m, s)}
    scores = {at: score for score, at in ranked(m.record, m.reading, m.brief)}
    near = max(scores.values(), default=0.0) - FAR
    return [
        s for s in told
        if not (places := _sentences(m, s))
        or not places.isdisjoint(in_quick)
        or max(scores.get(at, 0.0) for at in places) >= near
    ]  # fmt: skip


def _sentences(m: Material, told: Said) -> set[int]:
    """The sentences of the abstract that hold what is told."""
    held = {m.reading.results[i].sentence for i in results_in(told.about)}
    return {at for at in held if at is not None} | set(sentences_in(told.about))

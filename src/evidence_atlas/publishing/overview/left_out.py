"""What stands in no picture of the map, and why: nothing that a study tells is silently lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .charts import Sources
from .counting import counts, is_withdrawn
from .findings import LINKS, lane
from .topic_charts import findings_of, own_results
from .values import Left, LeftOut, Ref, Seen, Told

Reason = Literal[
    "described", "no outcome", "aside", "no others", "not its own", "either way", "behind",
    "no topic",
]  # fmt: skip


class Out(NamedTuple):
    """A result that stands in no picture, and the reason."""

    reason: Reason
    left: Left


def left_out(sources: Sources) -> tuple[LeftOut, tuple[Out, ...]]:
    """How much stands in no picture, and each such result, the weightiest study first."""
    found = tuple(_results(sources))
    reasons: Counter[str] = Counter(out.reason for out in found)
    kinds = Counter(_kind(s) for s in sources.all if not counts(s))
    summary = LeftOut(
        told=sum(len(s.told) for s in sources.counted),
        results=dict(reasons),
        studies=dict(kinds),
        silent=sum(not s.told for s in sources.counted),
    )
    return summary, found


def _results(sources: Sources) -> Iterator[Out]:
    for study in sources.counted:
        found, _ = findings_of(sources, study)
        standing = [t for f in found if f.frame != "link" or study.topics for t in f.told]
        own = own_results(sources, study)
        for told in study.told:
            if told in standing:
                continue
            outcome = sources.outcomes.of(told)
            ref = Ref(slug=study.slug, label=study.label, sentence=told.sentence)
            name = outcome.name if outcome else ""
            yield Out(_reason(sources, study, told, own), Left(study=ref, outcome=name))


def _reason(sources: Sources, study: Seen, told: Told, own: list[Told]) -> Reason:
    outcome = sources.outcomes.known(told)
    if told.direction == "descriptive":
        return "described"
    if outcome is None or (outcome.passing and told.direction not in LINKS):
        return "no outcome"
    if outcome.aside:
        return "aside"
    if told.direction in LINKS:
        return "behind" if study.topics else "no topic"
    if told not in own:
        return "not its own" if study.treatments else "no others"
    return "behind" if lane(told, outcome, bool(study.treatments)) else "either way"


def _kind(study: Seen) -> str:
    """Why a study does not count: its page is held, it was withdrawn, or what it is."""
    if study.status != "published":
        return "held"
    return "withdrawn" if is_withdrawn(study) else study.study_type or ""

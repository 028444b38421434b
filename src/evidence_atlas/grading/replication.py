"""First rule for `replicates` and `does not replicate` between studies of the atlas.

Two studies are linked only where nearly everything agrees: the people's illness, the design,
the treatment (trials), what was measured, and that both results are main results of whole
groups compared with others; and where no author is shared. No link is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from evidence_atlas.records import WITHDRAWN, Because, FindingFacts, Link, StudyFacts, Thresholds
from evidence_atlas.records.link import LinkKind
from evidence_atlas.records.names import shared_authors

from .level import as_good
from .passages import step
from .tables import table

_TABLE = table("synonyms")
_SAME: dict[str, str] = {word: group[0] for group in _TABLE["groups"] for word in group}
_DROP = frozenset(_TABLE["drop"])
_TOO_WIDE = frozenset(_TABLE["too_wide"])
_NOT_A_WORD = re.compile(r"[^\w+/-]+")

_CLASS = {
    "RCT": "trial",
    "Case-control": "comparison",
    "Cross-sectional": "comparison",
    "Diagnostic accuracy": "comparison",
    "Cohort": "cohort",
    "Genetic association": "genes",
}
_UP, _DOWN, _NONE, _LINK = "higher", "lower", "no clear difference", "a link"
_DIRECTION = {
    "increase": _UP, "higher": _UP, "decrease": _DOWN, "lower": _DOWN,
    "no difference": _NONE, "no association": _NONE, "association": _LINK,
}  # fmt: skip
_COMPARED = {"trial": ("between_randomised",)}


class _Claim(NamedTuple):
    """A main result of a study, ready to be compared."""

    study: StudyFacts
    outcome: str
    direction: str
    treatments: frozenset[str]


def find_links(
    facts: Sequence[StudyFacts], thresholds: Thresholds | None = None
) -> tuple[Link, ...]:
    """Links from the later study to the earlier, in the order of their keys.

    `thresholds` say how large a study must be before its finding nothing can agree with or
    contradict another; without them the usual conventions are taken.
    """
    least = (thresholds or Thresholds()).controlled_group
    buckets: dict[tuple[str, str, str], list[_Claim]] = {}
    for study in sorted(facts, key=lambda f: f.key):
        for bucket, claim in _claims(study):
            buckets.setdefault(bucket, []).append(claim)
    found: dict[tuple[str, str], list[tuple[LinkKind, Because]]] = {}
    for (kind, _, _), claims in sorted(buckets.items()):
        for i, one in enumerate(claims):
            for other in claims[i + 1 :]:
                verdict = _compare(kind, one, other, least)
                if verdict is not None:
                    later, earlier = _ordered(one.study, other.study)
                    found.setdefault((later.key, earlier.key), []).append(verdict)
    return tuple(
        Link(kind=_kind(verdicts), source=pair[0], target=pair[1],
             because=tuple(b for _, b in verdicts))
        for pair, verdicts in sorted(found.items())
        if len({v for v, _ in verdicts}) == 1
    )  # fmt: skip


def _kind(verdicts: list[tuple[LinkKind, Because]]) -> LinkKind:
    return verdicts[0][0]


def same_thing(text: str) -> str:
    """A measure or treatment by one word for all its spellings."""
    plain = " ".join(_NOT_A_WORD.sub(" ", text.casefold()).split())
    if plain in _SAME:
        return _SAME[plain]
    short = " ".join(w for w in plain.split() if w not in _DROP)
    return _SAME.get(short, short)


def _claims(study: StudyFacts) -> list[tuple[tuple[str, str, str], _Claim]]:
    kind = _CLASS.get(study.study_type or "")
    excluded = (*WITHDRAWN, "Expression of concern")
    if kind is None or not study.condition or not study.authors or not study.controlled:
        return []
    if study.record_state in excluded:
        return []
    treatments = frozenset(t for i in study.interventions if (t := same_thing(i)))
    if kind == "trial" and not treatments:
        return []
    found = []
    for finding in _main(study.findings, kind):
        outcome, direction = same_thing(finding.outcome), _DIRECTION.get(finding.direction)
        if outcome in _TOO_WIDE or direction is None:
            continue
        bucket = (kind, study.condition.casefold(), outcome)
        found.append((bucket, _Claim(study, outcome, direction, treatments)))
    return found


def _main(findings: Sequence[FindingFacts], kind: str) -> list[FindingFacts]:
    """The results that stand for the study: the primary ones, else the first of whole groups.

    An outcome that the study reports in two directions stands for neither.
    """
    allowed = _COMPARED.get(kind, ("between_groups", "between_randomised"))
    whole = [f for f in findings if f.scope == "all" and f.comparison in allowed]
    chosen = [f for f in whole if f.primary] or whole[:1]
    ways: dict[str, set[str]] = {}
    for f in whole:
        ways.setdefault(same_thing(f.outcome), set()).add(_DIRECTION.get(f.direction, f.direction))
    return [f for f in chosen if len(ways[same_thing(f.outcome)]) == 1]


def _ordered(one: StudyFacts, other: StudyFacts) -> tuple[StudyFacts, StudyFacts]:
    """Later first; without years, the higher key counts as later."""
    a, b = sorted((one, other), key=lambda f: (f.year or 0, f.key))
    return b, a


def _compare(kind: str, one: _Claim, other: _Claim, least: int) -> tuple[LinkKind, Because] | None:
    a, b = one.study, other.study
    if a.key == b.key or shared_authors(a.authors, b.authors):
        return None
    if kind == "trial" and one.treatments != other.treatments:
        return None
    what = f"Both looked at {one.outcome}"
    if kind == "trial":
        what = f"Both tried {', '.join(sorted(one.treatments))} and looked at {one.outcome}"
    told = f"{what}. {a.label}: {one.direction}. {b.label}: {other.direction}. No author is shared."
    nulls = [c for c in (one, other) if c.direction == _NONE]
    if any((c.study.smallest_group or 0) < least for c in nulls):
        return None
    if one.direction == other.direction:
        return "replicates", step("same-finding", told)
    if len(nulls) == 1:
        null, clear = (one, other) if one.direction == _NONE else (other, one)
        if not as_good(null.study, clear.study):
            return None
    return "does not replicate", step("other-finding", told)

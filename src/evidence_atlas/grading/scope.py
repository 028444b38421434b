"""Whether a record belongs in the atlas at all, and why."""

from __future__ import annotations

from collections.abc import Callable

from evidence_atlas.records import Because, Condition, Quote, Reading, Record, Scope, as_written
from evidence_atlas.records.cues import Cue

from .denied import named_as_theirs
from .passages import Passage, find, may_stand, passages, step
from .patterns import compiled
from .subjects import indexed_under


def on_topic(record: Record, reading: Reading, condition: Condition) -> tuple[bool, Because]:
    """Whether the record is about the illness, an illness that overlaps, or a comparison with it.

    A record is off topic where it neither names the illness nor is of an illness that overlaps;
    and where it names the illness only as a side effect or a possible consequence of something
    else. The reason is logged.
    """
    condition = as_written(condition, record)
    name = condition.name
    where = passages(record, reading)
    named = mentions(where, condition)
    indexed = indexed_under(record, condition)
    proper = [
        passage_and_place
        for passage_and_place in named
        if not _in_passing(passage_and_place[0], condition.scope)
    ]
    if proper:
        field = "title" if proper[0][0].role == "title" else "abstract"
        return True, step("named", f"The {field} names {name}.", proper[0][1])
    if indexed:
        return True, step("indexed", f"PubMed's headings or the keywords name {name}: {indexed}.")
    overlapping = condition.scope.overlapping_pattern
    titled = find(overlapping, where[:1]) if overlapping and record.title else None
    if titled is not None:
        text = f"The title names {titled.text}, an illness that overlaps with {name}."
        return True, step("overlapping", text, titled)
    neighbour = _neighbour(record, reading, condition)
    if neighbour is not None:
        return True, neighbour
    if named:
        text = f"The record names {name} only as a side effect or consequence of something else."
        return False, step("side-effect-only", text, named[0][1])
    said = _found(where, condition, Passage.search)
    if said:
        text = f"The record names {name} only as what its people do not have, or did not have."
        return False, step("denied-only", text, said[0][1])
    text = f"Neither title, abstract, MeSH headings nor keywords name {name}."
    return False, step("not-named", text)


def _neighbour(record: Record, reading: Reading, condition: Condition) -> Because | None:
    """Why the record is of an overlapping illness that its title does not name, if it is.

    Its people have that illness, or its aim is about it; or the title tells of what the illness
    is without its name, and the abstract names it.
    """
    name, scope = condition.name, condition.scope
    where = passages(record, reading)
    for illness in reading.illnesses:
        at = reading.quote(f"illnesses.{illness}")
        if illness not in scope.overlapping or at is None or _role(at, where) == "background":
            continue
        if illness == reading.illnesses[0] or _worked_on(illness, where, condition):
            text = f"The study is of {illness}, which overlaps with {name}."
            return step("overlapping", text, at)
    unnamed, pattern = scope.overlapping_unnamed, scope.overlapping_pattern
    if unnamed and pattern and record.title and find(unnamed, where[:1]) is not None:
        at = find(pattern, where)
        if at is not None:
            text = f"The title tells of what the abstract calls {at.text}. It overlaps with {name}."
            return step("overlapping", text, at)
    return None


def _role(at: Quote, where: tuple[Passage, ...]) -> str:
    """The part of the abstract in which a quote stands."""
    return next(
        (p.role for p in where if p.field == at.field and p.start <= at.start < p.end), "other"
    )


def _worked_on(illness: str, where: tuple[Passage, ...], condition: Condition) -> bool:
    """Whether what was done or found speaks of the illness."""
    patterns = [compiled(n.pattern) for n in condition.other_conditions if n.name == illness]
    parts = [p for p in where if p.role in ("methods", "results")]
    return any(p.search(pattern) is not None for pattern in patterns for p in parts)


def _in_passing(passage: Passage, scope: Scope) -> bool:
    patterns = [scope.side_effect_only]
    if passage.role != "title":
        patterns.append(scope.consequence_only)
    return any(p and passage.search(compiled(p)) is not None for p in patterns)


def mentions(where: tuple[Passage, ...], condition: Condition) -> list[tuple[Passage, Quote]]:
    """Every passage that names the illness, with the first place in it that does.

    A place that denies it is none.
    """
    return _found(where, condition, named_as_theirs)


def _found(
    where: tuple[Passage, ...],
    condition: Condition,
    seek: Callable[[Passage, Cue], Quote | None],
) -> list[tuple[Passage, Quote]]:
    named = (*(n.pattern for n in condition.names), condition.scope.on_topic)
    cues = [c for c in [compiled(p) for p in named if p] if may_stand(c, where)]
    found = []
    for passage in where:
        hits = [at for cue in cues if (at := seek(passage, cue))]
        if hits:
            found.append((passage, min(hits, key=lambda q: (q.start, -q.end))))
    return found

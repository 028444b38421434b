"""An illness's patterns, compiled once for each `Condition` value."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_atlas.records import CaseDefinition, Condition
from evidence_atlas.records.cues import Cue, Cues, cue


@dataclass(frozen=True)
class Named:
    """A condition's printed name and what finds it; `own` for the atlas's illness."""

    name: str
    pattern: Cue
    own: bool
    main: bool
    follows: str = ""


@dataclass(frozen=True)
class Illness:
    """The compiled patterns of one `Condition`."""

    condition: Condition
    names: tuple[Named, ...]
    any_name: Cue
    any_own: Cue
    definitions: tuple[tuple[CaseDefinition, tuple[Cue, ...]], ...]
    any_definition: Cue | None
    criterion: Cue | None
    scales: Cues[str]


def _compile(pattern: str) -> Cue:
    return cue(pattern)


def _build(condition: Condition) -> Illness:
    named = [Named(n.name, _compile(n.pattern), True, n.main) for n in condition.names]
    named += [
        Named(n.name, _compile(n.pattern), False, n.main, n.follows)
        for n in condition.other_conditions
    ]
    own = "|".join(f"(?:{n.pattern})" for n in condition.names)
    every = "|".join(f"(?:{n.pattern})" for n in condition.known_illnesses)
    definitions = tuple(
        (d, tuple(_compile(p) for p in (d.pattern, d.near_pattern) if p))
        for d in condition.case_definitions
    )
    named_by = [p for d in condition.case_definitions for p in (d.pattern, d.near_pattern) if p]
    criterion = condition.criterion
    return Illness(
        condition=condition,
        names=tuple(named),
        any_name=_compile(every),
        any_own=_compile(own),
        definitions=definitions,
        any_definition=_compile("|".join(f"(?:{p})" for p in named_by)) if definitions else None,
        criterion=_compile(criterion.pattern) if criterion else None,
        scales=Cues((_compile(s.pattern), s.name) for s in condition.scales),
    )


_compiled: dict[int, Illness] = {}
_LIMIT = 16


def illness(condition: Condition) -> Illness:
    """The compiled patterns of this very value.

    A `Condition` holds dictionaries and cannot be hashed, so the cache is keyed by identity;
    it holds the value itself, so that an identity is never reused while it stands here.
    """
    found = _compiled.get(id(condition))
    if found is None or found.condition is not condition:
        if len(_compiled) >= _LIMIT:
            _compiled.clear()
        found = _compiled[id(condition)] = _build(condition)
    return found

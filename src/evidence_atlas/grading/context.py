"""The disease context: the illness itself, an overlapping one, a comparison only, off topic."""

from __future__ import annotations

from evidence_atlas.records import Condition, Grade, Quote, Reading, Record

from .passages import Passage, find, passages, step
from .patterns import compiled
from .scope import mentions, on_topic
from .subjects import indexed_under, names_illness
from .tables import table
from .version import VERSION

_TABLE = table("context")
_LIKENED_BEFORE = compiled(_TABLE["likened_before"])
_LIKENED_AFTER = compiled(_TABLE["likened_after"])
_MORE_THAN_ONCE = 2


def context(record: Record, reading: Reading, condition: Condition) -> Grade:
    """How the study bears on the illness, from where it is named and whom it studied."""
    belongs, why = on_topic(record, reading, condition)
    if not belongs:
        return _grade("off topic", why.rule, why.text, why.quote)
    if why.rule == "overlapping":
        return _grade("overlapping illness", why.rule, why.text, why.quote)
    name = condition.name
    where = passages(record, reading)
    named = mentions(where, condition)
    titled = next((at for passage, at in named if passage.role == "title"), None)
    if titled is not None:
        return _grade("the illness", "named-in-title", f"The title names {titled.text}.", titled)
    compared = next(
        (g for g in reading.participants.groups
         if g.kind == "controls" and names_illness(g.name, condition)),
        None,
    )  # fmt: skip
    if compared is not None:
        text = f"People with {name} stand in the study only to be compared with others."
        return _grade("comparison only", "comparison-group", text, compared.quote)
    own = next((i for i in reading.illnesses if names_illness(i, condition)), None)
    if own:
        text = f"The study is of {own}."
        return _grade("the illness", "studied", text, reading.quote(f"illnesses.{own}"))
    indexed = indexed_under(record, condition)
    if indexed and not reading.illnesses:
        return _grade("the illness", "indexed", f"It is indexed under {indexed}.", None)
    roles = [passage.role for passage, at in named if not _only_likened(passage, at)]
    return _named_beside(name, why.quote, roles, where, reading, condition)


def _named_beside(
    name: str,
    named: Quote | None,
    roles: list[str],
    where: tuple[Passage, ...],
    reading: Reading,
    condition: Condition,
) -> Grade:
    """What the illness is to a study that no words make its own: its parts of text tell.

    `roles` are the parts of the abstract that name the illness as more than a likeness.
    """
    scope = condition.scope
    at = find(scope.overlapping_pattern, where) if scope.overlapping_pattern else None
    other = _other_illness(reading, condition)
    worked_on = bool({"aim", "methods"} & set(roles))
    if other is None and worked_on:
        text = f"Aim or methods name {name}, and no other main illness."
        return _grade("the illness", "named-in-abstract", text, named)
    if other in scope.overlapping or at is not None:
        told = other or (at.text if at else "")
        text = f"The study is of another illness, {told}. It names {name} beside it."
        return _grade("overlapping illness", "other-illness", text, at)
    told_apart = {"methods", "results"} <= {p.role for p in where}
    if told_apart and len(roles) < _MORE_THAN_ONCE and not worked_on:
        text = f"The abstract names {name} only in passing, and not as what was studied."
        return _grade("off topic", "in-passing", text, named)
    if other:
        text = f"The study is of another illness, {other}. It names {name} beside it."
        return _grade("overlapping illness", "other-illness", text, None)
    text = f"The abstract speaks of {name} and of no other main illness."
    return _grade("the illness", "named-in-abstract", text, named)


def _other_illness(reading: Reading, condition: Condition) -> str | None:
    """The main illness of the text where it is not the atlas's own."""
    main = (*reading.illnesses, *reading.conditions[:1], reading.condition_as_named)[0]
    return main if main and not names_illness(main, condition) else None


def _only_likened(passage: Passage, at: Quote) -> bool:
    """Whether the place only says what something is like."""
    start, end = at.start - passage.start, at.end - passage.start
    before, after = passage.text[:start], passage.text[end:]
    return _LIKENED_BEFORE.search(before) is not None or _LIKENED_AFTER.search(after) is not None


def _grade(value: str, rule: str, text: str, at: Quote | None) -> Grade:
    return Grade(
        value=value,
        because=(step(rule, text, at),),
        version=VERSION,
        would_change="Other words about who was studied would change this badge.",
    )

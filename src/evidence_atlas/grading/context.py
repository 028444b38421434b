"""The disease context: the illness itself, an overlapping one, a comparison only, off topic."""

from __future__ import annotations

from evidence_atlas.records import Condition, Grade, Quote, Reading, Record

from .passages import find, passages, step
from .scope import mentions, on_topic
from .subjects import indexed_under, names_illness
from .version import VERSION


def context(record: Record, reading: Reading, condition: Condition) -> Grade:
    """How the study bears on the illness, from where it is named and whom it studied."""
    belongs, why = on_topic(record, reading, condition)
    if not belongs:
        return _grade("off topic", why.rule, why.text, why.quote)
    if why.rule == "overlapping":
        return _grade("overlapping illness", why.rule, why.text, why.quote)
    name = condition.name
    where = passages(record, reading)
    titled = [at for passage, at in mentions(where, condition) if passage.role == "title"]
    if titled:
        return _grade(
            "the illness", "named-in-title", f"The title names {titled[0].text}.", titled[0]
        )
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
    overlapping = condition.scope.overlapping_pattern
    at = find(overlapping, where) if overlapping else None
    other = _other_illness(reading, condition)
    roles = [passage.role for passage, _ in mentions(where, condition)]
    if other is None and {"aim", "methods"} & set(roles):
        text = f"Aim or methods name {name}, and no other main illness."
        return _grade("the illness", "named-in-abstract", text, why.quote)
    if other in condition.scope.overlapping or at is not None:
        told = other or at.text if at else other
        text = f"The study is of another illness, {told}. It names {name} beside it."
        return _grade("overlapping illness", "other-illness", text, at)
    if len(roles) == 1 and roles[0] not in ("aim", "methods"):
        text = f"The abstract names {name} once, and not as what was studied."
        return _grade("off topic", "named-once", text, why.quote)
    if other:
        text = f"The study is of another illness, {other}. It names {name} beside it."
        return _grade("overlapping illness", "other-illness", text, None)
    text = f"The abstract speaks of {name} and of no other main illness."
    return _grade("the illness", "named-in-abstract", text, why.quote)


def _other_illness(reading: Reading, condition: Condition) -> str | None:
    """The main illness of the text where it is not the atlas's own."""
    main = (*reading.illnesses, *reading.conditions[:1], reading.condition_as_named)[0]
    return main if main and not names_illness(main, condition) else None


def _grade(value: str, rule: str, text: str, at: Quote | None) -> Grade:
    return Grade(
        value=value,
        because=(step(rule, text, at),),
        version=VERSION,
        would_change="Other words about who was studied would change this badge.",
    )

"""Limitations: what the study did not do or the abstract does not say, each from its own text."""

from __future__ import annotations

from evidence_atlas.records import quoted
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import PEOPLE_STUDIED, TREATMENT
from ..brief.links import links
from ..limits.limit_words import limit, part_told
from ..limits.quality_told import quality_told
from ..material import Material, Piece, rule
from ..rules import named
from ..said import Said, said
from ..slots import Slots


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """How a review rated its studies; a sentence a limit; the criterion that was not required."""
    told = [
        sentence
        for name in m.brief.limits
        if name != "subgroup" or part_told(m, slots)
        # Where only the authors' own words speak of a link, Quick says it beside them.
        if name != "link_not_cause" or _of_a_link(m)
        if (sentence := limit(m, slots, name, "limitation", lay=False))
    ]
    rated = quality_told(m, slots)
    return (*([rated] if rated else []), *told, *_criterion(m, slots))


def _of_a_link(m: Material) -> bool:
    """Whether a result is a link; how people changed who were all given one thing is none."""
    return m.brief.kind not in TREATMENT and any(map(links, m.reading.results))


def _criterion(m: Material, slots: Slots) -> tuple[Said, ...]:
    criterion = m.condition.criterion
    if criterion is None or m.brief.bare or m.brief.kind == "retracted":
        return ()
    badge = m.grades.badges.get(criterion.key)
    if m.brief.kind not in PEOPLE_STUDIED or badge is None or badge.value is None:
        return ()
    if badge.value == criterion.values.get("required"):
        return ()
    because = tuple(rule(b.rule, b.text) for b in badge.because)
    where = tuple(q for b in badge.because if b.quote for q in m.words(b.quote.text))
    why = named(
        "criterion-badge",
        name=criterion.name, short=criterion.short, gloss=criterion.gloss, value=badge.value,
    )  # fmt: skip
    thing = f"{criterion.name[:1].lower()}{criterion.name[1:]}"
    if thing.casefold() != criterion.short.casefold():
        thing += f" ({criterion.short})"
    if badge.value == criterion.values.get("not_required"):
        text = f"People could take part without {thing}, that is, {criterion.gloss}"
    elif badge.value == criterion.values.get("required_loose"):
        text = f"People had to have {thing} only in older or looser words"
    elif not_all := m.reading.quotes.get("criterion.not_all"):
        where = (*where, *(quoted(q) for q in not_all))
        text = f"Not everyone had {thing}, that is, {criterion.gloss}"
    elif m.illness_is_outcome:
        # Nobody had to have it to be in a study of who falls ill.
        return ()
    else:
        who = _of_whom(m, slots)
        if who is None:
            return ()
        text = f"The abstract does not make clear whether {who} had {thing}: {criterion.gloss}"
    return (said(Piece(text, where), why, *because, about=(criterion.key,)),)


def _of_whom(m: Material, slots: Slots) -> str | None:
    """Of whom it is not clear: of all, where all were ill; else only of those who were.

    None where the study is of another illness, beside which a few had this one.
    """
    p = m.reading.participants
    if not m.reading.illnesses:
        return None
    if p.controls:
        return "everyone who was ill"
    n = p.total or p.patients
    if n is None or m.had_it(n):
        return "everyone"
    if "had" in slots and any(
        compiled(i.pattern).fullmatch(slots["had"].text) for i in m.condition.names
    ):
        return f"everyone with {slots['had'].text}"
    return "everyone who was ill" if m.reading.design.population_based else "everyone"
